package org.resbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2, the command beside each; x and y are the two groups of {@code sleep}. */
class StudentEstimateTest {
    private static final Percentage AGREES = withPercentage(1e-4);

    @Test void welchAgreesWithROnSleep() {
        StudentEstimate difference = StudentEstimate.ofDifference(RData.SLEEP_1, RData.SLEEP_2).orElseThrow(); // t.test(x, y)
        assertThat(difference.estimate()).isCloseTo(-1.58, AGREES);
        assertThat(difference.standardError()).isCloseTo(0.849091017238762, AGREES);
        assertThat(difference.degreesOfFreedom()).isCloseTo(17.7764735161785, AGREES);
        assertThat(difference.pValue(0)).isCloseTo(0.0793941401873582, AGREES);
        assertThat(difference.interval(0.95).lower()).isCloseTo(-3.36548323071171, AGREES);
        assertThat(difference.interval(0.95).upper()).isCloseTo(0.20548323071171, AGREES);
        assertThat(difference.pValueAbove(-1)).isCloseTo(0.748319811440982, AGREES); // t.test(x, y, mu=-1, alternative="greater")
        assertThat(difference.pValueBelow(-1)).isCloseTo(0.251680188559018, AGREES); // t.test(x, y, mu=-1, alternative="less")
    }

    @Test void oneSpreadAgreesWithR() {
        // t.test(x, y, var.equal=TRUE)
        StudentEstimate sleep = StudentEstimate.ofDifferenceWithOneSpread(RData.SLEEP_1, RData.SLEEP_2).orElseThrow();
        assertThat(sleep.t(0)).isCloseTo(-1.86081346749, AGREES);
        assertThat(sleep.degreesOfFreedom()).isEqualTo(18);
        assertThat(sleep.pValue(0)).isCloseTo(0.0791867142159, AGREES);
        // t.test(c(1.2, 1.4, 1.9), c(0.4, 0.7, 0.5, 1.1, 0.9), var.equal=TRUE)
        StudentEstimate unequal = StudentEstimate.ofDifferenceWithOneSpread(new double[] {1.2, 1.4, 1.9},
                new double[] {0.4, 0.7, 0.5, 1.1, 0.9}).orElseThrow();
        assertThat(unequal.t(0)).isCloseTo(3.41178928459, AGREES);
        assertThat(unequal.standardError()).isCloseTo(0.22861904266, AGREES);
        assertThat(unequal.pValue(0)).isCloseTo(0.0142871699856, AGREES);
        assertThat(StudentEstimate.ofDifferenceWithOneSpread(new double[] {1, 1}, new double[] {2, 2})).isEmpty();
    }

    @Test void welchAgreesWithROnPlantGrowth() {
        // with(split(PlantGrowth$weight, PlantGrowth$group), t.test(trt2, trt1, conf.level=0.9))
        StudentEstimate difference = StudentEstimate.ofDifference(RData.TREATMENT_2, RData.TREATMENT_1).orElseThrow();
        assertThat(difference.interval(0.9).lower()).isCloseTo(0.359121839982554, AGREES);
        assertThat(difference.interval(0.9).upper()).isCloseTo(1.370878160017447, AGREES);
        assertThat(difference.pValue(0)).isCloseTo(0.00929840471726983, AGREES);
        assertThat(difference.degreesOfFreedom()).isCloseTo(14.1035691227603, AGREES);
    }

    @Test void pairsAgreeWithROnSleep() {
        StudentEstimate change = StudentEstimate.ofPairs(RData.SLEEP_1, RData.SLEEP_2).orElseThrow(); // t.test(x, y, paired=TRUE)
        assertThat(change.interval(0.95).lower()).isCloseTo(-2.459885763276982, AGREES);
        assertThat(change.interval(0.95).upper()).isCloseTo(-0.700114236723018, AGREES);
        assertThat(change.pValue(0)).isCloseTo(0.00283289019738427, AGREES);
        assertThat(change.standardError()).isCloseTo(0.388958723888395, AGREES);
    }

