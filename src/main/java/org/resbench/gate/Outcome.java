package org.resbench.gate;

/** Of one comparison. */
public enum Outcome {
    /** A loss as large as its limit is ruled out, or weights and values are equal. */
    PASS("pass"),
    /** It got worse. */
    REGRESSION("REGRESSION"),
    /** Neither is shown. */
    INCONCLUSIVE("inconclusive"),
    /** There are no runs to compare, or not all of them are finished. */
    NOT_MEASURED("not measured"),
    /** It must not be compared: shown, without influence on the verdict. */
    NOT_COMPARABLE("not comparable");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
