package org.resbench.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.resbench.stats.Bootstrap;
import org.resbench.stats.Interval;
import org.resbench.stats.StudentEstimate;

/** How often 95 % intervals hold the true mean, when error rates over seeds are drawn again and again: the table of docs/statistics.md.
 * Errors are in percent of 10,000 test images, so they come in steps of 0.01. A repeat without an interval (all values equal) counts as
 * a miss. */
final class StatisticsCoverage {
    private static final int REPEATS = 10_000;
    private static final int[] SIZES = {3, 5, 10, 20, 50};
    private static final double MEAN = 6.5;

    /** @param deviation in points
     * @param skewed gamma of shape 4, so of skewness 1, instead of normal */
    private record Errors(String name, double deviation, boolean skewed) {
        double[] draw(int n, RandomGenerator random) {
            double[] errors = new double[n];
            for (int i = 0; i < n; i++) {
                double unit = skewed ? (gammaOfFour(random) - 4) / 2 : random.nextGaussian();
                errors[i] = Math.rint(100 * (MEAN + deviation * unit)) / 100;
            }
            return errors;
        }

        private static double gammaOfFour(RandomGenerator random) {
            return random.nextExponential() + random.nextExponential() + random.nextExponential() + random.nextExponential();
        }
    }

    private static final List<Errors> KINDS = List.of(new Errors("normal, std 0.16", 0.16, false),
            new Errors("normal, std 0.3", 0.3, false), new Errors("skewed, std 0.3", 0.3, true));

    private StatisticsCoverage() {}

    /** @param arguments repeats, {@value #REPEATS} if left out */
    static void main(String[] arguments, PrintStream out) {
        int repeats = Arguments.of("statistics [REPEATS]", arguments, 0, 1).count(0, "REPEATS", REPEATS);
        out.printf("| errors | interval | %s |%n|---|---|%s%n",
                String.join(" | ", IntStream.of(SIZES).mapToObj(n -> "n = " + n).toList()), "---|".repeat(SIZES.length));
        for (Errors kind : KINDS) {
            double[][] shares = Arrays.stream(SIZES).mapToObj(n -> covered(kind, n, repeats)).toArray(double[][]::new);
            for (int method = 0; method < 2; method++) {
                int column = method;
                out.printf("| %s | %s | %s |%n", kind.name, method == 0 ? "t" : "BCa",
                        String.join(" | ",
                                Arrays.stream(shares).map(share -> String.format(Locale.ROOT, "%.1f %%", 100 * share[column])).toList()));
            }
        }
    }

    /** @return share of t intervals, and of BCa intervals, that hold the mean; each repeat has a generator of its own */
    private static double[] covered(Errors kind, int n, int repeats) {
        int[] hits = IntStream.range(0, repeats).parallel().mapToObj(repeat -> {
            RandomGenerator random = new SplittableRandom(repeat * 1_000L + n);
            double[] errors = kind.draw(n, random);
            boolean t = StudentEstimate.ofMean(errors).filter(mean -> mean.interval(Interval.LEVEL).contains(MEAN)).isPresent();
            boolean bootstrap = Bootstrap.ofMean(errors, random).filter(mean -> mean.interval().contains(MEAN)).isPresent();
            return new int[] {t ? 1 : 0, bootstrap ? 1 : 0};
        }).reduce(new int[2], (a, b) -> new int[] {a[0] + b[0], a[1] + b[1]});
        return new double[] {(double) hits[0] / repeats, (double) hits[1] / repeats};
    }
}
