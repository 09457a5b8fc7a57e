package org.resbench.report.figures;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Curves of several seeds as their mean with the range from the lowest to the highest seed. All three hold the same iterations: those that
 * every seed has, thinned alike, so the mean lies within.
 * @param seeds how many curves there are */
record SeedBand(int seeds, SortedMap<Long, Double> lowest, SortedMap<Long, Double> mean, SortedMap<Long, Double> highest) {
    /** Empty maps where no iteration is common to all curves; empty curves are left out. */
    static SeedBand of(List<SortedMap<Long, Double>> curves) {
        List<SortedMap<Long, Double>> some = curves.stream().filter(c -> !c.isEmpty()).toList();
        SortedMap<Long, Double> common = SeedMean.of(some);
        List<SortedMap<Long, Double>> thin = some.stream().map(curve -> SeedMean.thinned(at(common, curve))).toList();
        return new SeedBand(some.size(), over(thin, DoubleStream::min), SeedMean.of(thin), over(thin, DoubleStream::max));
    }

    private static SortedMap<Long, Double> at(SortedMap<Long, Double> iterations, SortedMap<Long, Double> curve) {
        SortedMap<Long, Double> there = new TreeMap<>(curve);
        there.keySet().retainAll(iterations.keySet());
        return there;
    }

    private static SortedMap<Long, Double> over(List<SortedMap<Long, Double>> curves, Function<DoubleStream, OptionalDouble> what) {
        SortedMap<Long, Double> result = new TreeMap<>();
        for (Long iteration : curves.isEmpty() ? List.<Long>of() : curves.get(0).keySet()) {
            result.put(iteration, what.apply(curves.stream().mapToDouble(c -> c.get(iteration))).orElseThrow());
        }
        return result;
    }
}
