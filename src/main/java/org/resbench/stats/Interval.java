package org.resbench.stats;

/** A confidence interval.
 * @param estimate lies within the bounds
 * @param level such as 0.95
 * @param method such as {@code Welch t} */
public record Interval(double estimate, double lower, double upper, double level, String method) {
    /** The level of every interval and, as 1 - LEVEL over both sides, of every test, unless a method says otherwise. */
    public static final double LEVEL = 0.95;

    public Interval {
        if (!(lower <= estimate && estimate <= upper)) {
            throw new IllegalArgumentException("interval " + lower + " to " + upper + " does not hold its estimate " + estimate);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
        }
    }

    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** Whether the whole interval lies above the value. */
    public boolean isAbove(double value) {
        return lower > value;
    }

    /** Whether the whole interval lies below the value. */
    public boolean isBelow(double value) {
        return upper < value;
    }

    /** The interval of the negated quantity. */
    public Interval negated() {
        return new Interval(-estimate, -upper, -lower, level, method);
    }

    /** The interval of e to the quantity: of a ratio, if this is one of its logarithm. */
    public Interval exponential() {
        return new Interval(Math.exp(estimate), Math.exp(lower), Math.exp(upper), level, method);
    }
}
