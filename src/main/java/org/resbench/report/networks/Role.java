package org.resbench.report.networks;

import org.resbench.arch.Operation;
import org.resbench.report.networks.Piece.Joint;

/** What an operation is to a drawing. */
sealed interface Role {
    /** A box. @param label such as {@code 3x3 conv, 64, /2} */
    record Drawn(String label) implements Role {}

    /** Not drawn, as in the paper's figure 3; a line under the drawing tells of it. @param name such as {@code batch norm} */
    record LeftOut(String name) implements Role {}

    /** Where ways meet. */
    record Meeting(Joint joint) implements Role {}

    static Role of(Operation operation) {
        return operation.read(new Reader());
    }

    /** Words as in the paper's figure 3. */
    final class Reader implements Operation.Reader<Role> {
        private static final String CONV = " conv, ";

        @Override public Role convolution(Operation.Convolution convolution) {
            return new Drawn(window(convolution.size()) + CONV + convolution.filters() + stride(convolution.stride())
                    + (convolution.groups() == 1 ? "" : ", " + convolution.groups() + " groups"));
        }

        @Override public Role batchNorm(Operation.BatchNorm batchNorm) {
            return new LeftOut("batch norm");
        }

        @Override public Role relu(Operation.Relu relu) {
            return new LeftOut("ReLU");
        }

        @Override public Role add(Operation.Add add) {
            return new Meeting(Joint.ADD);
        }

        @Override public Role paddedShortcut(Operation.PaddedShortcut shortcut) {
            return new Drawn(shortcut.channelsBefore() + shortcut.channelsAfter() + " zero channels" + stride(shortcut.stride()));
        }

        @Override public Role globalAveragePool(Operation.GlobalAveragePool pool) {
            return new Drawn("avg pool");
        }

        @Override public Role dense(Operation.Dense dense) {
            return new Drawn("fc " + dense.units());
        }

        @Override public Role maxPool(Operation.MaxPool pool) {
            return new Drawn(window(pool.size()) + " max pool" + stride(pool.stride()));
        }

        @Override public Role averagePool(Operation.AveragePool pool) {
            return new Drawn(window(pool.size()) + " avg pool" + stride(pool.stride()));
        }

        @Override public Role adaptiveAveragePool(Operation.AdaptiveAveragePool pool) {
            return new Drawn("avg pool to " + window(pool.size()));
        }

        @Override public Role concatenate(Operation.Concatenate concatenate) {
            return new Meeting(Joint.CONCATENATE);
        }

        @Override public Role localResponseNorm(Operation.LocalResponseNorm norm) {
            return new LeftOut("local response norm");
        }

        @Override public Role dropout(Operation.Dropout dropout) {
            return new LeftOut("dropout");
        }

        private static String window(int size) {
            return size + "x" + size;
        }

        private static String stride(int stride) {
            return stride == 1 ? "" : ", /" + stride;
        }
    }
}
