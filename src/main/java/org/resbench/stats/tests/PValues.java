package org.resbench.stats.tests;

/** The p values of one statistic, for the three things that can be claimed of it.
 * @param twoSided small: the groups differ
 * @param greater one-sided; small: the first group tends to be greater
 * @param less one-sided; small: the first group tends to be less
 * @param source how they were had */
public record PValues(double twoSided, double greater, double less, Source source) {
    /** Where p values come from. */
    public enum Source {
        /** Every way to deal the values to the groups was counted. */
        EXACT,
        /** Random ways were drawn: {@code (1 + hits) / (1 + draws)} (Phipson and Smyth 2010, doi:10.2202/1544-6115.1585). */
        MONTE_CARLO,
        /** The statistic was taken as normal, with a continuity correction. */
        NORMAL
    }

    public PValues {
        for (double p : new double[] {twoSided, greater, less}) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("p value " + p + " is not between 0 and 1");
            }
        }
    }

    /** Of a test that nothing can be learnt from, such as one of values that are all equal. */
    static PValues none(Source source) {
        return new PValues(1, 1, 1, source);
    }
}
