package org.resbench.stats.tests;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.resbench.stats.Samples;

/** The permutation test of means: how often would dealing the values to the groups anew (or swapping the values within pairs) give a
 * difference of means as large as the one seen (Fisher 1935, The Design of Experiments, section 21; Pitman 1937, doi:10.2307/2984124)?
 * It supposes no distribution, only that without a difference the groups have the same one.
 *
 * <p>Exact by enumeration up to {@link #EXACT_UP_TO} ways, as in R's {@code coin::oneway_test(distribution="exact")}; else Monte Carlo with
 * {@link #DRAWS} draws, so never below 1e-5, or {@link #FEWER_DRAWS} for more than {@link #MANY} values.
 * @param difference mean of first minus mean of second
 * @param ways to deal, or to swap the pairs that differ
 * @param pValues greater and less are about the first sample */
public record PermutationTest(double difference, double ways, PValues pValues) {
    public static final int EXACT_UP_TO = 1_000_000;
    public static final int DRAWS = 99_999;
    public static final int FEWER_DRAWS = 9_999;
    public static final int MANY = 1_000;

    /** Two independent samples.
     * @param random used beyond {@link #EXACT_UP_TO} ways only
     * @throws IllegalArgumentException if one is empty or holds NaN or an infinity */
    public static PermutationTest ofMeans(double[] first, double[] second, RandomGenerator random) {
        double[] a = Samples.requireFinite("first sample", first);
        double[] b = Samples.requireFinite("second sample", second);
        double[] pooled = centred(DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray());
        double ways = CombinatoricsUtils.binomialCoefficientDouble(pooled.length, a.length);
        Tally tally = new Tally(Arrays.stream(pooled, 0, a.length).sum(), Arrays.stream(pooled).map(Math::abs).sum());
        boolean exact = ways <= EXACT_UP_TO;
        if (exact) {
            choose(pooled, 0, a.length, 0, tally);
        } else {
            shuffle(pooled, a.length, random, tally);
        }
        return new PermutationTest(Samples.mean(a) - Samples.mean(b), ways, tally.pValues(exact));
    }

    /** Pairs {@code first[i], second[i]}: every difference may as well have had the other sign.
     * @param random used beyond {@link #EXACT_UP_TO} ways only
     * @throws IllegalArgumentException if the samples differ in length, are empty or hold NaN or an infinity */
    public static PermutationTest ofPairs(double[] first, double[] second, RandomGenerator random) {
        double[] differences = Arrays.stream(Samples.differences(first, second)).filter(difference -> difference != 0).toArray();
        double ways = Math.pow(2, differences.length);
        Tally tally = new Tally(Arrays.stream(differences).sum(), Arrays.stream(differences).map(Math::abs).sum());
        boolean exact = ways <= EXACT_UP_TO;
        if (exact) {
            flip(differences, 0, 0, tally);
        } else {
            for (int draw = 0; draw < draws(differences.length); draw++) {
                double sum = 0;
                for (double difference : differences) {
                    sum += random.nextBoolean() ? difference : -difference;
                }
                tally.add(sum);
            }
        }
        return new PermutationTest(Arrays.stream(differences).sum() / first.length, ways, tally.pValues(exact));
    }

    /** Adds the sum of every choice of so many values from this index on. */
    private static void choose(double[] values, int from, int count, double sum, Tally tally) {
        if (count == 0) {
            tally.add(sum);
            return;
        }
        for (int i = from; i <= values.length - count; i++) {
            choose(values, i + 1, count - 1, sum + values[i], tally);
        }
    }

    private static void flip(double[] differences, int from, double sum, Tally tally) {
        if (from == differences.length) {
            tally.add(sum);
            return;
        }
        flip(differences, from + 1, sum + differences[from], tally);
        flip(differences, from + 1, sum - differences[from], tally);
    }

    private static void shuffle(double[] pooled, int count, RandomGenerator random, Tally tally) {
        double[] values = pooled.clone();
        for (int draw = 0; draw < draws(values.length); draw++) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                int j = random.nextInt(i, values.length);
                double chosen = values[j];
                values[j] = values[i];
                values[i] = chosen;
                sum += chosen;
            }
            tally.add(sum);
        }
    }

    private static int draws(int values) {
        return values > MANY ? FEWER_DRAWS : DRAWS;
    }

    private static double[] centred(double[] values) {
        double mean = Samples.mean(values);
        return Arrays.stream(values).map(value -> value - mean).toArray();
    }

    /** Counts sums that are as far out as the one seen. Sums that differ by rounding count as equal. Under the hypothesis sums are
     * centred at zero. */
    private static final class Tally {
        private final double seen;
        private final double rounding;
        private long all;
        private long greater;
        private long less;
        private long asFar;

        Tally(double seen, double size) {
            this.seen = seen;
            this.rounding = 1e-10 * size;
        }

        void add(double sum) {
            all++;
            greater += sum >= seen - rounding ? 1 : 0;
            less += sum <= seen + rounding ? 1 : 0;
            asFar += Math.abs(sum) >= Math.abs(seen) - rounding ? 1 : 0;
        }

        /** The way seen is one of those enumerated, and one more than those drawn. */
        PValues pValues(boolean exact) {
            double one = exact ? 0 : 1;
            return new PValues((asFar + one) / (all + one), (greater + one) / (all + one), (less + one) / (all + one),
                    exact ? PValues.Source.EXACT : PValues.Source.MONTE_CARLO);
        }
    }
}
