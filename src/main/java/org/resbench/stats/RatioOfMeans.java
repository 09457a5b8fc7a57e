package org.resbench.stats;

import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/** The ratio of the means of two independent samples, by Fieller's theorem (Fieller 1954, doi:10.1111/j.2517-6161.1954.tb00159.x): the
 * ratios r for which the t test of {@code mean(a) - r mean(b)} against zero does not reject, with unequal variances and Welch's degrees of
 * freedom at the observed ratio. */
public final class RatioOfMeans {
    private RatioOfMeans() {}

    /** Interval of {@code mean(a) / mean(b)}; the bounds solve {@code (ma - r mb)^2 = t^2 (va/na + r^2 vb/nb)}. Empty for a sample of one
     * value, without any spread, and when the mean of b may be zero at this level: the ratios are then no interval.
     * @throws IllegalArgumentException for NaN, an infinity or an empty sample */
    public static Optional<Interval> interval(double[] a, double[] b, double level) {
        double[] first = Samples.requireFinite("first sample", a);
        double[] second = Samples.requireFinite("second sample", b);
        double meanB = Samples.mean(second);
        if (first.length < 2 || second.length < 2 || meanB == 0) {
            return Optional.empty();
        }
        double ratio = Samples.mean(first) / meanB;
        double va = variance(first) / first.length;
        double vb = variance(second) / second.length;
        double scaled = ratio * ratio * vb;
        if (va + scaled == 0) {
            return Optional.empty();
        }
        double freedom = (va + scaled) * (va + scaled) / (va * va / (first.length - 1) + scaled * scaled / (second.length - 1));
        double t = new TDistribution(null, freedom).inverseCumulativeProbability((1 + level) / 2);
        double quadratic = meanB * meanB - t * t * vb;
        if (quadratic <= 0) {
            return Optional.empty();
        }
        double linear = Samples.mean(first) * meanB;
        double root = Math.sqrt(linear * linear - quadratic * (Samples.mean(first) * Samples.mean(first) - t * t * va));
        return Optional.of(new Interval(ratio, (linear - root) / quadratic, (linear + root) / quadratic, level, "Fieller"));
    }

    private static double variance(double[] values) {
        return Samples.isConstant(values) ? 0 : Samples.variance(values);
    }
}
