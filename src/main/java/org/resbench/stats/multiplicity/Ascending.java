package org.resbench.stats.multiplicity;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The order that step-wise adjustments walk in. */
final class Ascending {
    private Ascending() {}

    /** Indices of the p values, smallest p first.
     * @throws IllegalArgumentException for a p outside of 0 to 1 or NaN */
    static int[] order(double[] pValues) {
        for (double p : pValues) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("p value " + p + " is not between 0 and 1");
            }
        }
        return IntStream.range(0, pValues.length).boxed().sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue).toArray();
    }
}
