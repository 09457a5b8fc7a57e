package org.resbench.train;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Wrong answers of the latest iterations, oldest first out: the training error over a window of mini-batches. */
final class History {
    private final int[] errors;
    private final int batchSize;
    private long seen;

    /** @param window how many iterations it remembers */
    History(int window, int batchSize) {
        errors = new int[window];
        this.batchSize = batchSize;
    }

    void add(int wrong) {
        errors[(int) (seen++ % errors.length)] = wrong;
    }

    boolean isFull() {
        return seen >= errors.length;
    }

    /** Percent of the images in the window; NaN before the first iteration. */
    double errorPercent() {
        int known = (int) Math.min(seen, errors.length);
        return known == 0 ? Double.NaN : 100.0 * Arrays.stream(errors, 0, known).asLongStream().sum() / ((long) known * batchSize);
    }

    /** For a checkpoint; {@link #restore} takes it back. */
    String save() {
        return seen + ":" + Arrays.stream(errors).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    void restore(String saved) {
        String[] parts = saved.split(":");
        int[] values = Arrays.stream(parts[1].split(",")).mapToInt(Integer::parseInt).toArray();
        if (values.length != errors.length) {
            throw new IllegalArgumentException("a window of " + values.length + " iterations, not " + errors.length);
        }
        System.arraycopy(values, 0, errors, 0, values.length);
        seen = Long.parseLong(parts[0]);
    }
}
