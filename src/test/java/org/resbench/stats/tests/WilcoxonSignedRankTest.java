package org.resbench.stats.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.resbench.stats.RData;
import org.resbench.stats.tests.PValues.Source;

/** Expected values: R 4.2.2 and coin 1.4-2, the command beside each. */
class WilcoxonSignedRankTest {
    private static final Percentage AGREES = withPercentage(1e-4);

    private static void agrees(PValues p, Source source, double twoSided, double greater, double less) {
        assertThat(p.source()).isEqualTo(source);
        assertThat(p.twoSided()).isCloseTo(twoSided, AGREES);
        assertThat(p.greater()).isCloseTo(greater, AGREES);
        assertThat(p.less()).isCloseTo(less, AGREES);
    }

    /** pg <- split(PlantGrowth$weight, PlantGrowth$group); wilcox.test(round(pg$ctrl - pg$trt2, 10), alternative=). */
    @Test void isExactWithoutTies() {
        WilcoxonSignedRank test = WilcoxonSignedRank.of(RData.CONTROL, RData.TREATMENT_2);
        assertThat(test.statistic()).isEqualTo(12);
        assertThat(test.differences()).isEqualTo(10);
        agrees(test.pValues(), Source.EXACT, 0.1308593750, 0.9472656250, 0.0654296875);
    }

    /** coin::wilcoxsign_test(x ~ y, distribution="exact", zero.method="Wilcoxon", alternative=) on sleep, where two differences are
     * equal and one is zero; V by wilcox.test(x, y, paired=TRUE). */
    @Test void isExactWithTies() {
        WilcoxonSignedRank test = WilcoxonSignedRank.of(RData.SLEEP_1, RData.SLEEP_2);
        assertThat(test.statistic()).isZero();
        assertThat(test.differences()).isEqualTo(9);
        assertThat(test.equalPairs()).isEqualTo(1);
        agrees(test.pValues(), Source.EXACT, 0.003906250, 1, 0.001953125);
    }

    /** oz <- subset(airquality, !is.na(Ozone)); wilcox.test(oz$Ozone, oz$Temp / 2, paired=TRUE, alternative=). */
    @Test void isNormalForManyValues() {
        double[] half = Arrays.stream(RData.OZONE_TEMPERATURE).map(t -> t / 2).toArray();
        WilcoxonSignedRank test = WilcoxonSignedRank.of(RData.OZONE, half);
        assertThat(test.statistic()).isEqualTo(3275.5);
        assertThat(test.differences()).isEqualTo(115);
        agrees(test.pValues(), Source.NORMAL, 0.869206935513952, 0.566494712240325, 0.434603467756976);
    }

    @Test void pairsWithoutDifferenceTellNothing() {
        agrees(WilcoxonSignedRank.of(new double[] {1, 2}, new double[] {1, 2}).pValues(), Source.EXACT, 1, 1, 1);
    }

    /** As decimals, 0.3 - 0.2 = 0.2 - 0.1; as doubles not. */
    @Test void roundingDoesNotHideTies() {
        WilcoxonSignedRank test = WilcoxonSignedRank.of(new double[] {0.3, 0.1}, new double[] {0.2, 0.2});
        assertThat(test.statistic()).isEqualTo(1.5);
    }

    @Test void refusesUnequalPairs() {
        assertThatThrownBy(() -> WilcoxonSignedRank.of(new double[] {1, 2}, new double[] {1})).hasMessageContaining("not 2 and 1");
    }
}
