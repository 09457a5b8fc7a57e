package org.resbench.stats.tests;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.resbench.stats.Samples;

/** The Mann-Whitney test (Wilcoxon's rank sum test): does one sample tend to have the greater values (Wilcoxon 1945,
 * doi:10.2307/3001968; Mann and Whitney 1947, doi:10.1214/aoms/1177730491)?
 *
 * <p>p values are exact, also with ties, when both samples have fewer than {@link #EXACT_BELOW} values: conditional on the ties, every
 * way to deal the values to the samples is as likely as any other, as in R's {@code coin::wilcox_test(distribution="exact")}.
 * Otherwise the statistic is taken as normal with corrections for ties and continuity, as in R's {@code wilcox.test}. All values
 * equal give p = 1.
 * @param statistic U of the first sample: the pairs in which its value is the greater, ties as one half; R's W
 * @param pValues greater and less are about the first sample */
public record MannWhitney(double statistic, int first, int second, PValues pValues) {
    /** As {@code wilcox.test} has it. */
    public static final int EXACT_BELOW = 50;

    /** Tests two independent samples.
     * @throws IllegalArgumentException if one is empty or holds NaN or an infinity */
    public static MannWhitney of(double[] first, double[] second) {
        double[] a = Samples.requireFinite("first sample", first);
        double[] b = Samples.requireFinite("second sample", second);
        Midranks ranks = Midranks.of(DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray());
        int m = a.length;
        int n = b.length;
        int sum = ranks.sumOfFirst(m);
        double statistic = sum / 2.0 - m * (m + 1) / 2.0;
        boolean exact = m < EXACT_BELOW && n < EXACT_BELOW;
        return new MannWhitney(statistic, m, n, exact ? Midranks.exact(ranks.sumsOfSubsets(m), sum, 2 * m * (m + n + 1))
                : NormalApproximation.of(statistic - (double) m * n / 2, deviation(m, n, ranks.tieTerm())));
    }

    /** The chance that a value of the first sample is above one of the second, ties as one half. */
    public double probabilityOfGreater() {
        return statistic / ((double) first * second);
    }

    private static double deviation(double m, double n, double tieTerm) {
        return Math.sqrt(m * n / 12 * (m + n + 1 - tieTerm / ((m + n) * (m + n - 1))));
    }
}
