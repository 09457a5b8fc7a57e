package org.resbench.data;

/** Normalised images ready to feed: pixels NHWC float32 {@code [size, height, width, 3]}. Buffers are reused by the producer: valid
 * until {@link Batches#recycle}.
 * @param size images in it
 * @param iteration which update it is for, from 1
 * @param epoch of its first image, from 0 */
public record Batch(int size, long iteration, int epoch, float[] pixels, int[] labels) {}
