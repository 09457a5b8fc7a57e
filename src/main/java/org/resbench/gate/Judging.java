package org.resbench.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.resbench.stats.Interval;
import org.resbench.stats.multiplicity.Holm;
import org.resbench.stats.power.Power;

/** The rule of the gate on samples, without any run: Holm's correction over the questions "is it worse?", none over the questions "is a
 * loss ruled out?", because a pass needs all of them (intersection-union, Berger 1982, doi:10.1080/00401706.1982.10487790). */
final class Judging {
    /** Samples of one metric of one cell; two values a side at least. */
    record Pair(GateMetric metric, Limits limits, double[] baseline, double[] runs) {
        LossTest test() {
            return LossTest.of(costs(baseline), costs(runs), metric.costDifference(limits.tolerated()),
                    metric.costDifference(limits.ruledOut()));
        }

        private double[] costs(double[] values) {
            return Arrays.stream(values).map(metric::cost).toArray();
        }
    }

    /** @param outcome PASS, REGRESSION or INCONCLUSIVE */
    record Judged(Outcome outcome, Row.Tested tested) {}

    private Judging() {}

    static List<Judged> judge(List<Pair> pairs, double level) {
        List<LossTest> tests = pairs.stream().map(Pair::test).toList();
        double[] adjusted = adjusted(tests);
        double[] doubted = Holm.adjust(tests.stream().mapToDouble(LossTest::pWorseWithTwoSpreads).toArray());
        List<Outcome> outcomes = outcomes(tests, level);
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            judged.add(new Judged(outcomes.get(i), tested(pairs.get(i), tests.get(i), adjusted[i], doubted[i], level, pairs.size())));
        }
        return judged;
    }

    /** A regression first: what is shown to be worse stays so, however little it is. */
    static List<Outcome> outcomes(List<LossTest> tests, double level) {
        double[] adjusted = adjusted(tests);
        return IntStream.range(0, tests.size()).mapToObj(i -> adjusted[i] <= level ? Outcome.REGRESSION
                : tests.get(i).pNotRuledOut() <= level ? Outcome.PASS : Outcome.INCONCLUSIVE).toList();
    }

    private static double[] adjusted(List<LossTest> tests) {
        return Holm.adjust(tests.stream().mapToDouble(LossTest::pWorse).toArray());
    }

    private static Row.Tested tested(Pair pair, LossTest test, double adjusted, double doubted, double level, int comparisons) {
        GateMetric metric = pair.metric();
        Optional<Interval> interval = test.twoSpreads().map(estimate -> estimate.interval(1 - 2 * level));
        Optional<Double> smallest = test.oneSpread().map(estimate -> smallestLossSeen(
                new Power(estimate.standardError(), estimate.degreesOfFreedom()), pair.metric(), pair.limits(), level / comparisons));
        return new Row.Tested(metric.shown(test.loss()), interval.map(bounds -> metric.shown(bounds.lower())),
                interval.map(bounds -> metric.shown(bounds.upper())), test.pWorse(), adjusted, doubted, test.pNotRuledOut(), smallest);
    }

    /** In the metric's unit. */
    static double smallestLossSeen(Power power, GateMetric metric, Limits limits, double tail) {
        return metric.shown(metric.costDifference(limits.tolerated()) + power.detectable(tail, Power.USUAL));
    }
}
