package org.resbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Expected values are those of {@code ttestratio} of R's package mratios 1.4.4 (Djira, Hasler, Gerhard, Schaarschmidt), which takes
 * Fieller's interval with unequal variances and the degrees of freedom at the observed ratio (Tamhane and Logan 2004), on data sets that R
 * ships: {@code g <- PlantGrowth; a <- g$weight[g$group=="trt2"]; b <- g$weight[g$group=="ctrl"]; ttestratio(a, b)$conf.int} and
 * {@code ttestratio(b, a, conf.level=0.9)$conf.int}; {@code s <- InsectSprays$count; p <- InsectSprays$spray;
 * ttestratio(s[p=="A"], s[p=="C"])$conf.int}. */
class RatioOfMeansTest {
    private static final double[] CTRL = {4.17, 5.58, 5.18, 6.11, 4.50, 4.61, 5.17, 4.53, 5.33, 5.14};
    private static final double[] TRT2 = {6.31, 5.12, 5.54, 5.50, 5.37, 5.29, 4.92, 6.15, 5.80, 5.26};

    private static final double[] SPRAY_A = {10, 7, 20, 14, 14, 12, 10, 23, 17, 20, 14, 13};
    private static final double[] SPRAY_C = {0, 1, 7, 2, 3, 1, 2, 1, 3, 0, 1, 4};

    @Test void agreesWithMratios() {
        has(RatioOfMeans.interval(TRT2, CTRL, 0.95), 5.526 / 5.032, 1.00061197030025, 1.20906508838039);
        has(RatioOfMeans.interval(CTRL, TRT2, 0.9), 5.032 / 5.526, 0.841480264796756, 0.983296243475675);
    }

    /** A denominator that is spread widely: the interval reaches much further up than down. */
    @Test void agreesWithMratiosWhereTheDenominatorIsUncertain() {
        has(RatioOfMeans.interval(SPRAY_A, SPRAY_C, 0.95), 6.96, 4.14359890786258, 17.16398213665325);
    }

    private static void has(Optional<Interval> interval, double estimate, double lower, double upper) {
        assertThat(interval).hasValueSatisfying(ratio -> {
            assertThat(ratio.estimate()).isCloseTo(estimate, within(1e-12));
            assertThat(ratio.lower()).isCloseTo(lower, within(1e-12));
            assertThat(ratio.upper()).isCloseTo(upper, within(1e-12));
        });
    }

    /** A ratio is above 1 just when the difference is above 0. */
    @Test void itTurnsWithWelchsTestAtOne() {
        Interval ratio = RatioOfMeans.interval(TRT2, CTRL, 0.95).orElseThrow();
        assertThat(ratio.isAbove(1)).isEqualTo(StudentEstimate.ofDifference(TRT2, CTRL).orElseThrow().interval(0.95).isAbove(0)).isTrue();
    }

    @Test void aDenominatorThatMayBeZeroGivesNoInterval() {
        assertThat(RatioOfMeans.interval(CTRL, new double[] {-1, 1.5, 0.2}, 0.95)).isEmpty();
        assertThat(RatioOfMeans.interval(CTRL, new double[] {2}, 0.95)).isEmpty();
        assertThat(RatioOfMeans.interval(new double[] {2, 2}, new double[] {1, 1}, 0.95)).isEmpty();
    }
}
