package org.resbench.data.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.resbench.data.ChannelMoments;
import org.resbench.data.Images;

/** What one part of a data set holds.
 * @param imagesPerClass in label order
 * @param imbalance images of the largest class over those of the smallest, 1 if all are alike; infinite if one has none
 * @param channelMeans of red, green and blue, bytes scaled to 0..1
 * @param channelStandardDeviations over all pixels of all images, of bytes scaled to 0..1 */
public record SplitFacts(int images, List<Integer> imagesPerClass, double imbalance, List<Double> channelMeans,
        List<Double> channelStandardDeviations) {
    private static final double WHITE = 255;

    public SplitFacts {
        imagesPerClass = List.copyOf(imagesPerClass);
        channelMeans = List.copyOf(channelMeans);
        channelStandardDeviations = List.copyOf(channelStandardDeviations);
    }

    static SplitFacts of(Images images, int classes) {
        int[] counts = new int[classes];
        Arrays.stream(images.labels()).forEach(label -> counts[label]++);
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (int channel = 0; channel < Images.CHANNELS; channel++) {
            ChannelMoments moments = ChannelMoments.of(images, channel);
            means.add(moments.mean() / WHITE);
            deviations.add(moments.standardDeviation() / WHITE);
        }
        int largest = IntStream.of(counts).max().orElse(0);
        int smallest = IntStream.of(counts).min().orElse(0);
        return new SplitFacts(images.count(), IntStream.of(counts).boxed().toList(), (double) largest / smallest, means, deviations);
    }
}
