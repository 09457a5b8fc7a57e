package org.resbench.evaluate;

import java.util.Arrays;
import org.resbench.arch.Shape;
import org.resbench.data.Images;
import org.resbench.data.Normalisation;
import org.resbench.data.Progress;
import org.resbench.tf.Device;
import org.resbench.tf.InferenceNetwork;

/** Tests a network on images, batch by batch. */
public final class Evaluator {
    private static final int LARGEST_BATCH = 250;
    /** Bounds a batch's memory: 250 images of 32x32, 53 of 224x224. */
    private static final long MOST_VALUES = 8_000_000;

    /** Whatever yields scores. */
    public interface Scorer {
        /** @param pixels NHWC, may be longer @return {@code [count, classes]} */
        float[] logits(float[] pixels, int count);
    }

    private Evaluator() {}

    /** @param every takes each n-th image, from the first */
    public static Evaluation evaluate(TrainedNetwork trained, Images images, int every, TestProtocol protocol, Device device,
            Progress progress) {
        try (InferenceNetwork network = InferenceNetwork.build(trained.network(), trained.epsilon(), device)) {
            network.write(trained.weights());
            return evaluate(network::logits, trained, images, every, protocol, progress);
        }
    }

    /** @throws IllegalArgumentException if the images are not of the network's input size */
    public static Evaluation evaluate(Scorer scorer, TrainedNetwork trained, Images images, int every, TestProtocol protocol,
            Progress progress) {
        Shape input = trained.network().input();
        if (images.height() != input.height() || images.width() != input.width()) {
            throw new IllegalArgumentException("the network reads " + input + ", the images are " + images.height() + "x" + images.width());
        }
        Images chosen = every(images, every);
        Normalisation normalisation = trained.normalisation();
        int classes = trained.network().classes();
        int batch = (int) Math.max(1, Math.min(LARGEST_BATCH, MOST_VALUES / input.elements()));
        float[] pixels = new float[Math.toIntExact(Math.min(batch, chosen.count()) * input.elements())];
        float[] logits = new float[chosen.count() * classes];
        progress.begin("testing", 0, chosen.count(), Progress.Unit.IMAGES);
        try {
            for (int from = 0; from < chosen.count(); from += batch) {
                int to = Math.min(from + batch, chosen.count());
                normalisation.apply(chosen, from, to, pixels);
                System.arraycopy(scorer.logits(pixels, to - from), 0, logits, from * classes, (to - from) * classes);
                progress.at(to);
            }
        } finally {
            progress.end();
        }
        return new Evaluation(protocol, classes, chosen.labels(), logits);
    }

    private static Images every(Images images, int every) {
        if (every == 1) {
            return images;
        }
        int length = images.height() * images.width() * Images.CHANNELS;
        int count = (images.count() - 1) / every + 1;
        byte[] pixels = new byte[count * length];
        int[] labels = new int[count];
        Arrays.setAll(labels, i -> images.labels()[i * every]);
        for (int i = 0; i < count; i++) {
            System.arraycopy(images.pixels(), i * every * length, pixels, i * length, length);
        }
        return new Images(images.height(), images.width(), pixels, labels);
    }
}
