package org.resbench.data;

/** Turns bytes into floats: {@code (byte / 255 - mean) * scale}, mean and scale per pixel and channel.
 * Sizes: both arrays hold {@code height * width * 3} values, fitted on training images only. */
public record Normalisation(float[] mean, float[] scale) {}
