package org.resbench.stats.power;

import org.apache.commons.math3.distribution.NormalDistribution;

/** Power of a test whose statistic is near normal, such as a rank test: {@code P(Z > z(1 - tail) - |z|)}, in the tail of the effect. */
public final class NormalPower {
    private NormalPower() {}

    /** @param z expected value of the standardised statistic @param tail probability of the rejecting tail, above 0 and at most 0.5 */
    public static double of(double z, double tail) {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        return normal.cumulativeProbability(Math.abs(z) + normal.inverseCumulativeProbability(tail));
    }
}
