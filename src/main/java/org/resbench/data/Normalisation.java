package org.resbench.data;

/** Turns bytes into floats: {@code (byte / 255 - mean) * scale}, mean and scale per pixel and channel.
 * Sizes: both arrays hold {@code height * width * 3} values, fitted on training images only. */
public record Normalisation(float[] mean, float[] scale) {
    /** Bytes over 255: a division for each value would be half of the work of a batch. */
    private static final float[] UNIT = unit();

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
            throw new IllegalArgumentException((to - from) + " images of " + length + " values into " + out.length
                    + ", fitted on " + mean.length);
        }
        byte[] pixels = images.pixels();
        for (int i = from; i < to; i++) {
            for (int k = 0; k < length; k++) {
                out[(i - from) * length + k] = value(pixels[i * length + k], k);
            }
        }
    }

    /** Writes part of a row, or its mirror image.
     * @param from of its first value in {@code pixels} @param place of that value within its image @param count values, whole pixels
     * @param to of the part's first value in {@code out}, mirrored or not */
    void row(byte[] pixels, int from, int place, int count, float[] out, int to, boolean mirrored) {
        if (!mirrored) {
            for (int k = 0; k < count; k++) {
                out[to + k] = value(pixels[from + k], place + k);
            }
            return;
        }
        for (int k = 0; k < count; k += Images.CHANNELS) {
            int mirror = to + count - Images.CHANNELS - k;
            for (int c = 0; c < Images.CHANNELS; c++) {
                out[mirror + c] = value(pixels[from + k + c], place + k + c);
            }
        }
    }

    /** The float for a byte at a place within an image. */
    private float value(byte pixel, int place) {
        return (UNIT[pixel & 0xff] - mean[place]) * scale[place];
    }

    private static float[] unit() {
        float[] unit = new float[256];
        for (int value = 0; value < unit.length; value++) {
            unit[value] = value / 255f;
        }
        return unit;
    }
}
