package org.resbench.claims;

import java.util.List;
import java.util.Optional;
import org.resbench.spec.Claim;
import org.resbench.stats.Interval;

/** A claim with its verdict.
 * @param effect the quantity that decided, with its interval, in the metric's unit; empty when nothing could be compared
 * @param effectName what it is, such as {@code mean(plain-56) - mean(plain-20)}
 * @param why one sentence for the reader: which bound the interval clears or not, what is missing, or why it is not comparable
 * @param seedsThatWouldSettle for INCONCLUSIVE, when it can be estimated
 * @param evidence the runs that were used, one row each */
public record Judgement(Claim claim, Verdict verdict, Optional<Interval> effect, String effectName, Optional<Double> pValue,
                        String why, Optional<Integer> seedsThatWouldSettle, List<Evidence> evidence) {
    public Judgement {
        evidence = List.copyOf(evidence);
    }

    /** @param value of the claim's metric @param runFolder name of the run's folder */
    public record Evidence(String cell, long seed, double value, String runFolder) {}
}
