package org.resbench.stats.power;

import org.apache.commons.math3.distribution.TDistribution;

/** The chance that a t test sees an effect, and the smallest effect that it sees with a given chance, if the standard error is what it
 * is said to be. Power is that of the noncentral t in the tail of the effect, as R's {@code power.t.test} has it.
 *
 * <p>Everywhere {@code tail} is the probability of the rejecting tail: 0.025 for a two-sided test at 0.05, 0.05 for a one-sided one such
 * as non-inferiority; divide it by the number of tests that are corrected together. A test of non-inferiority sees that nothing is
 * lost with the power of an effect of {@code margin}, and misses a loss of {@code margin} with probability {@code tail}.
 * @param standardError of the mean or difference, from the true standard deviations; not below 0
 * @param degreesOfFreedom above 0 */
public record Power(double standardError, double degreesOfFreedom) {
    /** Chance to see an effect that is there, by convention (Cohen 1988, section 2.4). */
    public static final double USUAL = 0.8;
    private static final double PRECISION = 1e-12;

    public Power {
        if (!(standardError >= 0) || !Double.isFinite(standardError) || !(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("standard error " + standardError + " must not be below zero, and degrees of freedom "
                    + degreesOfFreedom + " must be above");
        }
    }

    /** Of Welch's test of a difference of means. For ratios give the standard deviations of natural logarithms (near the coefficient of
     * variation when that is small); effects are then logarithms of ratios.
     * @throws IllegalArgumentException for fewer than two values or a standard deviation below 0 */
    public static Power ofDifference(double sdFirst, int nFirst, double sdSecond, int nSecond) {
        double first = squaredError(sdFirst, nFirst);
        double second = squaredError(sdSecond, nSecond);
        double freedom = first + second == 0 ? nFirst + nSecond - 2
                : (first + second) * (first + second) / (first * first / (nFirst - 1) + second * second / (nSecond - 1));
        return new Power(Math.sqrt(first + second), freedom);
    }

    /** Of the t test of one mean against a value, or of the mean of paired differences.
     * @throws IllegalArgumentException as above */
    public static Power ofMean(double sd, int n) {
        return new Power(Math.sqrt(squaredError(sd, n)), n - 1);
    }

    /** Chance to see this effect. Without any spread: 1, and {@code tail} for no effect.
     * @throws IllegalArgumentException if the tail is not between 0 and 0.5 */
    public double of(double effect, double tail) {
        double critical = critical(tail);
        return standardError == 0 ? (effect == 0 ? tail : 1)
                : 1 - NoncentralT.cumulative(critical, degreesOfFreedom, Math.abs(effect) / standardError);
    }

    /** The smallest effect that is seen with this power; 0 without any spread.
     * @param power above the tail and below 1
     * @throws IllegalArgumentException if tail or power is not as said */
    public double detectable(double tail, double power) {
        double critical = critical(tail);
        if (!(power > tail && power < 1)) {
            throw new IllegalArgumentException("power " + power + " is not between the level of the test, " + tail + ", and 1");
        }
        double low = 0;
        double high = critical + 1;
        while (1 - NoncentralT.cumulative(critical, degreesOfFreedom, high) < power) {
            low = high;
            high *= 2;
        }
        while (high - low > PRECISION * high) {
            double middle = (low + high) / 2;
            boolean seen = 1 - NoncentralT.cumulative(critical, degreesOfFreedom, middle) >= power;
            low = seen ? low : middle;
            high = seen ? middle : high;
        }
        return high * standardError;
    }

    private double critical(double tail) {
        if (!(tail > 0 && tail <= 0.5)) {
            throw new IllegalArgumentException("tail " + tail + " is not between 0 and 0.5");
        }
        return -new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(tail);
    }

    private static double squaredError(double sd, int n) {
        if (!(sd >= 0) || n < 2) {
            throw new IllegalArgumentException("a spread of " + sd + " from " + n
                    + " values: the power of a t test needs two values and no spread below zero");
        }
        return sd * sd / n;
    }
}
