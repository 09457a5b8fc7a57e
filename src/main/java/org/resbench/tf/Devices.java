package org.resbench.tf;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.exceptions.TFResourceExhaustedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.RunOptions;

/** What TensorFlow can compute on here. */
public final class Devices {
    private Devices() {}

    /** TensorFlow's version, such as 2.18.0. */
    public static String version() {
        return TensorFlow.version();
    }

    /** The device, such as {@code CPU:0}, on which TensorFlow computes this output. */
    static String placement(Session session, Output<?> output) {
        RunOptions options = RunOptions.newBuilder().setOutputPartitionGraphs(true).build();
        try (Result result = session.runner().fetch(output).setOptions(options).runAndFetchMetadata()) {
            String name = output.op().name();
            return result.getMetadata().orElseThrow().getPartitionGraphsList().stream().flatMap(part -> part.getNodeList().stream())
                    .filter(node -> node.getName().equals(name)).map(node -> node.getDevice().replaceAll(".*/device:", "")).findFirst()
                    .orElseThrow(() -> new IllegalStateException("TensorFlow does not say where it put " + name));
        }
    }

    /** Every device that TensorFlow computes on, by trying: {@code CPU:0}, then {@code GPU:0} and on. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(List.of("CPU:0"));
        for (int i = 0; hasGpu(i); i++) {
            names.add("GPU:" + i);
        }
        return List.copyOf(names);
    }

    /** Whether this was thrown because a device's memory was full. */
    public static boolean isOutOfMemory(Throwable thrown) {
        return thrown instanceof TFResourceExhaustedException;
    }

    /** Whether an operation pinned to the first GPU runs. */
    public static boolean hasGpu() {
        return hasGpu(0);
    }

    private static boolean hasGpu(int index) {
        DeviceSpec gpu = DeviceSpec.newBuilder().deviceType(DeviceSpec.DeviceType.GPU).deviceIndex(index).build();
        try (Graph graph = new Graph(); Session session = new Session(graph, Device.GPU.configuration())) {
            // An operation builder's own setDevice is undone by its scope (TensorFlow Java 1.1.0); the scope's device holds.
            session.runner().fetch(Ops.create(graph).withDevice(gpu).constant(1f)).run().close();
            return true;
        } catch (TensorFlowException | IllegalArgumentException | IllegalStateException e) {
            return false;
        }
    }
}
