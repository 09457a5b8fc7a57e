package org.resbench.tf;

import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;

/** Copies an array by TensorFlow, with all of its threads, on the device where networks run: what layers that only move values can
 * reach. */
public final class MemoryCopy implements AutoCloseable {
    /** 128 MiB as float32: no cache holds it. */
    private static final long VALUES = 1L << 25;

    private final Graph graph = new Graph();
    private final Session session;
    private final GraphOperation copy;

    public MemoryCopy(Device device) {
        OpMaker ops = new OpMaker(graph);
        Variables variables = new Variables(ops);
        Variables.Variable array = variables.add("array", Shape.of(VALUES));
        Output<?> ones = ops.unary("Fill", "ones", ops.vector((int) VALUES), ops.scalar(1f));
        GraphOperation fill = variables.assign("fill", array.handle(), ones, List.of());
        // The variable keeps its array, so that TensorFlow cannot hand that on instead of a copy.
        copy = ops.op("Snapshot", "copy").addInput(array.read()).build();
        session = new Session(graph, device.configuration());
        session.runner().addTarget(fill).run().close();
    }

    /** Copies once. */
    public void run() {
        session.runner().addTarget(copy).run().close();
    }

    /** Bytes that a copy moves: each is read once and written once. */
    public static long bytes() {
        return 2 * VALUES * Float.BYTES;
    }

    @Override public void close() {
        session.close();
        graph.close();
    }
}
