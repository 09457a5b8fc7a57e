package org.resbench.data;

import java.util.Arrays;

/** Fits normalisations on training images; sums are exact in integers, so thread counts and orders do not matter. */
public final class Normaliser {
    /** What is taken off and divided by; bytes are always scaled to 0..1 first. */
    public enum Kind {
        /** The mean of each pixel and channel is taken off (the paper's, section 4.2). */
        PIXEL_MEAN,
        /** The mean of each channel is taken off, then divided by its standard deviation. */
        CHANNEL,
        /** Nothing more. */
        SCALE
    }

    private Normaliser() {}

    /** @throws IllegalArgumentException without images */
    public static Normalisation fit(Kind kind, Images training) {
        if (training.count() == 0) {
            throw new IllegalArgumentException("no images to fit on");
        }
        int length = training.height() * training.width() * Images.CHANNELS;
        float[] mean = new float[length];
        float[] scale = new float[length];
        Arrays.fill(scale, 1);
        switch (kind) {
            case PIXEL_MEAN -> pixelMean(training, mean);
            case CHANNEL -> channel(training, mean, scale);
            case SCALE -> { }
        }
        return new Normalisation(mean, scale);
    }

    private static void pixelMean(Images training, float[] mean) {
        long[] sums = new long[mean.length];
        byte[] pixels = training.pixels();
        for (int i = 0, k = 0; i < pixels.length; i++, k = k + 1 == mean.length ? 0 : k + 1) {
            sums[k] += pixels[i] & 0xff;
        }
        for (int k = 0; k < mean.length; k++) {
            mean[k] = (float) (sums[k] / (255.0 * training.count()));
        }
    }

    /** A channel that never changes keeps scale 1. */
    private static void channel(Images training, float[] mean, float[] scale) {
        for (int c = 0; c < Images.CHANNELS; c++) {
            ChannelMoments moments = ChannelMoments.of(training, c);
            for (int k = c; k < mean.length; k += Images.CHANNELS) {
                mean[k] = (float) (moments.mean() / 255);
                scale[k] = moments.standardDeviation() == 0 ? 1 : (float) (255 / moments.standardDeviation());
            }
        }
    }
}
