package org.resbench.weights;

import java.util.List;

/** Where a tensor lies in a file.
 * @param shape sizes, outermost first
 * @param begin first byte, counted from the end of the header
 * @param end one past its last byte */
public record TensorEntry(String name, ElementType type, List<Long> shape, long begin, long end) {
    public TensorEntry {
        shape = List.copyOf(shape);
    }

    /** Number of elements. */
    public long size() {
        return (end - begin) / type.bytes();
    }

    /** Whether it has this shape. */
    boolean isShaped(List<Integer> wanted) {
        return shape.equals(wanted.stream().map(Integer::longValue).toList());
    }
}
