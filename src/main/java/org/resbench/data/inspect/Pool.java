package org.resbench.data.inspect;

import java.nio.ByteBuffer;
import org.resbench.data.DataSet;
import org.resbench.data.Images;

/** Both parts of a data set as one row of images: training images first, then test images, numbered from 0. */
record Pool(Images training, Images test) {
    static Pool of(DataSet set) {
        return new Pool(set.training(), set.test());
    }

    int count() {
        return training.count() + test.count();
    }

    boolean isTest(int image) {
        return image >= training.count();
    }

    Images part(int image) {
        return isTest(image) ? test : training;
    }

    /** Its number within its part. */
    int within(int image) {
        return isTest(image) ? image - training.count() : image;
    }

    int label(int image) {
        return part(image).labels()[within(image)];
    }

    private int length() {
        return training.height() * training.width() * Images.CHANNELS;
    }

    /** Equal for equal images. */
    ByteBuffer pixels(int image) {
        return ByteBuffer.wrap(part(image).pixels(), within(image) * length(), length());
    }

    /** Pearson's correlation of the bytes of two images, each channel's mean taken off first, so that brightness, contrast and a tint do
     * not count: from -1 to 1, NaN if one of them has a single colour. */
    double correlation(int one, int other) {
        byte[] a = part(one).pixels();
        byte[] b = part(other).pixels();
        int fromA = within(one) * length();
        int fromB = within(other) * length();
        double together = 0;
        double alone = 0;
        double otherAlone = 0;
        double count = length() / (double) Images.CHANNELS;
        for (int channel = 0; channel < Images.CHANNELS; channel++) {
            long sumA = 0;
            long sumB = 0;
            long products = 0;
            long squaresA = 0;
            long squaresB = 0;
            for (int i = channel; i < length(); i += Images.CHANNELS) {
                int x = a[fromA + i] & 0xff;
                int y = b[fromB + i] & 0xff;
                sumA += x;
                sumB += y;
                products += x * y;
                squaresA += x * x;
                squaresB += y * y;
            }
            together += products - sumA * (double) sumB / count;
            alone += squaresA - sumA * (double) sumA / count;
            otherAlone += squaresB - sumB * (double) sumB / count;
        }
        return alone > 0 && otherAlone > 0 ? together / Math.sqrt(alone * otherAlone) : Double.NaN;
    }
}
