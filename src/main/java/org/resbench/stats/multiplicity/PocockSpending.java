package org.resbench.stats.multiplicity;

/** Shares one error rate among several looks at growing data: {@code a(t) = alpha ln(1 + (e - 1) t)} may be spent by the time that a share
 * t of the most data is there, which resembles Pocock's constant bounds (Lan and DeMets 1983, doi:10.1093/biomet/70.3.659).
 *
 * <p>Lan and DeMets find bounds from the joint distribution of the looks' statistics. Here each look may reject at the level
 * {@code a(t_j) - a(t_(j-1))} by itself. These levels add up to alpha, so by the union bound the chance of any false rejection at any look
 * is at most alpha for every test with valid p values, however the looks depend on each other; the price is power. */
public final class PocockSpending {
    private PocockSpending() {}

    /** What may be spent by then.
     * @param share of the most data, 0 to 1; at 0 it is 0, at 1 alpha
     * @throws IllegalArgumentException for a share outside of 0 to 1 or an alpha outside of (0, 1) */
    public static double spent(double share, double alpha) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share " + share + " is not between 0 and 1");
        }
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha " + alpha + " is not between 0 and 1");
        }
        return alpha * Math.log1p((Math.E - 1) * share);
    }

    /** The level of each look.
     * @param sizes of the data at the looks, rising; the last one is the most there can be
     * @return as many levels, all above zero, whose sum is alpha but for rounding
     * @throws IllegalArgumentException if there is no look, or sizes do not rise from above zero */
    public static double[] levels(double alpha, int... sizes) {
        if (sizes.length == 0) {
            throw new IllegalArgumentException("there is no look to spend alpha at");
        }
        double[] levels = new double[sizes.length];
        int before = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] <= before) {
                throw new IllegalArgumentException("sizes of looks must rise from above zero, and " + sizes[i] + " follows " + before);
            }
            double most = sizes[sizes.length - 1];
            levels[i] = spent(sizes[i] / most, alpha) - spent(before / most, alpha);
            before = sizes[i];
        }
        return levels;
    }
}
