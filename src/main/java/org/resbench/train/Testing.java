package org.resbench.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.resbench.data.Images;
import org.resbench.data.Normalisation;
import org.resbench.runs.Run;
import org.resbench.tf.Moments;
import org.resbench.tf.TrainableNetwork;

/** One view of every image of the test split, the last partial batch included. */
final class Testing {
    private static final int BATCH = 250;

    /** @param loss mean cross-entropy in nats */
    record Outcome(double loss, Run.Predictions predictions) {
        double errorPercent() {
            return 100.0 * predictions.errors() / predictions.labels().length;
        }
    }

    private Testing() {}

    static Outcome test(TrainableNetwork network, Images images, Normalisation normalisation) {
        int[] predicted = new int[images.count()];
        double[] loss = {0};
        inBatches(images, normalisation, (from, pixels, labels) -> {
            TrainableNetwork.Answer answer = network.test(pixels, labels, labels.length);
            loss[0] += answer.lossSum();
            System.arraycopy(answer.predicted(), 0, predicted, from, labels.length);
        });
        return new Outcome(loss[0] / images.count(), new Run.Predictions(images.labels().clone(), predicted));
    }

    /** Standard deviation (divisor n) of what each 3x3 convolution yields after batch norm, before ReLU or addition, over all images,
     * places and channels, with the statistics that testing uses; by convolution, in the network's order. The paper's figure 7; it does
     * not say on which images, here they are those of the test split. */
    static Map<String, Double> layerResponses(TrainableNetwork network, Images images, Normalisation normalisation) {
        Map<String, Moments> moments = new LinkedHashMap<>();
        inBatches(images, normalisation, (from, pixels, labels) ->
                network.responses(pixels, labels, labels.length).forEach((layer, part) -> moments.merge(layer, part, Moments::plus)));
        Map<String, Double> deviations = new LinkedHashMap<>();
        moments.forEach((layer, pooled) -> deviations.put(layer, pooled.deviation()));
        return deviations;
    }

    private interface Taker {
        /** @param from index of the first image @param labels of as many images as were prepared */
        void take(int from, float[] pixels, int[] labels);
    }

    private static void inBatches(Images images, Normalisation normalisation, Taker taker) {
        int image = images.height() * images.width() * Images.CHANNELS;
        float[] pixels = new float[Math.min(BATCH, images.count()) * image];
        for (int from = 0; from < images.count(); from += BATCH) {
            int to = Math.min(from + BATCH, images.count());
            normalisation.apply(images, from, to, pixels);
            taker.take(from, pixels, Arrays.copyOfRange(images.labels(), from, to));
        }
    }
}
