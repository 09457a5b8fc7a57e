package org.resbench.stats.comparisons;

import java.util.Optional;

/** How groups are compared.
 * @param paired whether the values of two groups belong together, one by one
 * @param margin the largest difference that does not matter; above zero
 * @param seed of the random draws of permutation tests that are too large to enumerate; each pair starts from it */
public record Settings(boolean paired, Optional<Double> margin, long seed) {
    public static final long DEFAULT_SEED = 1;
    public static final Settings DEFAULT = new Settings(false, Optional.empty(), DEFAULT_SEED);

    public Settings {
        if (margin.isPresent() && !(margin.get() > 0 && margin.get() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("margin " + margin.get()
                    + " is not above zero; it is the largest difference that does not matter");
        }
    }

    public Settings withPaired(boolean isPaired) {
        return new Settings(isPaired, margin, seed);
    }

    public Settings withMargin(double largest) {
        return new Settings(paired, Optional.of(largest), seed);
    }
}
