package org.resbench.arch;

/** What one layer computes. A closed set: every reader (counting, drawing, lowering) switches over it without a default,
 * so that a new kind of layer is a compile error until each reader knows it. */
public sealed interface Operation {

    /** 2-D convolution without activation; kernel {@code [size, size, cIn, filters]}, padding explicit. */
    record Convolution(int size, int filters, int stride, Padding padding, boolean bias) implements Operation {}

    /** Batch normalisation over batch, height and width with learned scale and offset (Ioffe and Szegedy 2015). */
    record BatchNorm() implements Operation {}

    record Relu() implements Operation {}

    /** Sum of two maps of equal shape. */
    record Add() implements Operation {}

    /** Option A's parameter-free shortcut: takes each {@code stride}-th pixel from pixel 0 and adds zero channels before and
     * after (He et al. 2015, section 3.3). */
    record PaddedShortcut(int stride, int channelsBefore, int channelsAfter) implements Operation {}

    /** Mean over height and width; output {@code 1 x 1 x c}. */
    record GlobalAveragePool() implements Operation {}

    /** Fully connected layer over the flattened input, with bias. */
    record Dense(int units) implements Operation {}
}
