package org.resbench.stats.comparisons;

import java.util.Optional;
import org.resbench.stats.Interval;
import org.resbench.stats.effects.ProbabilityOfImprovement;
import org.resbench.stats.effects.StandardizedDifference;

/** How large a difference is, without a unit.
 * @param standardized Cohen's d and Hedges' g; empty if the spread is unknown
 * @param probabilityOfGreater that a value of the first group is above one of the second; empty for pairs, whose values are not
 *     independent
 * @param cliffsDelta the same as -1 to 1 */
public record Effects(Optional<StandardizedDifference> standardized, Optional<Interval> probabilityOfGreater,
                      Optional<Interval> cliffsDelta) {

    static Effects of(double[] first, double[] second, boolean paired) {
        if (paired) {
            return new Effects(StandardizedDifference.ofPairs(first, second, Interval.LEVEL), Optional.empty(), Optional.empty());
        }
        ProbabilityOfImprovement probability = ProbabilityOfImprovement.of(first, second, Interval.LEVEL);
        return new Effects(StandardizedDifference.of(first, second, Interval.LEVEL), Optional.of(probability.interval()),
                Optional.of(probability.cliffsDelta()));
    }
}
