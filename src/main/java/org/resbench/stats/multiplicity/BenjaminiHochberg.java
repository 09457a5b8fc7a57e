package org.resbench.stats.multiplicity;

/** Benjamini and Hochberg's step-up adjustment for several tests: of what is rejected, at most this share is expected to be true after
 * all, for tests that are independent or positively dependent (Benjamini and Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x). For
 * screening many numbers; verdicts use {@link Holm}. */
public final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /** Adjusted p values in the order given: with {@code p(1) <= ... <= p(m)}, {@code adjusted(i) = min over j >= i of
     * min(1, m / j p(j))}. An empty array gives an empty one.
     * @throws IllegalArgumentException for a p outside of 0 to 1 or NaN */
    public static double[] adjust(double... pValues) {
        int m = pValues.length;
        int[] ascending = Ascending.order(pValues);
        double[] adjusted = new double[m];
        double smallest = 1;
        for (int rank = m; rank >= 1; rank--) {
            smallest = Math.min(smallest, m * pValues[ascending[rank - 1]] / rank);
            adjusted[ascending[rank - 1]] = smallest;
        }
        return adjusted;
    }
}
