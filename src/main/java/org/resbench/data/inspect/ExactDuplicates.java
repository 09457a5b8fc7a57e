package org.resbench.data.inspect;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resbench.data.Progress;

/** Images that are equal byte by byte. */
final class ExactDuplicates {
    private final Pool pool;
    private final List<List<Integer>> groups;

    private ExactDuplicates(Pool pool, List<List<Integer>> groups) {
        this.pool = pool;
        this.groups = groups;
    }

    static ExactDuplicates of(Pool pool, Progress progress) {
        progress.begin("exact duplicates", 0, pool.count(), Progress.Unit.IMAGES);
        Map<ByteBuffer, List<Integer>> byPixels = new LinkedHashMap<>();
        for (int i = 0; i < pool.count(); i++) {
            byPixels.computeIfAbsent(pool.pixels(i), pixels -> new ArrayList<>(1)).add(i);
            progress.at(i + 1);
        }
        progress.end();
        return new ExactDuplicates(pool, List.copyOf(byPixels.values()));
    }

    /** The first of each set of equal images, in their order. */
    int[] distinct() {
        return groups.stream().mapToInt(group -> group.get(0)).toArray();
    }

    Duplicates count() {
        Tally tally = new Tally(pool);
        groups.stream().filter(group -> group.size() > 1).forEach(group -> count(group, tally));
        return tally.duplicates();
    }

    private void count(List<Integer> group, Tally tally) {
        long training = group.stream().filter(image -> !pool.isTest(image)).count();
        long test = group.size() - training;
        Map<Integer, Long> byLabel = new LinkedHashMap<>();
        group.forEach(image -> byLabel.merge(pool.label(image), 1L, Long::sum));
        long sameClass = byLabel.values().stream().mapToLong(ExactDuplicates::pairs).sum();
        tally.add(pairs(training), pairs(test), training * test, pairs(group.size()) - sameClass);
        group.stream().filter(image -> training > 0 && pool.isTest(image)).forEach(tally::leaked);
        tally.example(new Pair(0, 1, group.get(0), group.get(group.size() - 1)));
    }

    private static long pairs(long images) {
        return images * (images - 1) / 2;
    }
}
