package org.resbench.weights;

import java.util.List;

/** Values with a shape, row-major.
 * @param shape sizes, outermost first; empty for a single number
 * @param values not copied: treat them as read-only
 * @throws IllegalArgumentException if there are not as many values as the shape says */
public record Tensor(List<Integer> shape, float[] values) {
    public Tensor {
        shape = List.copyOf(shape);
        long size = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        if (size != values.length) {
            throw new IllegalArgumentException(values.length + " values do not fill a tensor of shape " + shape);
        }
    }

    /** A list of numbers. */
    public static Tensor vector(float... values) {
        return new Tensor(List.of(values.length), values);
    }
}
