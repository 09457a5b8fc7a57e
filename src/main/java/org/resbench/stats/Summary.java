package org.resbench.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Description of one sample.
 * @param samples every value, in the order given
 * @param standardDeviation with n-1; empty for one value, 0 for equal ones
 * @param median the middle value, the mean of the middle two for an even number
 * @param meanInterval 95 % t interval of the mean, {@code mean +- t(0.975; n-1) sd / sqrt(n)}; empty for one value and for equal
 *     ones, whose spread is unknown rather than zero */
public record Summary(List<Double> samples, double mean, Optional<Double> standardDeviation, double median, double minimum,
                      double maximum, Optional<Interval> meanInterval) {
    public Summary {
        samples = List.copyOf(samples);
    }

    /** Describes a sample.
     * @throws IllegalArgumentException if it is empty or holds NaN or an infinity */
    public static Summary of(double... values) {
        double[] sorted = Samples.requireFinite("sample", values);
        Arrays.sort(sorted);
        int n = sorted.length;
        Optional<Double> spread = n < 2 ? Optional.empty()
                : Optional.of(Samples.isConstant(sorted) ? 0.0 : Math.sqrt(Samples.variance(sorted)));
        double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        return new Summary(Arrays.stream(values).boxed().toList(), Samples.mean(values), spread, median, sorted[0], sorted[n - 1],
                StudentEstimate.ofMean(values).map(estimate -> estimate.interval(Interval.LEVEL)));
    }

    /** How many values. */
    public int n() {
        return samples.size();
    }
}
