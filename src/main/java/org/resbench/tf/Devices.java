package org.resbench.tf;

import org.tensorflow.Graph;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;

/** What TensorFlow can compute on here. */
public final class Devices {
    private Devices() {}

    /** TensorFlow's version, such as 2.18.0. */
    public static String version() {
        return TensorFlow.version();
    }

    /** Whether an operation pinned to the first GPU runs. */
    public static boolean hasGpu() {
        try (Graph graph = new Graph(); TFloat32 one = TFloat32.scalarOf(1); Session session = new Session(graph)) {
            Output<?> constant = graph.opBuilder("Const", "one", graph.baseScope()).setAttr("dtype", DataType.DT_FLOAT)
                    .setAttr("value", one).setDevice("/device:GPU:0").build().output(0);
            session.runner().fetch(constant).run().close();
            return true;
        } catch (TensorFlowException | IllegalArgumentException | IllegalStateException e) {
            return false;
        }
    }
}
