package org.resbench.data;

import java.util.List;
import java.util.stream.IntStream;

/** The data set that needs no files: figures painted from a fixed seed, at any size, the same on every machine.
 * Classes are interleaved. An image depends on (split, class, how manieth of its class, size) alone, so that fewer classes or images are
 * a part of more. */
final class Synthetic implements Source {
    static final String NAME = "synthetic";
    static final int SIZE = 32;
    static final int LEAST_SIZE = 8;
    static final int TRAINING_IMAGES = 10_000;
    static final int TEST_IMAGES = 2_000;
    private static final long SEED = 2015;

    private final int classes;
    private final int trainingImages;
    private final int testImages;

    Synthetic(DataRequest request) {
        int all = Shapes.values().length;
        classes = request.classes() == 0 ? all : Math.max(1, Math.min(all, request.classes()));
        trainingImages = request.validation() ? TRAINING_IMAGES : Math.max(TRAINING_IMAGES, request.trainingImages());
        testImages = Math.max(TEST_IMAGES, request.validation() ? 0 : request.testImages());
    }

    @Override public List<String> classes() {
        return Shapes.names();
    }

    @Override public int[] labels(boolean training) {
        return IntStream.range(0, training ? trainingImages : testImages).map(i -> i % classes).toArray();
    }

    @Override public Images images(boolean training, int[] chosen, int imageSize) {
        int size = imageSize == 0 ? SIZE : imageSize;
        if (size < LEAST_SIZE) {
            throw new DataException(NAME + ": image size " + size + " is too small for its figures; must be at least " + LEAST_SIZE);
        }
        int length = size * size * Images.CHANNELS;
        byte[] pixels = new byte[Math.multiplyExact(chosen.length, length)];
        IntStream.range(0, chosen.length).parallel().forEach(i -> {
            int label = chosen[i] % classes;
            Scene.paint(Shapes.values()[label],
                    Seeds.random(SEED, training ? "training" : "test", label, chosen[i] / classes), size, pixels, i * length);
        });
        return new Images(size, size, pixels, IntStream.of(chosen).map(i -> i % classes).toArray());
    }
}
