package org.resbench.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.resbench.stats.power.Power;

/** How often the gate decides what, when the truth is known: checks of test errors with normal seeds, judged by the rule that real
 * checks are judged by. {@code harness/bench gate-simulation} prints its table. */
public final class Simulation {
    public static final int REPEATS = 10_000;
    private static final long SEED = 2015;

    /** One truth. The first comparison loses {@code loss} points, the others nothing.
     * @param comparisons of a check
     * @param baselineSeeds of each cell @param seeds likewise, of the runs
     * @param baselineSd of test errors over seeds, points; 0.16 is ResNet-110's (He et al. 2015, table 6) @param sd likewise,
     *     of the runs */
    public record Truth(int comparisons, int baselineSeeds, int seeds, double baselineSd, double sd, double loss) {
        /** Chance that the test sees the loss at the level divided by the number of comparisons, by the noncentral t, if both spreads
         * are one; the level itself if nothing is lost.
         * @throws IllegalStateException if the spreads differ: the test's theory does not cover that */
        public double theory(double level) {
            if (baselineSd != sd) {
                throw new IllegalStateException("no theory for two spreads");
            }
            return new Power(sd * Math.sqrt(1.0 / baselineSeeds + 1.0 / seeds), baselineSeeds + seeds - 2).of(loss, level / comparisons);
        }
    }

    /** Shares of checks.
     * @param regression exit code 3 @param pass exit code 0; the rest is inconclusive
     * @param seen share in which the first comparison was called a regression */
    public record Rates(double regression, double pass, double seen) {}

    private Simulation() {}

    public static Rates of(Truth truth, int repeats, Policy policy) {
        RandomGenerator random = new SplittableRandom(SEED);
        Limits limits = policy.of(GateMetric.TEST_ERROR_PERCENT);
        int regression = 0;
        int pass = 0;
        int seen = 0;
        for (int repeat = 0; repeat < repeats; repeat++) {
            List<LossTest> tests = new ArrayList<>();
            for (int i = 0; i < truth.comparisons(); i++) {
                tests.add(LossTest.of(draw(random, truth.baselineSeeds(), 6, truth.baselineSd()),
                        draw(random, truth.seeds(), i == 0 ? 6 + truth.loss() : 6, truth.sd()), limits.tolerated(), limits.ruledOut()));
            }
            List<Outcome> outcomes = Judging.outcomes(tests, policy.level());
            Verdict verdict = Verdict.of(outcomes);
            regression += verdict == Verdict.REGRESSION ? 1 : 0;
            pass += verdict == Verdict.PASS ? 1 : 0;
            seen += outcomes.get(0) == Outcome.REGRESSION ? 1 : 0;
        }
        return new Rates(regression / (double) repeats, pass / (double) repeats, seen / (double) repeats);
    }

    private static double[] draw(RandomGenerator random, int n, double mean, double sd) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> mean + sd * random.nextGaussian());
        return values;
    }

    /** The table of docs/gate.md: default policy for test errors, {@link #REPEATS} checks a row. */
    public static String table() {
        StringBuilder text = new StringBuilder("""
                | lost, points | comparisons | seeds | sd | regression | loss seen | theory | pass |
                |--:|--:|---|---|--:|--:|--:|--:|
                """);
        for (Truth truth : truths()) {
            Rates rates = of(truth, REPEATS, policy());
            text.append(String.format(Locale.ROOT, "| %s | %d | %s | %s | %s | %s | %s | %s |%n", Amounts.limit(truth.loss()),
                    truth.comparisons(),
                    pair(truth.baselineSeeds(), truth.seeds()), pair(truth.baselineSd(), truth.sd()), percent(rates.regression()),
                    truth.loss() == 0 ? "" : percent(rates.seen()), truth.loss() == 0 || truth.sd() != truth.baselineSd() ? ""
                            : percent(truth.theory(Policy.LEVEL)),
                    percent(rates.pass())));
        }
        return text.toString().replace("\r\n", "\n");
    }

    static Policy policy() {
        return new Policy(Policy.LEVEL, java.util.Map.of(GateMetric.TEST_ERROR_PERCENT.key(),
                GateMetric.TEST_ERROR_PERCENT.defaultLimits()));
    }

    static List<Truth> truths() {
        List<Truth> all = new ArrayList<>();
        for (double loss : new double[] {0, 0.2, 0.3, 0.5}) {
            for (int comparisons : new int[] {1, 4, 16}) {
                for (double sd : new double[] {0.16, 0.3}) {
                    for (int seeds : new int[] {3, 5, 10}) {
                        all.add(new Truth(comparisons, seeds, seeds, sd, sd, loss));
                    }
                }
                all.add(new Truth(comparisons, 10, 3, 0.16, 0.16, loss));
                all.add(new Truth(comparisons, 5, 5, 0.16, 0.3, loss));
                all.add(new Truth(comparisons, 10, 3, 0.16, 0.3, loss));
            }
        }
        return all;
    }

    private static String pair(Object baseline, Object runs) {
        return baseline.equals(runs) ? runs.toString() : baseline + ", " + runs;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
