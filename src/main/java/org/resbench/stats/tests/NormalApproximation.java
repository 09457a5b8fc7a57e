package org.resbench.stats.tests;

import org.apache.commons.math3.distribution.NormalDistribution;

/** p values of rank statistics that are taken as normal; the continuity correction of one half is that of R's {@code wilcox.test}. */
final class NormalApproximation {
    private NormalApproximation() {}

    /** @param distance of the statistic from its mean
     * @param deviation of the statistic; 0 when all values are equal, and then every p is 1 */
    static PValues of(double distance, double deviation) {
        if (!(deviation > 0)) {
            return PValues.none(PValues.Source.NORMAL);
        }
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double corrected = Math.max(0, Math.abs(distance) - 0.5);
        double both = Math.min(1, 2 * normal.cumulativeProbability(-corrected / deviation));
        return new PValues(both, normal.cumulativeProbability(-(distance - 0.5) / deviation),
                normal.cumulativeProbability((distance + 0.5) / deviation), PValues.Source.NORMAL);
    }
}
