package org.resbench.arch.counting;

import org.resbench.arch.Operation;

/** What the backward pass of an operation reads of the forward pass, besides parameters.
 * @param input all that it read @param output what it yielded @param mask one more value for each that it yielded */
record Kept(boolean input, boolean output, boolean mask) {
    static final Operation.Reader<Kept> READER = new Reader();
    private static final Kept INPUT = new Kept(true, false, false);
    private static final Kept OUTPUT = new Kept(false, true, false);
    private static final Kept BOTH = new Kept(true, true, false);
    private static final Kept MASK = new Kept(false, false, true);
    private static final Kept NOTHING = new Kept(false, false, false);

    private static final class Reader implements Operation.Reader<Kept> {
        /** For the kernel's gradient. */
        @Override public Kept convolution(Operation.Convolution convolution) {
            return INPUT;
        }

        /** For the kernel's gradient. */
        @Override public Kept dense(Operation.Dense dense) {
            return INPUT;
        }

        /** Normalised again from the batch's mean and variance, which are two numbers a channel. */
        @Override public Kept batchNorm(Operation.BatchNorm batchNorm) {
            return INPUT;
        }

        /** Which values were above zero. */
        @Override public Kept relu(Operation.Relu relu) {
            return OUTPUT;
        }

        @Override public Kept add(Operation.Add add) {
            return NOTHING;
        }

        @Override public Kept paddedShortcut(Operation.PaddedShortcut shortcut) {
            return NOTHING;
        }

        @Override public Kept globalAveragePool(Operation.GlobalAveragePool pool) {
            return NOTHING;
        }

        /** Which value of a window was the largest; TensorFlow compares both. */
        @Override public Kept maxPool(Operation.MaxPool pool) {
            return BOTH;
        }

        @Override public Kept averagePool(Operation.AveragePool pool) {
            return NOTHING;
        }

        @Override public Kept adaptiveAveragePool(Operation.AdaptiveAveragePool pool) {
            return NOTHING;
        }

        @Override public Kept concatenate(Operation.Concatenate concatenate) {
            return NOTHING;
        }

        @Override public Kept localResponseNorm(Operation.LocalResponseNorm norm) {
            return BOTH;
        }

        @Override public Kept dropout(Operation.Dropout dropout) {
            return MASK;
        }
    }
}
