package org.resbench.data;

/** One split of a data set, decoded. Pixels are bytes 0..255 in NHWC order, RGB: image {@code i} starts at
 * {@code i * height * width * 3}. The arrays are shared, not copied: treat them as read-only.
 * @param labels class index of each image */
public record Images(int height, int width, byte[] pixels, int[] labels) {
    public static final int CHANNELS = 3;

    public Images {
        if ((long) labels.length * height * width * CHANNELS != pixels.length) {
            throw new IllegalArgumentException(labels.length + " labels do not fit " + pixels.length + " bytes of "
                    + height + "x" + width + " images");
        }
    }

    public int count() {
        return labels.length;
    }
}
