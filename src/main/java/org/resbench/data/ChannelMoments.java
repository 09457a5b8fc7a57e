package org.resbench.data;

/** Mean and standard deviation (n) of one channel over all pixels of all images, of bytes 0..255. Sums are exact in integers, so neither
 * thread counts nor orders matter. */
public record ChannelMoments(double mean, double standardDeviation) {

    /** @param channel 0 red, 1 green, 2 blue
     * @throws IllegalArgumentException without images */
    public static ChannelMoments of(Images images, int channel) {
        byte[] pixels = images.pixels();
        if (pixels.length == 0) {
            throw new IllegalArgumentException("no images have no mean");
        }
        double count = pixels.length / (double) Images.CHANNELS;
        long sum = 0;
        long squares = 0;
        for (int i = channel; i < pixels.length; i += Images.CHANNELS) {
            int value = pixels[i] & 0xff;
            sum += value;
            squares += (long) value * value;
        }
        double mean = sum / count;
        return new ChannelMoments(mean, Math.sqrt(Math.max(0, squares / count - mean * mean)));
    }
}
