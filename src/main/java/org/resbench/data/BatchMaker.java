package org.resbench.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes training batch {@code i}, whichever thread asks and in whatever order; see {@link Batches} for what is in it. */
final class BatchMaker {
    private final Images images;
    private final Normalisation normalisation;
    private final Augmentation augmentation;
    private final int batchSize;
    private final long seed;
    /** Orders of the latest epochs: threads may work on two at a time, more when an epoch is shorter than a batch. */
    private final Map<Long, int[]> orders = new LinkedHashMap<>() {
        @Override protected boolean removeEldestEntry(Map.Entry<Long, int[]> eldest) {
            return size() > 4;
        }
    };

    BatchMaker(Images images, Normalisation normalisation, Augmentation augmentation, int batchSize, long seed) {
        if (images.count() == 0 || batchSize < 1) {
            throw new IllegalArgumentException("batches of " + batchSize + " from " + images.count() + " images");
        }
        this.images = images;
        this.normalisation = normalisation;
        this.augmentation = augmentation;
        this.batchSize = batchSize;
        this.seed = seed;
    }

    int pixelsLength() {
        return Math.multiplyExact(batchSize, imageLength());
    }

    int batchSize() {
        return batchSize;
    }

    private int imageLength() {
        return images.height() * images.width() * Images.CHANNELS;
    }

    /** Fills the arrays, whatever was in them.
     * @param iteration from 1 */
    Batch make(long iteration, float[] pixels, int[] labels) {
        long first = (iteration - 1) * batchSize;
        for (int i = 0; i < batchSize; i++) {
            long epoch = (first + i) / images.count();
            int image = order(epoch)[(int) ((first + i) % images.count())];
            labels[i] = images.labels()[image];
            augment(image, epoch, pixels, i * imageLength());
        }
        return new Batch(batchSize, iteration, (int) (first / images.count()), pixels, labels);
    }

    private synchronized int[] order(long epoch) {
        return orders.computeIfAbsent(epoch, this::shuffled);
    }

    /** Fisher and Yates. */
    private int[] shuffled(long epoch) {
        int[] order = new int[images.count()];
        SplittableRandom random = Seeds.random(seed, "order", epoch);
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private void augment(int image, long epoch, float[] out, int offset) {
        SplittableRandom random = Seeds.random(seed, "augmentation", epoch, image);
        int pad = augmentation.pad();
        int down = random.nextInt(2 * pad + 1) - pad;
        int right = random.nextInt(2 * pad + 1) - pad;
        boolean mirror = random.nextBoolean() && augmentation.flip();
        int height = images.height();
        int width = images.width();
        int from = image * imageLength();
        Arrays.fill(out, offset, offset + imageLength(), 0);
        int first = Math.max(0, -right);
        int count = Math.min(width, width - right) - first;
        int column = mirror ? width - first - count : first;
        for (int y = Math.max(0, -down); y < Math.min(height, height - down); y++) {
            int place = ((y + down) * width + first + right) * Images.CHANNELS;
            normalisation.row(images.pixels(), from + place, place, count * Images.CHANNELS, out,
                    offset + (y * width + column) * Images.CHANNELS, mirror);
        }
    }
}
