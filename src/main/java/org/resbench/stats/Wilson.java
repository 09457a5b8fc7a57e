package org.resbench.stats;

import org.apache.commons.math3.distribution.NormalDistribution;

/** Interval of a proportion seen in one finite test set, such as an error rate over 10,000 images. It covers the choice of the
 * test images, not the spread over seeds. */
public final class Wilson {
    private Wilson() {}

    /** Score interval without continuity correction: {@code (p + z^2/2n +- z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n)}
     * (Wilson 1927, doi:10.1080/01621459.1927.10502953). Stays within 0 and 1 and is not empty at 0 or n of n.
     * @param hits between 0 and trials
     * @param trials at least 1 */
    public static Interval interval(long hits, long trials, double level) {
        return interval((double) hits, trials, level);
    }

    /** The same for hits that are a mean over several looks at the same trials, such as the errors of several seeds on one test set. */
    public static Interval interval(double hits, long trials, double level) {
        if (trials < 1 || !(hits >= 0 && hits <= trials)) {
            throw new IllegalArgumentException((hits == Math.rint(hits) ? Long.toString((long) hits) : Double.toString(hits)) + " of "
                    + trials + " is no proportion");
        }
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
        double n = trials;
        double p = hits / n;
        double shrink = 1 + z * z / n;
        double middle = (p + z * z / (2 * n)) / shrink;
        double reach = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / shrink;
        return new Interval(p, hits == 0 ? 0 : Math.min(p, middle - reach), hits == trials ? 1 : Math.max(p, middle + reach), level,
                "Wilson");
    }
}
