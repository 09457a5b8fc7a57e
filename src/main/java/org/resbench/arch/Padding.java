package org.resbench.arch;

/** Zero pixels put around a feature map before a convolution or a pooling, side by side explicit.
 * {@code same(1)} pads (1,1), as Caffe and PyTorch do; TensorFlow's SAME pads (0,1) for a 3x3 kernel of stride 2 on an
 * even map, which is another pixel grid. */
public record Padding(int top, int bottom, int left, int right) {
    public static final Padding NONE = new Padding(0, 0, 0, 0);

    public Padding {
        if (top < 0 || bottom < 0 || left < 0 || right < 0) {
            throw new IllegalArgumentException("padding cannot be negative");
        }
    }

    public static Padding same(int pixels) {
        return new Padding(pixels, pixels, pixels, pixels);
    }
}
