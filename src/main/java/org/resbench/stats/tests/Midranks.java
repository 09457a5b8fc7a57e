package org.resbench.stats.tests;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Ranks of values, equal ones sharing the mean of theirs, and the exact distributions of sums of them. Ranks are kept doubled, so that
 * they are whole.
 * @param doubled twice the rank of each value, in the order given
 * @param tieTerm sum of {@code t^3 - t} over the sizes t of the sets of equal values; 0 without ties */
record Midranks(int[] doubled, double tieTerm) {
    static Midranks of(double[] values) {
        int[] ascending = IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue).toArray();
        int[] doubled = new int[values.length];
        double tieTerm = 0;
        for (int start = 0, end; start < values.length; start = end) {
            for (end = start + 1; end < values.length && values[ascending[end]] == values[ascending[start]];) {
                end++;
            }
            for (int i = start; i < end; i++) {
                doubled[ascending[i]] = start + end + 1;
            }
            double t = end - start;
            tieTerm += t * t * t - t;
        }
        return new Midranks(doubled, tieTerm);
    }

    /** Sum of the first so many doubled ranks. */
    int sumOfFirst(int count) {
        return IntStream.of(doubled).limit(count).sum();
    }

    /** Probability of each sum of {@code size} doubled ranks, if every choice of that many is as likely as any other; index is the
     * sum. The shift algorithm (Streitberg and Roehmel 1986, Statistical Software Newsletter 12, 10-17), with ties. */
    double[] sumsOfSubsets(int size) {
        int[] ascending = doubled.clone();
        Arrays.sort(ascending);
        int most = IntStream.of(ascending).skip(ascending.length - size).sum();
        double[][] ways = new double[size + 1][most + 1];
        ways[0][0] = 1;
        for (int i = 0; i < ascending.length; i++) {
            for (int k = Math.min(size, i + 1); k > 0; k--) {
                for (int sum = most; sum >= ascending[i]; sum--) {
                    ways[k][sum] += ways[k - 1][sum - ascending[i]];
                }
            }
        }
        return normalised(ways[size]);
    }

    /** Probability of each sum of doubled ranks if each rank is in it with probability one half. */
    double[] sumsOfCoinFlips() {
        double[] ways = new double[IntStream.of(doubled).sum() + 1];
        ways[0] = 1;
        for (int rank : doubled) {
            for (int sum = ways.length - 1; sum >= rank; sum--) {
                ways[sum] += ways[sum - rank];
            }
        }
        return normalised(ways);
    }

    private static double[] normalised(double[] ways) {
        double all = Arrays.stream(ways).sum();
        return Arrays.stream(ways).map(way -> way / all).toArray();
    }

    /** @param probabilities of sums, the index
     * @param observed a sum
     * @param twiceExpected twice the mean of the sums, which is whole */
    static PValues exact(double[] probabilities, int observed, int twiceExpected) {
        double greater = 0;
        double less = 0;
        double asFar = 0;
        for (int sum = 0; sum < probabilities.length; sum++) {
            greater += sum >= observed ? probabilities[sum] : 0;
            less += sum <= observed ? probabilities[sum] : 0;
            asFar += Math.abs(2 * sum - twiceExpected) >= Math.abs(2 * observed - twiceExpected) ? probabilities[sum] : 0;
        }
        return new PValues(Math.min(1, asFar), Math.min(1, greater), Math.min(1, less), PValues.Source.EXACT);
    }
}
