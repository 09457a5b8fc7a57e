package org.resbench.stats.power;

import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** How many values a test needs to decide, if effect and spread are what they were seen to be. An observed effect is itself
 * uncertain, so these are estimates to plan with, not promises. All search the smallest n of 2 to {@link #MOST} and are empty when
 * that does not suffice, or when effect or spread is zero. */
public final class SampleSize {
    /** Beyond this many values the answer is "more than can be run". */
    public static final int MOST = 1000;
    /** The power that is asked for. */
    public static final double POWER = Power.USUAL;

    private SampleSize() {}

    /** Values per group for Welch's test of a difference. Power is that of the noncentral t with Welch's degrees of freedom and
     * noncentrality {@code |effect| / sqrt((sd1^2 + sd2^2) / n)}, in the tail of the effect, as R's {@code power.t.test} has it
     * for equal spreads.
     * @param tail probability of the rejecting tail: 0.025 for a two-sided test at 0.05 */
    public static OptionalInt forDifference(double effect, double sdFirst, double sdSecond, double tail) {
        double va = sdFirst * sdFirst;
        double vb = sdSecond * sdSecond;
        if (effect == 0 || va + vb == 0) {
            return OptionalInt.empty();
        }
        double perRootN = Math.abs(effect) / Math.sqrt(va + vb);
        double freedomPerN = (va + vb) * (va + vb) / (va * va + vb * vb);
        return smallest(perRootN, tail, n -> powerOfT(perRootN * Math.sqrt(n), (n - 1) * freedomPerN, tail));
    }

    /** Values for the t test of one mean against a value at this distance.
     * @param tail as above; 0.05 for each of two one-sided tests */
    public static OptionalInt forMean(double distance, double sd, double tail) {
        if (distance == 0 || sd == 0) {
            return OptionalInt.empty();
        }
        double perRootN = Math.abs(distance) / sd;
        return smallest(perRootN, tail, n -> powerOfT(perRootN * Math.sqrt(n), n - 1, tail));
    }

    /** Values per group for a test whose statistic is near normal and whose z grows with the root of n, such as a rank test:
     * {@code n ((z(1 - tail) + z(power)) / z)^2} (Noether 1987, doi:10.1080/01621459.1987.10478478).
     * @param z of the test with n values per group */
    public static OptionalInt fromZ(double z, double n, double tail) {
        double size = Math.ceil(n * Math.pow(neededZ(tail) / z, 2));
        return size <= MOST ? OptionalInt.of((int) Math.max(2, size)) : OptionalInt.empty();
    }

    private static double neededZ(double tail) {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        return normal.inverseCumulativeProbability(1 - tail) + normal.inverseCumulativeProbability(POWER);
    }

    private static double powerOfT(double noncentrality, double freedom, double tail) {
        double critical = -new TDistribution(null, freedom).inverseCumulativeProbability(tail);
        return 1 - NoncentralT.cumulative(critical, freedom, noncentrality);
    }

    /** Walks from the n that would do if the spread were known, to the first n whose power suffices; power rises with n.
     * @param perRootN noncentrality over the root of n */
    private static OptionalInt smallest(double perRootN, double tail, IntToDoubleFunction power) {
        double known = Math.ceil(Math.pow(neededZ(tail) / perRootN, 2));
        int n = (int) Math.max(2, Math.min(MOST, known));
        while (n <= MOST && power.applyAsDouble(n) < POWER) {
            n++;
        }
        while (n > 2 && power.applyAsDouble(n - 1) >= POWER) {
            n--;
        }
        return n <= MOST ? OptionalInt.of(n) : OptionalInt.empty();
    }
}
