package org.resbench.report.model;

import java.util.List;
import java.util.Optional;
import org.resbench.claims.Judgement;
import org.resbench.claims.Strength;
import org.resbench.claims.Verdict;
import org.resbench.spec.Claim;
import org.resbench.stats.Interval;

/** A claim with what the runs say about it, in words that are ready to print.
 * @param verdict of the judge
 * @param word the verdict in words, such as {@code seen at this scale}
 * @param statement what was decided
 * @param effect with interval and unit, such as {@code 3.20 [1.10, 5.30] (95 % Welch t)}; empty when nothing could be compared
 * @param interval the numbers behind it */
public record ClaimResult(String id, String text, String place, Claim.Statement statement, Verdict verdict, String word, String effectName,
        String effect,
                          Optional<Interval> interval, Optional<Judgement.Test> test, String why,
                          Optional<Integer> seedsThatWouldSettle, Optional<Strength> strength,
                          List<Judgement.Evidence> evidence, List<Judgement.Missing> missing, List<String> notes) {
    public ClaimResult {
        evidence = List.copyOf(evidence);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }
}
