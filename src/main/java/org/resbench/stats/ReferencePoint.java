package org.resbench.stats;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/** MLPerf's reference convergence point: how many epochs a reference implementation needs, and how few a submission may need on average
 * before it must be doing something else. The fastest and the slowest run are dropped.
 * @param mean of the runs kept
 * @param standardDeviation of the runs kept, with n, as MLPerf has it, not n-1
 * @param runs kept
 * @see "mlcommons/logging, mlperf_logging/rcp_checker: the test of a mean with the reference's spread at 95 %" */
public record ReferencePoint(double mean, double standardDeviation, int runs) {

    /** @param values such as epochs to the target, one for each seed
     * @throws IllegalArgumentException for fewer than three, for NaN or infinity */
    public static ReferencePoint of(double... values) {
        double[] sorted = Samples.requireFinite("reference", values);
        if (sorted.length < 3) {
            throw new IllegalArgumentException("a reference point drops the fastest and the slowest run, "
                    + "so it needs three or more, not " + sorted.length);
        }
        Arrays.sort(sorted);
        double[] kept = Arrays.copyOfRange(sorted, 1, sorted.length - 1);
        double spread = kept.length < 2 ? 0 : Math.sqrt(Samples.variance(kept) * (kept.length - 1) / kept.length);
        return new ReferencePoint(Samples.mean(kept), spread, kept.length);
    }

    /** The smallest mean of so many further runs that is not suspiciously fast:
     * {@code mean - t((1 + level) / 2; runs + further - 2) sd sqrt(1/runs + 1/further)}.
     * @param further at least 1; more than 2 with this reference in all
     * @param level such as {@link Interval#LEVEL} */
    public double smallestAcceptableMean(int further, double level) {
        if (further < 1 || runs + further < 3) {
            throw new IllegalArgumentException(further + " runs beside a reference of " + runs + " are too few to judge by");
        }
        double t = new TDistribution(null, runs + further - 2).inverseCumulativeProbability((1 + level) / 2);
        return mean - t * standardDeviation * Math.sqrt(1.0 / runs + 1.0 / further);
    }
}
