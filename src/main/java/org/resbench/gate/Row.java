package org.resbench.gate;

import java.util.List;
import java.util.Optional;

/** One metric of one cell, then and now.
 * @param limits of the policy, in the metric's unit
 * @param baseline raw samples @param runs likewise
 * @param tested empty when no test could be made
 * @param equalWeights whether weights and values are, seed by seed, those of the baseline on the same platform
 * @param why in a sentence */
public record Row(String cell, GateMetric metric, Outcome outcome, Limits limits, List<Double> baseline, List<Double> runs,
                  Optional<Tested> tested, boolean equalWeights, String why) {
    public Row {
        baseline = List.copyOf(baseline);
        runs = List.copyOf(runs);
    }

    /** All but the p values in the metric's unit; a loss is how much worse the runs are.
     * @param lower of the interval of level {@code 1 - 2 level} that the pass rests on; empty without spread
     * @param upper likewise: a pass needs it below what must be ruled out
     * @param pWorse of "no more than tolerated was lost"
     * @param adjustedPWorse by Holm, over all comparisons of the check: a regression needs it at the level or below
     * @param adjustedPWorseWithTwoSpreads the same by Welch's test; decides nothing
     * @param pNotRuledOut of "as much as must be ruled out was lost": a pass needs it at the level or below
     * @param smallestLossSeen the smallest loss that would have been called a regression with 80 % chance, at the level divided by the
     *     number of comparisons; empty without spread */
    public record Tested(double loss, Optional<Double> lower, Optional<Double> upper, double pWorse, double adjustedPWorse,
                         double adjustedPWorseWithTwoSpreads, double pNotRuledOut, Optional<Double> smallestLossSeen) {}

    Row with(Outcome other, String sentence) {
        return new Row(cell, metric, other, limits, baseline, runs, tested, equalWeights, sentence);
    }

    Row passedByEqualWeights() {
        return new Row(cell, metric, Outcome.PASS, limits, baseline, runs, tested, true,
                "equal weights on the same platform, seed by seed");
    }

    Row tested(Outcome judged, Tested result) {
        return new Row(cell, metric, judged, limits, baseline, runs, Optional.of(result), false, "");
    }
}
