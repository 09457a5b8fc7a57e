package org.resbench.stats.tests;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.resbench.stats.Samples;

/** Wilcoxon's signed rank test of pairs: are their differences centred at zero (Wilcoxon 1945, doi:10.2307/3001968)? Pairs without a
 * difference are left out, as Wilcoxon did and as R's {@code wilcox.test} does.
 *
 * <p>p values are exact, also with ties, for fewer than {@link #EXACT_BELOW} differences; otherwise normal with corrections for
 * ties and continuity, as in {@code wilcox.test}. Without any difference p = 1.
 * @param statistic V: the sum of the ranks of the differences above zero, by size
 * @param differences pairs that differ
 * @param equalPairs pairs left out
 * @param pValues greater and less are about the first of the pair */
public record WilcoxonSignedRank(double statistic, int differences, int equalPairs, PValues pValues) {
    /** As {@code wilcox.test} has it. */
    public static final int EXACT_BELOW = 50;

    /** Tests pairs {@code first[i], second[i]}.
     * @throws IllegalArgumentException if the samples differ in length, are empty or hold NaN or an infinity */
    public static WilcoxonSignedRank of(double[] first, double[] second) {
        double[] differences = Arrays.stream(Samples.differences(first, second)).filter(difference -> difference != 0).toArray();
        int n = differences.length;
        Midranks ranks = Midranks.of(Arrays.stream(differences).map(Math::abs).toArray());
        int sum = IntStream.range(0, n).filter(i -> differences[i] > 0).map(i -> ranks.doubled()[i]).sum();
        double statistic = sum / 2.0;
        return new WilcoxonSignedRank(statistic, n, first.length - n, n < EXACT_BELOW
                ? Midranks.exact(ranks.sumsOfCoinFlips(), sum, IntStream.of(ranks.doubled()).sum())
                : NormalApproximation.of(statistic - n * (n + 1.0) / 4, deviation(n, ranks.tieTerm())));
    }

    private static double deviation(double n, double tieTerm) {
        return Math.sqrt(n * (n + 1) * (2 * n + 1) / 24 - tieTerm / 48);
    }
}
