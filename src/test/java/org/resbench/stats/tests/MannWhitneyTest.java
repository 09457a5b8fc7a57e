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
class MannWhitneyTest {
    private static final Percentage AGREES = withPercentage(1e-4);

    private static void agrees(PValues p, Source source, double twoSided, double greater, double less) {
        assertThat(p.source()).isEqualTo(source);
        assertThat(p.twoSided()).isCloseTo(twoSided, AGREES);
        assertThat(p.greater()).isCloseTo(greater, AGREES);
        assertThat(p.less()).isCloseTo(less, AGREES);
    }

    /** pg <- split(PlantGrowth$weight, PlantGrowth$group); wilcox.test(pg$trt2, pg$trt1, alternative=). */
    @Test void isExactWithoutTies() {
        MannWhitney test = MannWhitney.of(RData.TREATMENT_2, RData.TREATMENT_1);
        assertThat(test.statistic()).isEqualTo(84);
        assertThat(test.probabilityOfGreater()).isEqualTo(0.84);
        agrees(test.pValues(), Source.EXACT, 0.00893069778518695, 0.00446534889259347, 0.99657927212106778);
    }

    /** is <- split(InsectSprays$count, InsectSprays$spray); coin::wilcox_test(v ~ g, distribution="exact", alternative=) on
     * is$A and is$B, and on is$C and the first nine of is$E; statistics by wilcox.test. */
    @Test void isExactWithTies() {
        MannWhitney equalSizes = MannWhitney.of(RData.SPRAY_A, RData.SPRAY_B);
        assertThat(equalSizes.statistic()).isEqualTo(62);
        agrees(equalSizes.pValues(), Source.EXACT, 0.577886778721346, 0.720695477627770, 0.288943389360673);
        MannWhitney unequalSizes = MannWhitney.of(RData.SPRAY_C, Arrays.copyOf(RData.SPRAY_E, 9));
        assertThat(unequalSizes.statistic()).isEqualTo(31);
        agrees(unequalSizes.pValues(), Source.EXACT, 0.0935869084475896, 0.9555098152621373, 0.0464532371653115);
    }

    /** oz <- subset(airquality, !is.na(Ozone)); w <- split(oz$Ozone, oz$Temp > 79); wilcox.test(w[[1]], w[[2]], alternative=,
     * exact=FALSE). */
    @Test void isNormalForManyValues() {
        MannWhitney test = MannWhitney.of(RData.OZONE_COOL, RData.OZONE_WARM);
        assertThat(test.statistic()).isEqualTo(418);
        agrees(test.pValues(), Source.NORMAL, 3.02241963575134e-12, 9.99999999998547e-01, 1.51120981787567e-12);
    }

    @Test void equalValuesTellNothing() {
        agrees(MannWhitney.of(new double[] {90, 90}, new double[] {90, 90, 90}).pValues(), Source.EXACT, 1, 1, 1);
        double[] many = new double[60];
        agrees(MannWhitney.of(many, many).pValues(), Source.NORMAL, 1, 1, 1);
        agrees(MannWhitney.of(new double[] {1}, new double[] {2}).pValues(), Source.EXACT, 1, 1, 0.5);
    }

    @Test void refusesWhatIsNoSample() {
        assertThatThrownBy(() -> MannWhitney.of(new double[0], new double[] {1})).hasMessageContaining("first sample: has no values");
        assertThatThrownBy(() -> MannWhitney.of(new double[] {1}, new double[] {1, Double.NaN}))
                .hasMessageContaining("second sample: value 2 is NaN");
    }
}
