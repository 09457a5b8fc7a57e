package org.resbench.claims;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.resbench.spec.Claim;
import org.resbench.stats.Interval;

/** A claim with its verdict and everything it rests on.
 * @param effect the quantity that decided, with its interval, in the metric's unit; empty when nothing could be compared
 * @param effectName what it is, such as {@code plain-56 minus plain-20}
 * @param test the test behind the verdict; empty when none could be made
 * @param why a sentence for the reader: what was measured, which bound the interval clears or not, what is missing, or why it is
 *     not comparable
 * @param seedsThatWouldSettle seeds in each cell, for INCONCLUSIVE, when it can be estimated
 * @param evidence the runs that were used, one row each
 * @param missing the trials of this claim that have no usable run, one row each
 * @param strength size of the effect against the spread, and power; empty where no test was made or it has none
 * @param notes what a careful reader should know besides: diverged runs, mixed code versions, doubled runs */
public record Judgement(Claim claim, Verdict verdict, Optional<Interval> effect, String effectName, Optional<Test> test,
                        String why, Optional<Integer> seedsThatWouldSettle, Optional<Strength> strength,
                        List<Evidence> evidence, List<Missing> missing, List<String> notes) {
    public Judgement {
        evidence = List.copyOf(evidence);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }

    /** The same with one note more. */
    public Judgement withNote(String note) {
        return new Judgement(claim, verdict, effect, effectName, test, why, seedsThatWouldSettle, strength, evidence, missing,
                Stream.concat(notes.stream(), Stream.of(note)).toList());
    }

    /** The p value before Holm's correction. */
    public Optional<Double> pValue() {
        return test.map(Test::pValue);
    }

    /** The p value that the verdict used: after Holm's correction over the claims of the experiment. */
    public Optional<Double> adjustedPValue() {
        return test.map(Test::adjustedPValue);
    }

    /** @param name such as {@code Welch t test}
     * @param pValue of the wrong verdict that the data speak against
     * @param adjustedPValue by Holm, over {@code claims}
     * @param claims how many claims of the experiment may be compared, tested or still waiting for runs */
    public record Test(String name, double pValue, double adjustedPValue, int claims) {}

    /** @param value of the claim's metric @param diverged whether the value stands for a run whose loss was not finite
     * @param runFolder name of the run's folder */
    public record Evidence(String cell, long seed, double value, boolean diverged, String runFolder) {}

    /** @param why such as {@code no run}, {@code interrupted} */
    public record Missing(String cell, long seed, String why) {}
}
