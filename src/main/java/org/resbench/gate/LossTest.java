package org.resbench.gate;

import java.util.Optional;
import org.resbench.stats.Samples;
import org.resbench.stats.StudentEstimate;

/** The gate's two questions to one pair of samples of costs (larger is worse).
 *
 * <p>Is it worse? Student's t test with one spread for both sides, against the tolerated loss. Unchanged code has one spread, so the level
 * is exact then; Welch's test, with its uncertain degrees of freedom, has twice the level for ten seeds against three, and
 * loses up to 13 points of power far out in the tail, where a correction for many tests lives (docs/gate.md).
 *
 * <p>Is a loss of {@code ruledOut} absent? Welch's t test against that loss, since changed code may have another spread.
 *
 * <p>Without spread on both sides t tests have no answer. Then each question is answered by the permutation test of the shifted samples:
 * if all values of one side lie beyond all of the other, its p value is one over the number of ways to choose that side.
 * @param loss mean cost of the runs minus that of the baseline
 * @param pWorse small: the loss is above what is tolerated
 * @param pWorseWithTwoSpreads the same by Welch's test, for a reader who doubts that the spread is one; decides nothing
 * @param pNotRuledOut small: the loss is below what must be ruled out
 * @param oneSpread of the first question; empty without spread
 * @param twoSpreads of the second; empty without spread */
record LossTest(double loss, double pWorse, double pWorseWithTwoSpreads, double pNotRuledOut, Optional<StudentEstimate> oneSpread,
        Optional<StudentEstimate> twoSpreads) {

    /** @param tolerated as a difference of costs @param ruledOut likewise
     * @throws IllegalArgumentException if a side has fewer than two values, or one that is not finite */
    static LossTest of(double[] baseline, double[] runs, double tolerated, double ruledOut) {
        if (baseline.length < 2 || runs.length < 2) {
            throw new IllegalArgumentException("a spread needs two values a side, not " + baseline.length + " and " + runs.length);
        }
        double loss = Samples.mean(runs) - Samples.mean(baseline);
        Optional<StudentEstimate> one = StudentEstimate.ofDifferenceWithOneSpread(runs, baseline);
        Optional<StudentEstimate> two = StudentEstimate.ofDifference(runs, baseline);
        double separated = oneWayToChoose(runs.length, baseline.length + runs.length);
        double withoutSpread = loss > tolerated ? separated : 1;
        return new LossTest(loss, one.map(estimate -> estimate.pValueAbove(tolerated)).orElse(withoutSpread),
                two.map(estimate -> estimate.pValueAbove(tolerated)).orElse(withoutSpread),
                two.map(estimate -> estimate.pValueBelow(ruledOut)).orElse(loss < ruledOut ? separated : 1), one, two);
    }

    /** One over {@code n} choose {@code k}. */
    private static double oneWayToChoose(int k, int n) {
        double chance = 1;
        for (int i = 1; i <= k; i++) {
            chance *= i / (double) (n - k + i);
        }
        return chance;
    }
}
