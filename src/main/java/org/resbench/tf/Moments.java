package org.resbench.tf;

/** Count, mean and sum of squared deviations of values that arrive in parts.
 * @param squares sum of squared deviations from the mean
 * @see "Chan, Golub and LeVeque 1983, The American Statistician 37(3), eq. 2.1: how two parts are pooled" */
public record Moments(long count, double mean, double squares) {
    public static final Moments NONE = new Moments(0, 0, 0);

    public Moments plus(Moments other) {
        long all = count + other.count;
        if (all == 0) {
            return NONE;
        }
        double between = other.mean - mean;
        return new Moments(all, mean + between * other.count / all,
                squares + other.squares + between * between * count * other.count / all);
    }

    /** Standard deviation over the values themselves (divisor n); NaN without values. */
    public double deviation() {
        return count == 0 ? Double.NaN : Math.sqrt(squares / count);
    }
}
