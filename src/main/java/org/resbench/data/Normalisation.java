package org.resbench.data;

/** Turns bytes into floats: {@code (byte / 255 - mean) * scale}, mean and scale per pixel and channel.
 * Sizes: both arrays hold {@code height * width * 3} values, fitted on training images only. */
public record Normalisation(float[] mean, float[] scale) {
    public Normalisation {
        if (mean.length != scale.length) {
            throw new IllegalArgumentException(mean.length + " means but " + scale.length + " scales");
        }
    }

    /** Writes images {@code from} (included) to {@code to} (left out) to the start of {@code out}, NHWC.
     * @throws IllegalArgumentException if the images are not of the size that this was fitted on, or {@code out} is too short */
    public void apply(Images images, int from, int to, float[] out) {
        int length = images.height() * images.width() * Images.CHANNELS;
        if (length != mean.length || (long) (to - from) * length > out.length) {
            throw new IllegalArgumentException((to - from) + " images of " + length + " values into " + out.length + ", fitted on " + mean.length);
        }
        byte[] pixels = images.pixels();
        for (int i = from; i < to; i++) {
            for (int k = 0; k < length; k++) {
                out[(i - from) * length + k] = value(pixels[i * length + k], k);
            }
        }
    }

    /** The float for a byte at a place within an image. */
    float value(byte pixel, int place) {
        return ((pixel & 0xff) / 255f - mean[place]) * scale[place];
    }
}
