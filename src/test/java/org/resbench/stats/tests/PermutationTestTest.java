package org.resbench.stats.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.resbench.stats.RData;
import org.resbench.stats.tests.PValues.Source;

/** Expected values: R 4.2.2 and coin 1.4-2, the command beside each. */
class PermutationTestTest {
    /** Three standard errors of 99,999 draws at p = 0.5. */
    private static final Offset<Double> MONTE_CARLO = within(0.005);
    private final RandomGenerator random = new SplittableRandom(7);

    private static void agrees(PermutationTest test, Source source, Offset<Double> within, double twoSided, double greater, double less) {
        assertThat(test.pValues().source()).isEqualTo(source);
        assertThat(test.pValues().twoSided()).isEqualTo(twoSided, within);
        assertThat(test.pValues().greater()).isEqualTo(greater, within);
        assertThat(test.pValues().less()).isEqualTo(less, within);
    }

    /** pvalue(oneway_test(v ~ g, distribution="exact", alternative=)) on trt2 and trt1 of PlantGrowth; and on spray C and the first
     * nine of spray E of InsectSprays, which have ties. */
    @Test void enumerationAgreesWithCoin() {
        PermutationTest plants = PermutationTest.ofMeans(RData.TREATMENT_2, RData.TREATMENT_1, random);
        agrees(plants, Source.EXACT, within(1e-9), 0.00861677022667735, 0.00430838511333867, 0.99576197796012034);
        assertThat(plants.ways()).isEqualTo(184756); // choose(20, 10)
        assertThat(plants.difference()).isEqualTo(0.865, within(1e-12)); // mean(trt2) - mean(trt1)
        agrees(PermutationTest.ofMeans(RData.SPRAY_C, Arrays.copyOf(RData.SPRAY_E, 9), random), Source.EXACT, within(1e-9),
                0.1767495662232504, 0.9405300581771170, 0.0921784098254687);
    }

    /** m <- as.matrix(expand.grid(rep(list(c(-1, 1)), 10))) %*% d; s <- sum(d); c(mean(abs(m) >= abs(s) - 1e-9), mean(m >= s - 1e-9),
     * mean(m <= s + 1e-9)) for the differences d of sleep, and of ctrl and trt2 of PlantGrowth. */
    @Test void everySignOfPairsIsCounted() {
        agrees(PermutationTest.ofPairs(RData.SLEEP_1, RData.SLEEP_2, random), Source.EXACT, within(1e-12), 0.003906250, 1, 0.001953125);
        agrees(PermutationTest.ofPairs(RData.CONTROL, RData.TREATMENT_2, random), Source.EXACT, within(1e-12),
                0.1132812500, 0.9443359375, 0.0566406250);
    }

    /** oneway_test(v ~ g, distribution="exact", alternative=) on airquality's ozone of July and of August, 26 values each. */
    @Test void drawsAgreeWithCoinForManyValues() {
        double[] july = Arrays.copyOfRange(RData.OZONE, 35, 61);
        double[] august = Arrays.copyOfRange(RData.OZONE, 61, 87);
        agrees(PermutationTest.ofMeans(july, august, random), Source.MONTE_CARLO, MONTE_CARLO, 0.935833338839273,
                0.535131609238712, 0.467916669419636);
    }

    /** Twenty-four pairs whose exact p is known: all differences are 1 or -1, so p is binomial; R: binom.test(15, 24). */
    @Test void drawsOfSignsAgreeWithTheBinomial() {
        double[] first = IntStream.range(0, 24).mapToDouble(i -> i < 15 ? 1 : -1).toArray();
        PermutationTest test = PermutationTest.ofPairs(first, new double[24], random);
        assertThat(test.pValues().source()).isEqualTo(Source.MONTE_CARLO);
        assertThat(test.pValues().twoSided()).isEqualTo(0.307456254959106, MONTE_CARLO);
    }

    @Test void equalValuesTellNothing() {
        agrees(PermutationTest.ofMeans(new double[] {0.1, 0.1}, new double[] {0.1, 0.1, 0.1}, random), Source.EXACT, within(0.0), 1, 1, 1);
        agrees(PermutationTest.ofPairs(new double[] {0.3}, new double[] {0.3}, random), Source.EXACT, within(0.0), 1, 1, 1);
    }

    @Test void refusesWhatIsNoSample() {
        assertThatThrownBy(() -> PermutationTest.ofMeans(new double[] {1}, new double[] {Double.NaN}, random))
                .hasMessageContaining("value 1 is NaN");
        assertThatThrownBy(() -> PermutationTest.ofPairs(new double[] {1}, new double[] {1, 2}, random))
                .hasMessageContaining("not 1 and 2");
    }
}
