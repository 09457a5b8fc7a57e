package org.resbench.stats.tests;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Null distributions of the Jonckheere-Terpstra statistic: every way to deal the values to the groups is as likely as any other. */
final class RankDistribution {
    private RankDistribution() {}

    /** @param statistic a whole number @return one-sided p: at least, at most */
    static double[] exact(double statistic, int[] sizes) {
        double[] distribution = {1};
        int earlier = sizes[0];
        for (int group = 1; group < sizes.length; group++) {
            distribution = convolve(distribution, mannWhitney(earlier, sizes[group]));
            earlier += sizes[group];
        }
        int at = (int) statistic;
        double atLeast = 0;
        double atMost = 0;
        for (int value = distribution.length - 1; value >= at; value--) {
            atLeast += distribution[value];
        }
        for (int value = 0; value <= at; value++) {
            atMost += distribution[value];
        }
        return new double[] {Math.min(1, atLeast), Math.min(1, atMost)};
    }

    /** Null distribution of the pairs in which the second sample's value is the larger. The largest of all m + n values is the
     * first sample's with probability m/(m+n) and then adds no pair; else it is the second's and adds m
     * (Mann and Whitney 1947, doi:10.1214/aoms/1177730491). */
    private static double[] mannWhitney(int m, int n) {
        double[][] previous = new double[n + 1][];
        for (int i = 0; i <= m; i++) {
            double[][] row = new double[n + 1][];
            for (int j = 0; j <= n; j++) {
                row[j] = new double[i * j + 1];
                if (i == 0 || j == 0) {
                    row[j][0] = 1;
                    continue;
                }
                for (int u = 0; u <= i * j; u++) {
                    double largestFirst = u <= (i - 1) * j ? previous[j][u] : 0;
                    double largestSecond = u >= i ? row[j - 1][u - i] : 0;
                    row[j][u] = (i * largestFirst + j * largestSecond) / (i + j);
                }
            }
            previous = row;
        }
        return previous[n];
    }

    private static double[] convolve(double[] a, double[] b) {
        double[] sum = new double[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                sum[i + j] += a[i] * b[j];
            }
        }
        return sum;
    }

    /** The same from so many random orders of the values; the order given is one more.
     * @param statistic of values in an order */
    static double[] monteCarlo(ToDoubleFunction<double[]> statistic, double[] pooled, int draws, RandomGenerator random) {
        double observed = statistic.applyAsDouble(pooled);
        double[] shuffled = pooled.clone();
        int atLeast = 1;
        int atMost = 1;
        for (int draw = 0; draw < draws; draw++) {
            for (int i = shuffled.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                double value = shuffled[i];
                shuffled[i] = shuffled[j];
                shuffled[j] = value;
            }
            double drawn = statistic.applyAsDouble(shuffled);
            atLeast += drawn >= observed ? 1 : 0;
            atMost += drawn <= observed ? 1 : 0;
        }
        return new double[] {atLeast / (draws + 1.0), atMost / (draws + 1.0)};
    }
}
