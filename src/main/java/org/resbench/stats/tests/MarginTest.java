package org.resbench.stats.tests;

import org.resbench.stats.Interval;
import org.resbench.stats.StudentEstimate;

/** Whether an estimate is good enough up to a margin: one-sided t tests against the margin, at {@link #ALPHA} each.
 * A p value above alpha does not say that the margin is passed; it says that the data do not show that it is kept.
 * @param margin above zero
 * @param pValue small: the true value is within the margin
 * @param interval of level {@code 1 - 2 alpha}; the question is answered yes exactly when it lies on the margin's good side
 * @see "Schuirmann 1987, doi:10.1007/BF01068419; Wellek 2010, Testing Statistical Hypotheses of Equivalence and Noninferiority" */
public record MarginTest(Question question, double margin, double pValue, Interval interval) {
    /** What is asked of the true value. */
    public enum Question {
        /** Between -margin and +margin: two one-sided tests, the larger p counts. */
        EQUIVALENT,
        /** Below +margin: non-inferior, for what is better when small, such as an error. */
        NOT_ABOVE,
        /** Above -margin: non-inferior, for what is better when large, such as a throughput. */
        NOT_BELOW
    }

    /** Level of each one-sided test. */
    public static final double ALPHA = 0.05;

    public MarginTest {
        if (!(margin > 0) || !Double.isFinite(margin)) {
            throw new IllegalArgumentException("margin " + margin
                    + " is not above zero; it is the largest difference that does not matter");
        }
    }

    /** Tests an estimate, such as a difference of means or the logarithm of a ratio.
     * @throws IllegalArgumentException if the margin is not above zero */
    public static MarginTest of(Question question, StudentEstimate estimate, double margin) {
        if (!(margin > 0)) {
            throw new IllegalArgumentException("margin " + margin
                    + " is not above zero; it is the largest difference that does not matter");
        }
        double p = switch (question) {
            case EQUIVALENT -> estimate.pValueInside(-margin, margin);
            case NOT_ABOVE -> estimate.pValueBelow(margin);
            case NOT_BELOW -> estimate.pValueAbove(-margin);
        };
        return new MarginTest(question, margin, p, estimate.interval(1 - 2 * ALPHA));
    }

    /** Whether the data show that the margin is kept. */
    public boolean shown() {
        return pValue <= ALPHA;
    }
}
