package org.resbench.tf;

import org.resbench.arch.Operation;
import org.resbench.arch.Padding;
import org.resbench.arch.Shape;
import org.tensorflow.Output;

/** Lowers pooling of NHWC maps. */
final class Pools {
    private final OpMaker ops;

    Pools(OpMaker ops) {
        this.ops = ops;
    }

    /** Where TensorFlow's SAME or VALID has the wanted padding it is taken: SAME leaves padding out of the maximum. Else minus infinity is
     * padded explicitly, because the gradient of a pool with EXPLICIT padding is wrong in TensorFlow 2.18. */
    Output<?> max(String name, Operation.MaxPool pool, Output<?> input, Shape from, Shape to) {
        Padding given = pool.padding();
        Padding needed = new Padding(given.top(), after(pool, given.top(), from.height(), to.height()), given.left(),
                after(pool, given.left(), from.width(), to.width()));
        boolean same = needed.equals(same(pool, from));
        Output<?> padded = input;
        if (!same && !needed.equals(Padding.NONE)) {
            padded = ops.unary("PadV2", name + "/pad", input,
                    ops.matrix(2, 0, 0, needed.top(), needed.bottom(), needed.left(), needed.right(), 0, 0),
                    ops.cast(name + "/lowest", ops.scalar(Float.NEGATIVE_INFINITY), input.dataType()));
        }
        return pool("MaxPool", name, pool.size(), pool.size(), pool.stride(), pool.stride(), same ? "SAME" : "VALID", padded);
    }

    /** Pixels that the windows reach over the far edge; none where floor leaves rows that no window reads. */
    private static int after(Operation.MaxPool pool, int before, int from, int to) {
        return Math.max(0, (to - 1) * pool.stride() + pool.size() - before - from);
    }

    /** What SAME pads: outputs of {@code ceil(side / stride)} pixels, the odd pixel at the end. */
    private static Padding same(Operation.MaxPool pool, Shape from) {
        int height = samePixels(pool, from.height());
        int width = samePixels(pool, from.width());
        return new Padding(height / 2, height - height / 2, width / 2, width - width / 2);
    }

    private static int samePixels(Operation.MaxPool pool, int side) {
        int windows = (side + pool.stride() - 1) / pool.stride();
        return Math.max(0, (windows - 1) * pool.stride() + pool.size() - side);
    }

    Output<?> average(String name, int height, int width, int strideDown, int strideRight, Output<?> input) {
        return pool("AvgPool", name, height, width, strideDown, strideRight, "VALID", input);
    }

    /** Even windows are a pool, others two products with matrices of weights. */
    Output<?> adaptive(String name, int size, Output<?> input, Shape from) {
        if (from.height() == size && from.width() == size) {
            return input;
        }
        if (from.height() % size == 0 && from.width() % size == 0) {
            int height = from.height() / size;
            int width = from.width() / size;
            return average(name, height, width, height, width, input);
        }
        // [n, h, w, c] to [h, n, w, c], to [size, n w c], to [w, n, size, c], to [size, n size c], to [n, size, size, c].
        int channels = from.channels();
        Output<?> rows = weighted(name + "/rows", size, from.height(), transposed(name + "/rows_first", input, 1, 0, 2, 3));
        Output<?> down = ops.unary("Reshape", name + "/down", rows, ops.vector(size, -1, from.width(), channels));
        Output<?> columns = weighted(name + "/columns", size, from.width(), transposed(name + "/columns_first", down, 2, 1, 0, 3));
        Output<?> right = ops.unary("Reshape", name + "/right", columns, ops.vector(size, -1, size, channels));
        return transposed(name + "/images_first", right, 1, 2, 0, 3);
    }

    /** {@code [from, ...]} to {@code [to, rest]}, every row a mean of rows. */
    private Output<?> weighted(String name, int to, int from, Output<?> input) {
        Output<?> flat = ops.unary("Reshape", name + "/flat", input, ops.vector(from, -1));
        return ops.unary("MatMul", name, ops.constant(to, from, weights(to, from)), flat);
    }

    private static float[] weights(int to, int from) {
        float[] weights = new float[to * from];
        for (int i = 0; i < to; i++) {
            int first = i * from / to;
            int end = ((i + 1) * from + to - 1) / to;
            for (int j = first; j < end; j++) {
                weights[i * from + j] = 1f / (end - first);
            }
        }
        return weights;
    }

    private Output<?> transposed(String name, Output<?> input, int... axes) {
        return ops.unary("Transpose", name, input, ops.vector(axes));
    }

    private Output<?> pool(String type, String name, int height, int width, long strideDown, long strideRight, String padding,
            Output<?> input) {
        return ops.op(type, name).addInput(input).setAttr("ksize", new long[] {1, height, width, 1})
                .setAttr("strides", new long[] {1, strideDown, strideRight, 1}).setAttr("padding", padding).build().output(0);
    }
}
