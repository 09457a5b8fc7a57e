package org.resbench.stats.comparisons;

import java.util.Optional;
import org.resbench.stats.Interval;
import org.resbench.stats.StudentEstimate;
import org.resbench.stats.power.Power;
import org.resbench.stats.tests.MarginTest;
import org.resbench.stats.tests.MarginTest.Question;

/** The difference of two means and what could have been seen of it. All empty if the spread is unknown: one value, or all equal.
 * @param difference first minus second, by Welch or of pairs
 * @param interval at {@link Interval#LEVEL}
 * @param detectable the smallest difference that a two-sided test at 0.05 sees with a power of {@link Power#USUAL}, if the spread is what
 *     it was seen to be
 * @param margins present if a margin was given */
public record Means(Optional<StudentEstimate> difference, Optional<Interval> interval,
                    Optional<Double> detectable, Optional<Margins> margins) {

    /** The three questions about one margin. */
    public record Margins(MarginTest equivalent, MarginTest notAbove, MarginTest notBelow) {
        static Margins of(StudentEstimate difference, double margin) {
            return new Margins(MarginTest.of(Question.EQUIVALENT, difference, margin),
                    MarginTest.of(Question.NOT_ABOVE, difference, margin), MarginTest.of(Question.NOT_BELOW, difference, margin));
        }
    }

    static Means of(double[] first, double[] second, Settings settings) {
        Optional<StudentEstimate> difference = settings.paired() ? StudentEstimate.ofPairs(first, second)
                : StudentEstimate.ofDifference(first, second);
        return new Means(difference, difference.map(estimate -> estimate.interval(Interval.LEVEL)),
                difference.map(estimate -> new Power(estimate.standardError(), estimate.degreesOfFreedom())
                        .detectable((1 - Interval.LEVEL) / 2, Power.USUAL)),
                difference.flatMap(estimate -> settings.margin().map(margin -> Margins.of(estimate, margin))));
    }
}
