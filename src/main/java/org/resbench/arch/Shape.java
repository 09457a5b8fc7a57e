package org.resbench.arch;

/** Size of one image's feature map: {@code height x width x channels}, batch left out.
 * A flat vector of {@code c} features is {@code 1 x 1 x c}.
 * @throws IllegalArgumentException if a side is not positive */
public record Shape(int height, int width, int channels) {
    public Shape {
        if (height < 1 || width < 1 || channels < 1) {
            throw new IllegalArgumentException("a feature map needs positive sides, not " + height + "x" + width + "x" + channels);
        }
    }

    public static Shape image(int size) {
        return new Shape(size, size, 3);
    }

    /** Number of values in one image's map. */
    public long elements() {
        return (long) height * width * channels;
    }

    @Override public String toString() {
        return height + "x" + width + "x" + channels;
    }
}
