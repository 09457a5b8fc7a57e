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
        if (input.channels() % convolution.groups() != 0) {
            throw new IllegalArgumentException(input.channels() + " channels cannot be cut into " + convolution.groups() + " equal groups");
        }
        Padding padding = convolution.padding();
        fits(convolution.size(), 0, input, padding);
        int height = input.height() + padding.top() + padding.bottom() - convolution.size();
        int width = input.width() + padding.left() + padding.right() - convolution.size();
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

    @Override public Shape maxPool(Operation.MaxPool pool) {
        Shape input = only();
        Padding padding = pool.padding();
        int hanging = pool.ceil() ? pool.stride() - 1 : 0;
        fits(pool.size(), hanging, input, padding);
        return new Shape(windows(pool, input.height(), padding.top(), padding.bottom()),
                windows(pool, input.width(), padding.left(), padding.right()),
                input.channels());
    }

    /** PyTorch's rule: with ceil a last window may hang over the far edge, but must not begin behind the map. */
    private static int windows(Operation.MaxPool pool, int side, int before, int after) {
        int room = side + before + after - pool.size();
        if (!pool.ceil()) {
            return room / pool.stride() + 1;
        }
        int windows = (room + pool.stride() - 1) / pool.stride() + 1;
        return (windows - 1) * pool.stride() >= side + before ? windows - 1 : windows;
    }

    @Override public Shape averagePool(Operation.AveragePool pool) {
        Shape input = only();
        fits(pool.size(), 0, input, Padding.NONE);
        return new Shape((input.height() - pool.size()) / pool.stride() + 1, (input.width() - pool.size()) / pool.stride() + 1,
                input.channels());
    }

    @Override public Shape adaptiveAveragePool(Operation.AdaptiveAveragePool pool) {
        return new Shape(pool.size(), pool.size(), only().channels());
    }

    @Override public Shape concatenate(Operation.Concatenate concatenate) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("reads no layer");
        }
        Shape first = inputs.get(0);
        int channels = 0;
        for (Shape input : inputs) {
            if (input.height() != first.height() || input.width() != first.width()) {
                throw new IllegalArgumentException("maps of different sides cannot be concatenated: " + first + " and " + input);
            }
            channels += input.channels();
        }
        return new Shape(first.height(), first.width(), channels);
    }

    @Override public Shape localResponseNorm(Operation.LocalResponseNorm norm) {
        return only();
    }

    @Override public Shape dropout(Operation.Dropout dropout) {
        return only();
    }

    /** @param hanging how far a window may reach over the edge */
    private static void fits(int size, int hanging, Shape input, Padding padding) {
        int least = size - hanging;
        if (input.height() + padding.top() + padding.bottom() < least || input.width() + padding.left() + padding.right() < least) {
            throw new IllegalArgumentException("the map vanishes: a " + size + "x" + size + " window does not fit into " + input
                    + (padding.equals(Padding.NONE) ? "" : " with its padding"));
        }
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
