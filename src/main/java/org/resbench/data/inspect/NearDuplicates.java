package org.resbench.data.inspect;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.resbench.data.Progress;

/** Pairs of images that show the same picture but are not equal: their {@linkplain PerceptualHash hashes} differ in few bits, and their
 * pixels correlate. Every pair of hashes is compared (60,000 images: 1.8 billion pairs, a few seconds), so none is missed. Copies of an
 * image count once.
 *
 * <p>The thresholds were chosen on CIFAR-10 (a JPEG copy) against a list that people made by eye. Of its 249 test images with a near
 * duplicate in the training set this finds 102, of its 37 'very similar' ones 4, and 47 that are not on the list; looked at side by side
 * once, these show the same picture too. Mirrored copies and other crops are not found.
 * @see "B. Barz, J. Denzler, Do We Train on Test Data? Purging CIFAR of Near-Duplicates, J. Imaging 6(6):41, 2020; the list:
 *     https://github.com/cvjena/cifair/tree/master/meta" */
final class NearDuplicates {
    /** At most so many of the 64 bits differ. */
    static final int MOST_BITS = 10;
    /** At least so alike are the pixels. */
    static final double LEAST_CORRELATION = 0.9;
    private static final int BLOCK = 512;

    private final Pool pool;
    private final int[] distinct;
    private final long[] hashes;
    private final Tally tally;

    private NearDuplicates(Pool pool, int[] distinct) {
        this.pool = pool;
        this.distinct = distinct;
        hashes = new long[distinct.length];
        tally = new Tally(pool);
    }

    /** @param distinct numbers in the pool of the images to compare, no two of them equal */
    static Duplicates of(Pool pool, int[] distinct, Progress progress) {
        NearDuplicates search = new NearDuplicates(pool, distinct);
        PerceptualHash hash = new PerceptualHash(pool.training().height(), pool.training().width());
        search.inBlocks("hashing", progress, i -> search.hashes[i] = hash.of(pool.part(distinct[i]), pool.within(distinct[i])));
        search.inBlocks("near duplicates", progress, search::compare);
        return search.tally.duplicates();
    }

    /** On all cores, with progress from this thread only. */
    private void inBlocks(String what, Progress progress, IntConsumer work) {
        progress.begin(what, 0, distinct.length, Progress.Unit.IMAGES);
        for (int from = 0; from < distinct.length; from += BLOCK) {
            int to = Math.min(distinct.length, from + BLOCK);
            IntStream.range(from, to).parallel().forEach(work);
            progress.at(to);
        }
        progress.end();
    }

    /** Compares image {@code i} with the half of the others that follows it, going round: every pair has its turn once, and every image
     * costs the same time. */
    private void compare(int i) {
        int n = distinct.length;
        int others = n % 2 == 1 || i < n / 2 ? n / 2 : n / 2 - 1;
        int untilEnd = Math.min(others, n - 1 - i);
        compare(i, i + 1, i + 1 + untilEnd);
        compare(i, 0, others - untilEnd);
    }

    private void compare(int i, int from, int to) {
        long hash = hashes[i];
        for (int j = from; j < to; j++) {
            int bits = Long.bitCount(hash ^ hashes[j]);
            if (bits <= MOST_BITS) {
                double correlation = pool.correlation(distinct[i], distinct[j]);
                if (correlation >= LEAST_CORRELATION) {
                    tally.add(new Pair(bits, correlation, distinct[Math.min(i, j)], distinct[Math.max(i, j)]));
                }
            }
        }
    }
}
