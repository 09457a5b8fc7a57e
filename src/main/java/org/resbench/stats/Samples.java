package org.resbench.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.DoubleStream;

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

    /** Differences of pairs, first minus second, to 12 decimal digits of the greatest value: what rounding leaves of equal decimal
     * differences, such as 0.3 - 0.2 and 0.2 - 0.1, is made equal, so that ranks of differences see the tie.
     * @throws IllegalArgumentException if the samples differ in length, are empty or hold NaN or an infinity */
    public static double[] differences(double[] first, double[] second) {
        requirePairs(first, second);
        double[] a = requireFinite("first sample", first);
        double[] b = requireFinite("second sample", second);
        double greatest = DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).map(Math::abs).max().orElseThrow();
        int decimals = 11 - (greatest == 0 ? 0 : (int) Math.floor(Math.log10(greatest)));
        double[] differences = new double[a.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = new BigDecimal(a[i] - b[i]).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
        }
        return differences;
    }

    /** Natural logarithms.
     * @throws IllegalArgumentException if the sample is empty or a value is not finite or not above zero, naming sample and index */
    public static double[] logarithms(String name, double[] values) {
        double[] logarithms = requireFinite(name, values);
        for (int i = 0; i < values.length; i++) {
            if (values[i] <= 0) {
                throw new IllegalArgumentException(name + ": value " + (i + 1) + " is " + values[i] + "; a ratio needs values above zero");
            }
            logarithms[i] = Math.log(values[i]);
        }
        return logarithms;
    }

    /** @throws IllegalArgumentException if the samples differ in length */
    public static void requirePairs(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("pairs need samples of one length, not " + first.length + " and " + second.length);
        }
    }
}
