package org.resbench.stats;

import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/** An estimate whose error, over its standard error, follows Student's t: a mean, or a difference of two means. Intervals and
 * tests against any value follow from these three numbers.
 *
 * <p>Estimates are empty when the spread cannot be had from the sample: one value, or values all equal (also up to rounding:
 * a standard error below 10 ulp of the mean, where R's {@code t.test} stops with "data are essentially constant").
 * @param standardError above zero
 * @param degreesOfFreedom above zero, not always whole
 * @param method such as {@code Welch t} */
public record StudentEstimate(double estimate, double standardError, double degreesOfFreedom, String method) {
    public StudentEstimate {
        if (!(standardError > 0) || !(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("standard error " + standardError + " and degrees of freedom " + degreesOfFreedom
                    + " must be above zero");
        }
    }

    /** The mean of one sample: standard error {@code s / sqrt(n)}, n-1 degrees of freedom (Student 1908,
     * doi:10.1093/biomet/6.1.1). Empty for one value and for equal values. */
    public static Optional<StudentEstimate> ofMean(double[] sample) {
        double[] values = Samples.requireFinite("sample", sample);
        int n = values.length;
        if (n < 2 || Samples.isConstant(values)) {
            return Optional.empty();
        }
        double mean = Samples.mean(values);
        return of(mean, Samples.variance(values) / n, n - 1, "t", Math.abs(mean));
    }

    /** The mean of first minus the mean of second, with unequal variances: standard error
     * {@code sqrt(v1/n1 + v2/n2)}, degrees of freedom {@code (v1/n1 + v2/n2)^2 / ((v1/n1)^2/(n1-1) + (v2/n2)^2/(n2-1))}
     * (Welch 1947, doi:10.1093/biomet/34.1-2.28). Empty if either sample has one value, or both have no spread; one sample
     * without spread is allowed and adds nothing to the standard error. */
    public static Optional<StudentEstimate> ofDifference(double[] first, double[] second) {
        double[] a = Samples.requireFinite("first sample", first);
        double[] b = Samples.requireFinite("second sample", second);
        if (a.length < 2 || b.length < 2 || (Samples.isConstant(a) && Samples.isConstant(b))) {
            return Optional.empty();
        }
        double va = Samples.variance(a) / a.length;
        double vb = Samples.variance(b) / b.length;
        double freedom = (va + vb) * (va + vb) / (va * va / (a.length - 1) + vb * vb / (b.length - 1));
        double meanA = Samples.mean(a);
        double meanB = Samples.mean(b);
        return of(meanA - meanB, va + vb, freedom, "Welch t", Math.max(Math.abs(meanA), Math.abs(meanB)));
    }

    /** The mean of first minus the mean of second, if both have one variance: Student's t with the pooled variance
     * {@code s^2 = ((n1-1) v1 + (n2-1) v2) / (n1+n2-2)}, standard error {@code s sqrt(1/n1 + 1/n2)}, n1+n2-2 degrees of freedom. R:
     * {@code t.test(x, y, var.equal=TRUE)}. Empty as {@link #ofDifference}. */
    public static Optional<StudentEstimate> ofDifferenceWithOneSpread(double[] first, double[] second) {
        double[] a = Samples.requireFinite("first sample", first);
        double[] b = Samples.requireFinite("second sample", second);
        if (a.length < 2 || b.length < 2 || (Samples.isConstant(a) && Samples.isConstant(b))) {
            return Optional.empty();
        }
        int freedom = a.length + b.length - 2;
        double variance = ((a.length - 1) * Samples.variance(a) + (b.length - 1) * Samples.variance(b)) / freedom;
        double meanA = Samples.mean(a);
        double meanB = Samples.mean(b);
        return of(meanA - meanB, variance * (1.0 / a.length + 1.0 / b.length), freedom, "Student t",
                Math.max(Math.abs(meanA), Math.abs(meanB)));
    }

    /** The logarithm of the ratio of two geometric means, first over second: {@link #ofDifference} of natural logarithms. For what is
     * compared by ratio, such as seconds or joules; {@code interval(level).exponential()} is the interval of the ratio.
     * @throws IllegalArgumentException if a value is not above zero */
    public static Optional<StudentEstimate> ofLogRatio(double[] first, double[] second) {
        return ofDifference(Samples.logarithms("first sample", first), Samples.logarithms("second sample", second))
                .map(ratio -> new StudentEstimate(ratio.estimate, ratio.standardError, ratio.degreesOfFreedom, "Welch t of logarithms"));
    }

    /** The mean of the differences of pairs, first minus second: {@link #ofMean} of the differences.
     * @throws IllegalArgumentException if the samples differ in length */
    public static Optional<StudentEstimate> ofPairs(double[] first, double[] second) {
        Samples.requirePairs(first, second);
        double[] differences = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            differences[i] = first[i] - second[i];
        }
        return ofMean(differences).map(mean -> new StudentEstimate(mean.estimate, mean.standardError, mean.degreesOfFreedom, "paired t"));
    }

    /** Two-sided interval {@code estimate +- t((1 + level) / 2; df) se}. */
    public Interval interval(double level) {
        double reach = new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability((1 + level) / 2) * standardError;
        return new Interval(estimate, estimate - reach, estimate + reach, level, method);
    }

    /** How many standard errors the estimate is above the value. */
    public double t(double value) {
        return (estimate - value) / standardError;
    }

    /** One-sided p of the hypothesis that the true value is at most this one; small: it is above. */
    public double pValueAbove(double value) {
        return new TDistribution(null, degreesOfFreedom).cumulativeProbability(-t(value));
    }

    /** One-sided p of the hypothesis that the true value is at least this one; small: it is below. */
    public double pValueBelow(double value) {
        return new TDistribution(null, degreesOfFreedom).cumulativeProbability(t(value));
    }

    /** Two-sided p of the hypothesis that the true value is this one: twice the smaller one-sided p. */
    public double pValue(double value) {
        return 2 * new TDistribution(null, degreesOfFreedom).cumulativeProbability(-Math.abs(t(value)));
    }

    /** Two one-sided tests: p of the hypothesis that the true value is outside of (lower, upper); small: it is inside. The
     * larger of the two one-sided p values; below alpha exactly when the {@code 1 - 2 alpha} interval lies inside
     * (Schuirmann 1987, doi:10.1007/BF01068419).
     * @throws IllegalArgumentException if lower is not below upper */
    public double pValueInside(double lower, double upper) {
        if (!(lower < upper)) {
            throw new IllegalArgumentException("equivalence bounds " + lower + " and " + upper + " are not in order");
        }
        return Math.max(pValueAbove(lower), pValueBelow(upper));
    }

    private static Optional<StudentEstimate> of(double estimate, double squaredError, double freedom, String method, double size) {
        double error = Math.sqrt(squaredError);
        boolean constant = error < Samples.CONSTANT_TOLERANCE * size || error == 0;
        return constant ? Optional.empty() : Optional.of(new StudentEstimate(estimate, error, freedom, method));
    }
}
