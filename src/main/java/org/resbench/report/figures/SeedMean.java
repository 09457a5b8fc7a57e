package org.resbench.report.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.resbench.stats.Summary;

/** Means of curves over seeds. */
final class SeedMean {
    /** More points than this are not told apart in print. */
    static final int POINTS = 200;

    private SeedMean() {}

    /** The mean at every iteration that all curves have; where one has ended (diverged, unfinished) there is no mean, because the mean of
     * the survivors would flatter. Empty curves are left out. */
    static SortedMap<Long, Double> of(List<SortedMap<Long, Double>> curves) {
        List<SortedMap<Long, Double>> some = curves.stream().filter(c -> !c.isEmpty()).toList();
        SortedMap<Long, Double> means = new TreeMap<>();
        if (!some.isEmpty()) {
            for (Long iteration : some.get(0).keySet()) {
                if (some.stream().allMatch(c -> c.containsKey(iteration))) {
                    means.put(iteration, Summary.of(some.stream().mapToDouble(c -> c.get(iteration)).toArray()).mean());
                }
            }
        }
        return means;
    }

    /** At most {@link #POINTS} points: neighbours are averaged, at the iteration of the last of them. */
    static SortedMap<Long, Double> thinned(SortedMap<Long, Double> curve) {
        int bin = (curve.size() + POINTS - 1) / POINTS;
        if (bin <= 1) {
            return curve;
        }
        SortedMap<Long, Double> thin = new TreeMap<>();
        List<Long> iterations = new ArrayList<>(curve.keySet());
        for (int i = 0; i < iterations.size(); i += bin) {
            List<Long> some = iterations.subList(i, Math.min(i + bin, iterations.size()));
            thin.put(some.get(some.size() - 1), Summary.of(some.stream().mapToDouble(curve::get).toArray()).mean());
        }
        return thin;
    }
}
