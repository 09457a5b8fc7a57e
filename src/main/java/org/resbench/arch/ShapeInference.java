package org.resbench.arch;

import java.util.List;

/** The shape that an operation makes of the shapes it reads. A pure function of both; sides of a convolution's output are
 * {@code floor((side + padding - size) / stride) + 1}. */
record ShapeInference(List<Shape> inputs) implements Operation.Reader<Shape> {

    /** @throws IllegalArgumentException if the number of inputs or their shapes do not suit the operation, or if no pixel would be left */
    static Shape of(Operation operation, List<Shape> inputs) {
        return operation.read(new ShapeInference(List.copyOf(inputs)));
    }

    @Override public Shape convolution(Operation.Convolution convolution) {
        Shape input = only();
        Padding padding = convolution.padding();
        int height = input.height() + padding.top() + padding.bottom() - convolution.size();
        int width = input.width() + padding.left() + padding.right() - convolution.size();
        if (height < 0 || width < 0) {
            throw new IllegalArgumentException("the map vanishes: a " + convolution.size() + "x" + convolution.size()
                    + " window does not fit into " + input + " with its padding");
        }
        return new Shape(height / convolution.stride() + 1, width / convolution.stride() + 1, convolution.filters());
    }

    @Override public Shape batchNorm(Operation.BatchNorm batchNorm) {
        return only();
    }

    @Override public Shape relu(Operation.Relu relu) {
        return only();
    }

    @Override public Shape add(Operation.Add add) {
        inputs(2);
        if (!inputs.get(0).equals(inputs.get(1))) {
            throw new IllegalArgumentException("maps of different shapes cannot be added: " + inputs.get(0) + " and " + inputs.get(1));
        }
        return inputs.get(0);
    }

    @Override public Shape paddedShortcut(Operation.PaddedShortcut shortcut) {
        Shape input = only();
        int stride = shortcut.stride();
        return new Shape((input.height() - 1) / stride + 1, (input.width() - 1) / stride + 1,
                shortcut.channelsBefore() + input.channels() + shortcut.channelsAfter());
    }

    @Override public Shape globalAveragePool(Operation.GlobalAveragePool pool) {
        return new Shape(1, 1, only().channels());
    }

    @Override public Shape dense(Operation.Dense dense) {
        only();
        return new Shape(1, 1, dense.units());
    }

    private Shape only() {
        inputs(1);
        return inputs.get(0);
    }

    private void inputs(int expected) {
        if (inputs.size() != expected) {
            throw new IllegalArgumentException("reads " + expected + " layers, not " + inputs.size());
        }
    }
}
