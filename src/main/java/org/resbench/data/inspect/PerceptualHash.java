package org.resbench.data.inspect;

import java.util.Arrays;
import org.resbench.data.Images;

/** 64 bits that stay nearly the same when an image is scaled, recompressed, brightened or tinted. Bit {@code 8 (v - 1) + u - 1} says
 * whether the coefficient (u, v) of the lightness' discrete cosine transform, u and v from 1 to 8, is above the median of all 64; row and
 * column 0, which hold the brightness, are left out. An image of one colour has a hash that means nothing.
 * @see "C. Zauner, Implementation and Benchmarking of Perceptual Image Hash Functions, 2010: DCT based hash" */
final class PerceptualHash {
    static final int BITS = 64;
    private static final int SIDE = 8;
    /** Lightness of red, green and blue (ITU-R BT.601). */
    private static final double[] LIGHTNESS = {0.299, 0.587, 0.114};

    private final int height;
    private final int width;
    private final double[][] down;
    private final double[][] across;

    /** @param height of the images, in pixels
     * @param width of the images, in pixels */
    PerceptualHash(int height, int width) {
        this.height = height;
        this.width = width;
        down = cosines(height);
        across = cosines(width);
    }

    private static double[][] cosines(int length) {
        double[][] cosines = new double[SIDE][length];
        for (int frequency = 1; frequency <= SIDE; frequency++) {
            for (int i = 0; i < length; i++) {
                cosines[frequency - 1][i] = StrictMath.cos((2 * i + 1) * frequency * Math.PI / (2.0 * length));
            }
        }
        return cosines;
    }

    long of(Images images, int image) {
        byte[] pixels = images.pixels();
        double[] coefficients = new double[BITS];
        double[] lightness = new double[width];
        int at = image * height * width * Images.CHANNELS;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++, at += Images.CHANNELS) {
                lightness[x] = LIGHTNESS[0] * (pixels[at] & 0xff) + LIGHTNESS[1] * (pixels[at + 1] & 0xff)
                        + LIGHTNESS[2] * (pixels[at + 2] & 0xff);
            }
            for (int u = 0; u < SIDE; u++) {
                double sum = 0;
                for (int x = 0; x < width; x++) {
                    sum += lightness[x] * across[u][x];
                }
                for (int v = 0; v < SIDE; v++) {
                    coefficients[SIDE * v + u] += sum * down[v][y];
                }
            }
        }
        return aboveMedian(coefficients);
    }

    private static long aboveMedian(double[] coefficients) {
        double[] sorted = coefficients.clone();
        Arrays.sort(sorted);
        double median = (sorted[BITS / 2 - 1] + sorted[BITS / 2]) / 2;
        long bits = 0;
        for (int i = 0; i < BITS; i++) {
            bits |= coefficients[i] > median ? 1L << i : 0;
        }
        return bits;
    }
}
