package org.resbench.stats;

/** Checks that every statistic makes of its sample, and the moments they share. */
public final class Samples {
    /** R's {@code t.test} calls data "essentially constant" when the standard error is below this many times the mean. */
    static final double CONSTANT_TOLERANCE = 10 * Math.ulp(1.0);

    private Samples() {}

    /** @return a copy
     * @throws IllegalArgumentException if the sample is empty or a value is NaN or infinite, naming sample and index */
    public static double[] requireFinite(String name, double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException(name + ": has no values; at least one is needed");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(name + ": value " + (i + 1) + " is " + values[i] + "; values must be finite");
            }
        }
        return values.clone();
    }

    /** Arithmetic mean, in two passes (the second adds the mean of the residuals, which the rounding of the first left over). */
    public static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double residuals = 0;
        for (double value : values) {
            residuals += value - mean;
        }
        return mean + residuals / values.length;
    }

    /** Variance with n-1, corrected two-pass algorithm (Chan, Golub and LeVeque 1983, doi:10.1080/00031305.1983.10483115).
     * @throws IllegalArgumentException for fewer than two values */
    public static double variance(double[] values) {
        if (values.length < 2) {
            throw new IllegalArgumentException("a variance needs two values, not " + values.length);
        }
        double mean = mean(values);
        double squares = 0;
        double residuals = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
            residuals += value - mean;
        }
        return (squares - residuals * residuals / values.length) / (values.length - 1);
    }

    /** Whether all values are the same, bit for bit (0.0 and -0.0 count as the same). */
    public static boolean isConstant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
