package org.resbench.weights;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.resbench.arch.Shape;

/** In which order a framework keeps the numbers of a kernel. Vectors are alike in all. */
enum Layout {
    /** Kernels {@code [height, width, in, out]} and {@code [features, units]}, features row by row with channels last. */
    TENSORFLOW {
        @Override List<Integer> shape(Variable variable) {
            return variable.shape();
        }

        @Override IntUnaryOperator place(Variable variable) {
            return IntUnaryOperator.identity();
        }
    },
    /** Kernels {@code [out, in, height, width]} and {@code [units, features]}, features channel by channel. */
    PYTORCH {
        @Override List<Integer> shape(Variable variable) {
            List<Integer> ours = variable.shape();
            return switch (ours.size()) {
                case 4 -> List.of(ours.get(3), ours.get(2), ours.get(0), ours.get(1));
                case 2 -> List.of(ours.get(1), ours.get(0));
                default -> ours;
            };
        }

        @Override IntUnaryOperator place(Variable variable) {
            List<Integer> ours = variable.shape();
            return switch (ours.size()) {
                case 4 -> convolution(ours);
                case 2 -> dense(ours, variable.input());
                default -> IntUnaryOperator.identity();
            };
        }
    };

    /** The shape that a variable has there. */
    abstract List<Integer> shape(Variable variable);

    /** For each of our places the place there. */
    abstract IntUnaryOperator place(Variable variable);

    /** Our order from theirs. */
    float[] read(Variable variable, float[] theirs) {
        IntUnaryOperator place = place(variable);
        float[] ours = new float[theirs.length];
        for (int i = 0; i < ours.length; i++) {
            ours[i] = theirs[place.applyAsInt(i)];
        }
        return ours;
    }

    /** Their order from ours. */
    float[] write(Variable variable, float[] ours) {
        IntUnaryOperator place = place(variable);
        float[] theirs = new float[ours.length];
        for (int i = 0; i < ours.length; i++) {
            theirs[place.applyAsInt(i)] = ours[i];
        }
        return theirs;
    }

    private static IntUnaryOperator convolution(List<Integer> ours) {
        int height = ours.get(0);
        int width = ours.get(1);
        int in = ours.get(2);
        int out = ours.get(3);
        return i -> {
            int from = i / out % in;
            int x = i / (out * in) % width;
            int y = i / (out * in * width);
            return ((i % out * in + from) * height + y) * width + x;
        };
    }

    private static IntUnaryOperator dense(List<Integer> ours, Shape map) {
        int features = ours.get(0);
        int units = ours.get(1);
        return i -> {
            int feature = i / units;
            int pixel = feature / map.channels();
            return i % units * features + feature % map.channels() * map.height() * map.width() + pixel;
        };
    }
}
