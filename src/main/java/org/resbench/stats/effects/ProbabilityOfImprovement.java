package org.resbench.stats.effects;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.resbench.stats.Interval;
import org.resbench.stats.tests.MannWhitney;

/** The chance that a value of the first group is above one of the second, ties as one half: Mann and Whitney's U over the number of pairs.
 * Whether above is better is for the reader to know: for errors it is worse.
 *
 * <p>The interval is that of Newcombe 2006 (method 5, doi:10.1002/sim.2324): all p with
 * {@code |estimate - p| <= z sqrt(p (1-p) (1 + N (1-p)/(2-p) + N p/(1+p)) / (m n))}, {@code N = (m + n)/2 - 1}. It stays within 0 and 1 and
 * keeps a width when the groups do not overlap, which is usual with few seeds.
 * @see "Agarwal et al. 2021, Deep Reinforcement Learning at the Edge of the Statistical Precipice, section 4.3 (arXiv:2108.13264)" */
public record ProbabilityOfImprovement(Interval interval) {

    /** @throws IllegalArgumentException if a sample is empty or holds NaN or an infinity */
    public static ProbabilityOfImprovement of(double[] first, double[] second, double level) {
        double estimate = MannWhitney.of(first, second).probabilityOfGreater();
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
        return new ProbabilityOfImprovement(new Interval(estimate, end(estimate, 0, z, first.length, second.length),
                end(estimate, 1, z, first.length, second.length), level, "Newcombe"));
    }

    public double probability() {
        return interval.estimate();
    }

    /** Cliff's delta (Cliff 1993, doi:10.1037/0033-2909.114.3.494): the chance of above minus that of below, so
     * {@code 2 probability - 1}; -1 to 1. */
    public Interval cliffsDelta() {
        return new Interval(2 * interval.estimate() - 1, 2 * interval.lower() - 1, 2 * interval.upper() - 1,
                interval.level(), interval.method());
    }

    /** Halves between the estimate, which is inside, and this end of the scale, which is not. */
    private static double end(double estimate, double outside, double z, double m, double n) {
        double in = estimate;
        double out = outside;
        for (int halving = 0; halving < 100 && in != out; halving++) {
            double p = (in + out) / 2;
            double spread = 1 + ((m + n) / 2 - 1) * ((1 - p) / (2 - p) + p / (1 + p));
            boolean inside = Math.abs(estimate - p) <= z * Math.sqrt(p * (1 - p) * spread / (m * n));
            in = inside ? p : in;
            out = inside ? out : p;
        }
        return out;
    }
}
