package org.resbench.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Description of one sample.
 * @param samples every value, in the order given
 * @param standardDeviation with n-1; empty for one value, 0 for equal ones
 * @param median the middle value, the mean of the middle two for an even number
 * @param interquartileMean mean of what is left when a quarter of the values, rounded down, is cut from each end: hardly moved by one
 *     seed that went astray (Agarwal et al. 2021, section 4.3, arXiv:2108.13264; {@code trim_mean(x, 0.25)} of SciPy). For fewer than
 *     four values it is the mean
 * @param meanInterval 95 % t interval of the mean, {@code mean +- t(0.975; n-1) sd / sqrt(n)}; empty for one value and for equal
 *     ones, whose spread is unknown rather than zero */
public record Summary(List<Double> samples, double mean, Optional<Double> standardDeviation, double median,
                      double interquartileMean, double minimum, double maximum, Optional<Interval> meanInterval) {
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
        return new Summary(Arrays.stream(values).boxed().toList(), Samples.mean(values), spread, median,
                Samples.mean(Arrays.copyOfRange(sorted, n / 4, n - n / 4)), sorted[0], sorted[n - 1],
                StudentEstimate.ofMean(values).map(estimate -> estimate.interval(Interval.LEVEL)));
    }

    /** How many values. */
    public int n() {
        return samples.size();
    }
}
