package org.resbench.data;

import java.util.ArrayList;
import java.util.List;

/** Which images of a split a trial sees: indices, ascending; every choice is even over classes and the same each time. */
final class Selection {
    private final String what;
    private final int[] labels;
    private final int[] chosen;

    private Selection(String what, int[] labels, int[] chosen) {
        this.what = what;
        this.labels = labels;
        this.chosen = chosen;
    }

    /** All images of the first {@code classes} classes.
     * @param what for messages, such as 'cifar10: training' */
    static Selection of(String what, int[] labels, int classes) {
        boolean[] keep = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            keep[i] = labels[i] < classes;
        }
        return new Selection(what, labels, indices(keep));
    }

    int[] chosen() {
        return chosen;
    }

    /** The last tenth of each class (rounded down, at least one), or all but that. */
    Selection tenth(boolean last, int classes, String name) {
        int[] count = counts(classes);
        int[] seen = new int[classes];
        boolean[] keep = new boolean[labels.length];
        for (int i : chosen) {
            int held = Math.max(1, count[labels[i]] / 10);
            keep[i] = last == (seen[labels[i]]++ >= count[labels[i]] - held);
        }
        return new Selection(name, labels, indices(keep));
    }

    /** The first {@code wanted} images, as many of each class as of any other unless a class runs out; 0 means all.
     * @throws DataException if there are not as many */
    Selection limit(int wanted, int classes) {
        if (wanted == 0) {
            return this;
        }
        if (wanted < 0 || wanted > chosen.length) {
            throw new DataException(what + ": " + wanted + " images asked for, must be 1 to " + chosen.length + ", or 0 for all");
        }
        int[] quota = quotas(counts(classes), wanted);
        boolean[] keep = new boolean[labels.length];
        for (int i : chosen) {
            keep[i] = quota[labels[i]]-- > 0;
        }
        return new Selection(what, labels, indices(keep));
    }

    private static int[] quotas(int[] available, int wanted) {
        int[] quota = new int[available.length];
        for (int left = wanted; left > 0;) {
            for (int i = 0; i < quota.length && left > 0; i++) {
                if (quota[i] < available[i]) {
                    quota[i]++;
                    left--;
                }
            }
        }
        return quota;
    }

    private int[] counts(int classes) {
        int[] count = new int[classes];
        for (int i : chosen) {
            count[labels[i]]++;
        }
        return count;
    }

    private static int[] indices(boolean[] keep) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < keep.length; i++) {
            if (keep[i]) {
                indices.add(i);
            }
        }
        return indices.stream().mapToInt(Integer::intValue).toArray();
    }
}
