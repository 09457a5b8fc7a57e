package org.resbench.data.inspect;

import java.util.Comparator;

/** Two images that look alike.
 * @param differingBits of their hashes
 * @param correlation of their pixels
 * @param one number in the {@link Pool}, below {@code other} */
record Pair(int differingBits, double correlation, int one, int other) {
    static final Comparator<Pair> MOST_ALIKE_FIRST = Comparator.comparingDouble(Pair::correlation).reversed().thenComparingInt(Pair::one)
            .thenComparingInt(Pair::other);
}
