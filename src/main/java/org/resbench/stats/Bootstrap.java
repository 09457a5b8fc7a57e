package org.resbench.stats;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;

/** A bootstrap interval, with what is needed to judge how far to trust it.
 * @param interval bias-corrected and accelerated (BCa)
 * @param n values in the sample
 * @param resamples drawn
 * @param bias z0: how far, in normal quantiles, the estimate is from the median of the resamples
 * @param acceleration a: how fast the standard error changes with the estimate */
public record Bootstrap(Interval interval, int n, int resamples, double bias, double acceleration) {
    public static final int RESAMPLES = 9_999;
    /** Below this many values the interval covers less than it says; docs/statistics.md has the table. */
    public static final int TRUSTED_FROM = 20;

    /** What to say beside the interval; empty from {@link #TRUSTED_FROM} values on. */
    public Optional<String> caution() {
        return n >= TRUSTED_FROM ? Optional.empty() : Optional.of(String.format(Locale.ROOT,
                "BCa interval of %d values: below %d it is too narrow, prefer the t interval", n, TRUSTED_FROM));
    }

    /** Of the mean, at {@link Interval#LEVEL} with {@link #RESAMPLES}. */
    public static Optional<Bootstrap> ofMean(double[] sample, RandomGenerator random) {
        return of(sample, Samples::mean, Interval.LEVEL, RESAMPLES, random);
    }

    /** BCa interval of a statistic (Efron 1987, doi:10.1080/01621459.1987.10478410): the quantiles
     * {@code Phi(z0 + (z0 + z) / (1 - a (z0 + z)))} of the statistic over resamples, where {@code Phi(z0)} is the share of resamples
     * below the estimate, those equal to it as one half, and a is the skewness of the jackknife values over 6. Quantiles are
     * interpolated between normal scores, as R's {@code boot::boot.ci(type="bca")} does.
     *
     * <p>Empty for one value, for values all equal, and where all resamples lie so far to one side that the interval would not
     * hold the estimate.
     * @param statistic of a sample, whatever the order of its values
     * @param resamples at least 100
     * @throws IllegalArgumentException if the sample is empty or holds NaN or an infinity */
    public static Optional<Bootstrap> of(double[] sample, ToDoubleFunction<double[]> statistic, double level,
                                         int resamples, RandomGenerator random) {
        double[] values = Samples.requireFinite("sample", sample);
        if (resamples < 100) {
            throw new IllegalArgumentException(resamples + " resamples are too few for an interval; at least 100");
        }
        if (values.length < 2 || Samples.isConstant(values)) {
            return Optional.empty();
        }
        double estimate = statistic.applyAsDouble(values);
        double[] drawn = draw(values, statistic, resamples, random);
        double bias = bias(drawn, estimate);
        double acceleration = acceleration(values, statistic);
        double lower = quantile(drawn, adjusted((1 - level) / 2, bias, acceleration));
        double upper = quantile(drawn, adjusted((1 + level) / 2, bias, acceleration));
        return lower <= estimate && estimate <= upper
                ? Optional.of(new Bootstrap(new Interval(estimate, lower, upper, level, "BCa bootstrap"), values.length,
                        resamples, bias, acceleration))
                : Optional.empty();
    }

    /** @return the statistic of each resample, ascending */
    private static double[] draw(double[] values, ToDoubleFunction<double[]> statistic, int resamples, RandomGenerator random) {
        double[] drawn = new double[resamples];
        double[] resample = new double[values.length];
        for (int i = 0; i < resamples; i++) {
            for (int j = 0; j < resample.length; j++) {
                resample[j] = values[random.nextInt(values.length)];
            }
            drawn[i] = statistic.applyAsDouble(resample);
        }
        Arrays.sort(drawn);
        return drawn;
    }

    /** Resamples that hold every value once differ from the estimate by rounding; they count as equal to it. */
    private static double bias(double[] drawn, double estimate) {
        double rounding = 1e-12 * Math.max(Math.abs(drawn[0]), Math.abs(drawn[drawn.length - 1]));
        double below = 0;
        for (double value : drawn) {
            below += value < estimate - rounding ? 1 : value <= estimate + rounding ? 0.5 : 0;
        }
        return normal().inverseCumulativeProbability(below / drawn.length);
    }

    private static double acceleration(double[] values, ToDoubleFunction<double[]> statistic) {
        double[] without = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double[] rest = new double[values.length - 1];
            System.arraycopy(values, 0, rest, 0, i);
            System.arraycopy(values, i + 1, rest, i, rest.length - i);
            without[i] = statistic.applyAsDouble(rest);
        }
        double mean = Samples.mean(without);
        double squares = Arrays.stream(without).map(value -> (mean - value) * (mean - value)).sum();
        double cubes = Arrays.stream(without).map(value -> Math.pow(mean - value, 3)).sum();
        return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    }

    private static double adjusted(double probability, double bias, double acceleration) {
        double z = bias + normal().inverseCumulativeProbability(probability);
        return normal().cumulativeProbability(bias + z / (1 - acceleration * z));
    }

    /** Between the k-th and the next of R values by normal scores of {@code k / (R + 1)}; the ends beyond them. */
    private static double quantile(double[] ascending, double probability) {
        double next = ascending.length + 1.0;
        int k = (int) (next * probability);
        if (k < 1 || k >= ascending.length) {
            return ascending[k < 1 ? 0 : ascending.length - 1];
        }
        double low = normal().inverseCumulativeProbability(k / next);
        double high = normal().inverseCumulativeProbability((k + 1) / next);
        double at = normal().inverseCumulativeProbability(probability);
        return ascending[k - 1] + (at - low) / (high - low) * (ascending[k] - ascending[k - 1]);
    }

    private static NormalDistribution normal() {
        return new NormalDistribution(null, 0, 1);
    }
}
