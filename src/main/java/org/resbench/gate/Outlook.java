package org.resbench.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.resbench.stats.Samples;
import org.resbench.stats.power.Power;

/** What checks against a baseline will be able to see, if they have as many seeds and the spread stays: said when the baseline is made,
 * when more seeds or other limits can still be chosen.
 * @param passIfUnchanged chance that a check of unchanged code passes, at least (Bonferroni's bound over all comparisons) */
public record Outlook(List<Row> rows, double passIfUnchanged) {
    /** Below it, unchanged code would end as inconclusive too often to live with. */
    public static final double ENOUGH = 0.9;

    public Outlook {
        rows = List.copyOf(rows);
    }

    /** @param standardDeviation in the metric's unit (percent of the value for what is compared by ratio)
     * @param smallestLossSeen with 80 % chance, at the corrected level
     * @param passIfUnchanged chance that this comparison rules its limit out when nothing changed */
    public record Row(String cell, GateMetric metric, int seeds, double mean, double standardDeviation, Limits limits,
            double smallestLossSeen,
                      double passIfUnchanged) {}

    public static Outlook of(Baseline baseline) {
        Policy policy = baseline.policy();
        int comparisons = (int) baseline.cells().stream()
                .flatMap(cell -> policy.metrics().stream().filter(metric -> cell.values(metric).length >= BaselineMaker.LEAST_SEEDS))
                .count();
        List<Row> rows = new ArrayList<>();
        double fail = policy.level();
        for (Cell cell : baseline.cells()) {
            for (GateMetric metric : policy.metrics()) {
                double[] values = cell.values(metric);
                if (values.length >= BaselineMaker.LEAST_SEEDS) {
                    Row row = row(cell.cell(), metric, values, policy, comparisons);
                    rows.add(row);
                    fail += 1 - row.passIfUnchanged();
                }
            }
        }
        return new Outlook(rows, Math.max(0, 1 - fail));
    }

    private static Row row(String cell, GateMetric metric, double[] values, Policy policy, int comparisons) {
        double[] costs = Arrays.stream(values).map(metric::cost).toArray();
        double sd = Samples.isConstant(costs) ? 0 : Math.sqrt(Samples.variance(costs));
        Power power = Power.ofDifference(sd, values.length, sd, values.length);
        Limits limits = policy.of(metric);
        return new Row(cell, metric, values.length, metric.mean(values), metric.ofTheMachine() ? 100 * sd : sd, limits,
                Judging.smallestLossSeen(power, metric, limits, policy.level() / comparisons),
                power.of(metric.costDifference(limits.ruledOut()), policy.level()));
    }
}
