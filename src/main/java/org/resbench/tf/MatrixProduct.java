package org.resbench.tf;

import java.util.Random;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;

/** A large float32 matrix product by TensorFlow: the most that this machine reaches, which a network's rate is held against. */
public final class MatrixProduct implements AutoCloseable {
    /** Rows and columns; 36 MB a matrix, more than the caches hold. */
    public static final int SIDE = 3000;

    private final Graph graph = new Graph();
    private final Session session;
    private final TFloat32 left = random(1);
    private final TFloat32 right = random(2);
    private final GraphOperation product;

    public MatrixProduct(Device device) {
        OpMaker ops = new OpMaker(graph);
        var a = ops.placeholder("left", DataType.DT_FLOAT, Shape.of(SIDE, SIDE));
        var b = ops.placeholder("right", DataType.DT_FLOAT, Shape.of(SIDE, SIDE));
        product = ops.apply("MatMul", "product", a, b);
        session = new Session(graph, device.configuration());
    }

    private static TFloat32 random(long seed) {
        Random random = new Random(seed);
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return TFloat32.tensorOf(Shape.of(SIDE, SIDE), DataBuffers.of(values, true, false));
    }

    /** Computes it once. */
    public void run() {
        session.runner().feed("left", left).feed("right", right).addTarget(product).run().close();
    }

    /** Multiply-adds of one product; 27e9. */
    public static long multiplyAdds() {
        return (long) SIDE * SIDE * SIDE;
    }

    @Override public void close() {
        left.close();
        right.close();
        session.close();
        graph.close();
    }
}
