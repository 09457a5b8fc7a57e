package org.resbench.train;

import org.resbench.data.Images;
import org.resbench.data.Normalisation;
import org.resbench.runs.Run;
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
        int image = images.height() * images.width() * Images.CHANNELS;
        float[] pixels = new float[Math.min(BATCH, images.count()) * image];
        int[] predicted = new int[images.count()];
        double loss = 0;
        for (int from = 0; from < images.count(); from += BATCH) {
            int count = Math.min(BATCH, images.count() - from);
            normalisation.apply(images, from, from + count, pixels);
            int[] labels = new int[count];
            System.arraycopy(images.labels(), from, labels, 0, count);
            TrainableNetwork.Answer answer = network.test(pixels, labels, count);
            loss += answer.lossSum();
            System.arraycopy(answer.predicted(), 0, predicted, from, count);
        }
        return new Outcome(loss / images.count(), new Run.Predictions(images.labels().clone(), predicted));
    }
}