    @Test void ratiosAgreeWithR() {
        // t.test(log(pg$trt2), log(pg$trt1)); the ratio and its interval are exp() of the difference and its
        StudentEstimate ratio = StudentEstimate.ofLogRatio(RData.TREATMENT_2, RData.TREATMENT_1).orElseThrow();
        assertThat(ratio.pValue(0)).isCloseTo(0.00867545934683842, AGREES);
        Interval interval = ratio.interval(0.95).exponential();
        assertThat(interval.estimate()).isCloseTo(1.19727024199928, AGREES);
        assertThat(interval.lower()).isCloseTo(1.05561150453182, AGREES);
        assertThat(interval.upper()).isCloseTo(1.35793900144427, AGREES);
        assertThatThrownBy(() -> StudentEstimate.ofLogRatio(new double[] {1, 2}, new double[] {1, 0}))
                .hasMessageContaining("second sample: value 2 is 0.0; a ratio needs values above zero");
    }

    @Test void oneMeanAgreesWithROnOzone() {
        StudentEstimate mean = StudentEstimate.ofMean(RData.OZONE).orElseThrow();
        assertThat(mean.pValue(40)).isCloseTo(0.488328600501907, AGREES); // t.test(o, mu=40)
        // max(t.test(o, mu=32, alternative="greater")$p.value, t.test(o, mu=52, alternative="less")$p.value)
        assertThat(mean.pValueInside(32, 52)).isCloseTo(0.000826152243474634, AGREES);
    }

    /** Schuirmann's identity: both one-sided tests reject at alpha exactly when the 1 - 2 alpha interval is inside. */
    @Test void equivalenceIsTheNinetyPercentIntervalInside() {
        StudentEstimate mean = StudentEstimate.ofMean(RData.OZONE).orElseThrow();
        Interval ninety = mean.interval(0.9);
        assertThat(mean.pValueInside(ninety.lower() - 1e-6, 100)).isLessThan(0.05);
        assertThat(mean.pValueInside(ninety.lower() + 1e-6, 100)).isGreaterThan(0.05);
        assertThat(mean.pValueInside(0, ninety.upper() + 1e-6)).isLessThan(0.05);
        assertThat(mean.pValueInside(0, ninety.upper() - 1e-6)).isGreaterThan(0.05);
    }

    @Test void oneValueOrNoSpreadGivesNoEstimate() {
        assertThat(StudentEstimate.ofMean(new double[] {1})).isEmpty();
        assertThat(StudentEstimate.ofMean(new double[] {1, 1, 1})).isEmpty();
        assertThat(StudentEstimate.ofDifference(new double[] {1}, new double[] {1, 2})).isEmpty();
        assertThat(StudentEstimate.ofDifference(new double[] {1, 1}, new double[] {2, 2})).isEmpty();
    }

    /** R: t.test(c(1e17, 1e17 + 16)) stops with "data are essentially constant". */
    @Test void aSpreadBelowTheRoundingOfTheMeanIsNone() {
        assertThat(StudentEstimate.ofMean(new double[] {1e17, 1e17 + 16})).isEmpty();
    }

    /** R: t.test(c(90, 90, 90), c(12.1, 12.4, 12.9)) gives df = 2 and the interval 76.5293810297 to 78.5372856369. */
    @Test void oneSampleWithoutSpreadIsAllowed() {
        StudentEstimate difference = StudentEstimate.ofDifference(new double[] {90, 90, 90}, new double[] {12.1, 12.4, 12.9}).orElseThrow();
        assertThat(difference.degreesOfFreedom()).isCloseTo(2, AGREES);
        assertThat(difference.interval(0.95).lower()).isCloseTo(76.5293810297, AGREES);
        assertThat(difference.interval(0.95).upper()).isCloseTo(78.5372856369, AGREES);
    }

    @Test void refusesUnequalPairsAndBoundsOutOfOrder() {
        assertThatThrownBy(() -> StudentEstimate.ofPairs(new double[] {1, 2}, new double[] {1})).hasMessageContaining("not 2 and 1");
        StudentEstimate mean = StudentEstimate.ofMean(RData.OZONE).orElseThrow();
        assertThatThrownBy(() -> mean.pValueInside(2, 1)).hasMessageContaining("not in order");
    }
}
