package org.resbench.claims.explain;

import java.util.List;
import java.util.Optional;
import org.resbench.stats.Interval;

/** What one difference from the first cell's recipe did to the test error.
 * @param cell name of the cell that differs
 * @param changes of its settings, one or a few that belong together; empty for the first cell itself
 * @param errors test errors of its runs in percent, in the order of the seeds @param missing seeds without a usable run
 * @param effect mean error less that of the first cell, in points, Welch's interval; empty without two runs in both or without any spread
 * @param adjustedPValue of no difference, by Holm over all differences of the experiment; empty as effect
 * @param why there is no effect; empty if there is one */
public record OneDifference(String cell, List<Change> changes, List<Double> errors, int missing, Optional<Interval> effect,
                            Optional<Double> adjustedPValue, String why) {
    public OneDifference {
        changes = List.copyOf(changes);
        errors = List.copyOf(errors);
    }

    OneDifference adjusted(double p) {
        return new OneDifference(cell, changes, errors, missing, effect, Optional.of(p), why);
    }
}
