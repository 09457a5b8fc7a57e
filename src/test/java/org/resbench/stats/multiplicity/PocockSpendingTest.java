package org.resbench.stats.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.resbench.stats.StudentEstimate;

class PocockSpendingTest {
    private static final double ALPHA = 0.05;
    private static final int[] SIZES = {3, 4, 5, 6, 8, 10, 13, 17, 20};
    private static final int REPEATS = 4000;

    /** R: {@code 0.05 * log(1 + (exp(1) - 1) * c(.2, .4, .6, .8, 1))}, Lan and DeMets' second spending function. */
    @Test void spendsAsLanAndDeMetsWrite() {
        double[] expected = {0.014769726456, 0.026156858181, 0.035425653343, 0.043241986258, 0.05};
        for (int i = 0; i < 5; i++) {
            assertThat(PocockSpending.spent((i + 1) / 5.0, ALPHA)).isCloseTo(expected[i], within(1e-11));
        }
        assertThat(PocockSpending.spent(0, ALPHA)).isZero();
    }

    @Test void theLevelsOfAllLooksAddUpToAlpha() {
        assertThat(Arrays.stream(PocockSpending.levels(ALPHA, SIZES)).sum()).isCloseTo(ALPHA, within(1e-15));
        assertThat(PocockSpending.levels(ALPHA, 5)[0]).isCloseTo(ALPHA, within(1e-15));
    }

    @Test void looksMustGrow() {
        assertThatThrownBy(() -> PocockSpending.levels(ALPHA)).hasMessageContaining("no look");
        assertThatThrownBy(() -> PocockSpending.levels(ALPHA, 3, 3)).hasMessageContaining("must rise");
        assertThatThrownBy(() -> PocockSpending.spent(1.1, ALPHA)).hasMessageContaining("between 0 and 1");
    }

    /** Without a difference, a full 5 % at each of nine looks goes wrong far more often; the shared rate does not. The bound leaves three
     * standard errors of a rate of 5 % in 4,000 repeats. */
    @Test void theErrorRateHoldsOverAllLooksAndWouldNotWithoutSpending() {
        double bound = ALPHA + 3 * Math.sqrt(ALPHA * (1 - ALPHA) / REPEATS);
        assertThat(rate(0, 1, PocockSpending.levels(ALPHA, SIZES))).isBetween(0.005, ALPHA);
        assertThat(rate(0, 3, PocockSpending.levels(ALPHA, SIZES))).isBetween(0.005, bound);
        double[] unspent = new double[SIZES.length];
        Arrays.fill(unspent, ALPHA);
        assertThat(rate(0, 1, unspent)).isGreaterThan(0.10);
    }

    /** One standard deviation apart: twenty seeds a group in one look have a power of 0.869 (R:
     * {@code power.t.test(n = 20, delta = 1)}). */
    @Test void aDifferenceIsFoundWithSomeLossOfPower() {
        assertThat(rate(1, 1, PocockSpending.levels(ALPHA, SIZES))).isBetween(0.60, 0.869);
        assertThat(rate(3, 1, PocockSpending.levels(ALPHA, SIZES))).isGreaterThan(0.99);
    }

    /** How often one of the claims at least is decided at some look, by Holm over them; each claim has two groups of its own.
     * @param apart means of its groups, in standard deviations */
    private static double rate(double apart, int claims, double[] levels) {
        Random random = new Random(20151210);
        int decided = 0;
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            double[][] first = new double[claims][];
            double[][] second = new double[claims][];
            for (int claim = 0; claim < claims; claim++) {
                first[claim] = IntStream.range(0, 20).mapToDouble(i -> random.nextGaussian() + apart).toArray();
                second[claim] = IntStream.range(0, 20).mapToDouble(i -> random.nextGaussian()).toArray();
            }
            decided += IntStream.range(0, SIZES.length).anyMatch(look -> {
                double[] p = IntStream.range(0, claims)
                        .mapToDouble(claim -> StudentEstimate.ofDifference(Arrays.copyOf(first[claim], SIZES[look]),
                                Arrays.copyOf(second[claim], SIZES[look])).orElseThrow().pValue(0)).toArray();
                return Arrays.stream(Holm.adjust(p)).min().orElseThrow() <= levels[look];
            }) ? 1 : 0;
        }
        return (double) decided / REPEATS;
    }
}
