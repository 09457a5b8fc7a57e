package org.resbench.stats.multiplicity;

/** Holm's step-down adjustment for several tests: the chance of one false rejection or more among all of them stays at the level,
 * whatever their dependence (Holm 1979, Scandinavian Journal of Statistics 6, 65-70, https://www.jstor.org/stable/4615733). */
public final class Holm {
    private Holm() {}

    /** Adjusted p values in the order given: with {@code p(1) <= ... <= p(m)}, {@code adjusted(i) = max over j <= i of
     * min(1, (m - j + 1) p(j))}. An empty array gives an empty one.
     * @throws IllegalArgumentException for a p outside of 0 to 1 or NaN */
    public static double[] adjust(double... pValues) {
        int m = pValues.length;
        int[] ascending = Ascending.order(pValues);
        double[] adjusted = new double[m];
        double largest = 0;
        for (int rank = 0; rank < m; rank++) {
            largest = Math.max(largest, Math.min(1, (m - rank) * pValues[ascending[rank]]));
            adjusted[ascending[rank]] = largest;
        }
        return adjusted;
    }
}
