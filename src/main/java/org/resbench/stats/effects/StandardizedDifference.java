package org.resbench.stats.effects;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Gamma;
import org.resbench.stats.Interval;
import org.resbench.stats.Samples;
import org.resbench.stats.power.NoncentralT;

/** A difference of means in units of the standard deviation.
 * @param cohensD difference over the pooled standard deviation (Cohen 1988, equation 2.5.1); of pairs: mean over standard deviation of
 *     the differences (his d_z, section 2.3.5)
 * @param hedgesG d without its bias in small samples: times {@code gamma(df/2) / (sqrt(df/2) gamma((df-1)/2))} (Hedges 1981,
 *     doi:10.3102/10769986006002107)
 * @param interval of g: the noncentralities of t that put the t seen at the ends of the level (Steiger and Fouladi 1997, chapter 9 of
 *     "What if there were no significance tests?"), in units of d, times the same factor; supposes normal values of equal spread */
public record StandardizedDifference(double cohensD, double hedgesG, Interval interval) {

    /** Of independent samples. Empty if there are fewer than three values in all, or neither sample has any spread.
     * @throws IllegalArgumentException if one is empty or holds NaN or an infinity */
    public static Optional<StandardizedDifference> of(double[] first, double[] second, double level) {
        double[] a = Samples.requireFinite("first sample", first);
        double[] b = Samples.requireFinite("second sample", second);
        int freedom = a.length + b.length - 2;
        double squares = squares(a) + squares(b);
        return freedom < 1 || squares == 0 ? Optional.empty()
                : of(Samples.mean(a) - Samples.mean(b), Math.sqrt(squares / freedom), freedom, 1.0 / a.length + 1.0 / b.length, level);
    }

    /** Of pairs. Empty for one pair, and if all differences are equal.
     * @throws IllegalArgumentException if the samples differ in length, are empty or hold NaN or an infinity */
    public static Optional<StandardizedDifference> ofPairs(double[] first, double[] second, double level) {
        double[] differences = Samples.differences(first, second);
        double squares = squares(differences);
        int freedom = differences.length - 1;
        return freedom < 1 || squares == 0 ? Optional.empty()
                : of(Samples.mean(differences), Math.sqrt(squares / freedom), freedom, 1.0 / differences.length, level);
    }

    private static Optional<StandardizedDifference> of(double difference, double sd, int freedom, double inverseSize, double level) {
        double d = difference / sd;
        if (!Double.isFinite(d)) {
            return Optional.empty();
        }
        double unit = Math.sqrt(inverseSize);
        double factor = correction(freedom);
        double lower = noncentrality(d / unit, freedom, (1 + level) / 2) * unit * factor;
        double upper = noncentrality(d / unit, freedom, (1 - level) / 2) * unit * factor;
        double g = d * factor;
        return Optional.of(new StandardizedDifference(d, g,
                new Interval(g, Math.min(lower, g), Math.max(upper, g), level, "noncentral t")));
    }

    /** With one degree of freedom the mean of d does not exist, and the factor is 0. */
    private static double correction(int freedom) {
        return freedom == 1 ? 0 : Math.exp(Gamma.logGamma(freedom / 2.0) - Gamma.logGamma((freedom - 1) / 2.0)) / Math.sqrt(freedom / 2.0);
    }

    /** The noncentrality with {@code P(T <= t) = probability}; P falls as it rises. */
    private static double noncentrality(double t, int freedom, double probability) {
        DoubleUnaryOperator excess = at -> NoncentralT.cumulative(t, freedom, at) - probability;
        double low = t - 1;
        double high = t + 1;
        for (double step = 1; excess.applyAsDouble(low) < 0; step *= 2) {
            low -= step;
        }
        for (double step = 1; excess.applyAsDouble(high) > 0; step *= 2) {
            high += step;
        }
        for (int halving = 0; halving < 200 && high - low > 1e-13 * Math.max(1, Math.abs(t)); halving++) {
            double middle = (low + high) / 2;
            boolean below = excess.applyAsDouble(middle) > 0;
            low = below ? middle : low;
            high = below ? high : middle;
        }
        return (low + high) / 2;
    }

    private static double squares(double[] values) {
        return values.length < 2 || Samples.isConstant(values) ? 0 : Samples.variance(values) * (values.length - 1);
    }
}
