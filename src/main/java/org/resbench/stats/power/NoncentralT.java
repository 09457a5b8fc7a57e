package org.resbench.stats.power;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/** The noncentral t distribution: of {@code (Z + delta) / sqrt(V / df)} for a standard normal Z and a chi-squared V. It gives the
 * power of t tests; Commons Math lacks it. Algorithm AS 243 (Lenth 1989, doi:10.2307/2347693): two series of incomplete beta
 * functions weighted by Poisson terms, added up until what is left of the weights is below 1e-13. */
public final class NoncentralT {
    /** Beyond it {@code exp(-delta^2 / 2)} underflows; R's {@code pt} has the same bound and goes to the normal too. */
    private static final double LARGEST_NONCENTRALITY = 37.62;
    private static final double NEGLIGIBLE = 1e-13;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private NoncentralT() {}

    /** P(T <= t).
     * @param freedom above zero @param noncentrality any finite value */
    public static double cumulative(double t, double freedom, double noncentrality) {
        if (t < 0) {
            return 1 - cumulative(-t, freedom, -noncentrality);
        }
        if (Math.abs(noncentrality) > LARGEST_NONCENTRALITY) {
            double scale = 1 / (4 * freedom);
            return NORMAL.cumulativeProbability((t * (1 - scale) - noncentrality) / Math.sqrt(1 + t * t * 2 * scale));
        }
        double half = noncentrality * noncentrality / 2;
        double x = t * t / (freedom + t * t);
        double even = Math.exp(-half);
        double odd = noncentrality * Math.exp(-half - Gamma.logGamma(1.5)) / Math.sqrt(2);
        double weightLeft = 1;
        double sum = 0;
        for (int j = 0; weightLeft > NEGLIGIBLE && j < 10_000; j++) {
            sum += even * Beta.regularizedBeta(x, j + 0.5, freedom / 2) + odd * Beta.regularizedBeta(x, j + 1.0, freedom / 2);
            weightLeft -= even;
            even *= half / (j + 1);
            odd *= half / (j + 1.5);
            if (j > half && even < NEGLIGIBLE && Math.abs(odd) < NEGLIGIBLE) {
                break;
            }
        }
        return Math.min(1, NORMAL.cumulativeProbability(-noncentrality) + sum / 2);
    }
}
