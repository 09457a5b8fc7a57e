package org.resbench.gate;

import java.util.List;

/** Of a whole check. */
public enum Verdict {
    PASS("pass"), REGRESSION("regression"), INCONCLUSIVE("inconclusive"), NOTHING_MEASURED("nothing measured");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** One regression suffices; a pass needs every comparison that counts, and one at least. */
    static Verdict of(List<Outcome> outcomes) {
        List<Outcome> counting = outcomes.stream().filter(outcome -> outcome != Outcome.NOT_COMPARABLE).toList();
        if (counting.contains(Outcome.REGRESSION)) {
            return REGRESSION;
        }
        if (counting.stream().allMatch(outcome -> outcome == Outcome.NOT_MEASURED)) {
            return NOTHING_MEASURED;
        }
        return counting.stream().allMatch(outcome -> outcome == Outcome.PASS) ? PASS : INCONCLUSIVE;
    }
}
