package org.resbench.stats.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2, the command beside each; R gives fractions of a value, which are rounded up. */
class SampleSizeTest {
    private static final Percentage AGREES = withPercentage(1e-4);

    @Test void noncentralTAgreesWithR() {
        assertThat(NoncentralT.cumulative(2, 5, 1)).isCloseTo(0.778074662615947, AGREES); // pt(2, 5, 1)
        assertThat(NoncentralT.cumulative(-1, 3, 0.5)).isCloseTo(0.0921212098143628, AGREES); // pt(-1, 3, 0.5)
        assertThat(NoncentralT.cumulative(1.5, 12.7, -2)).isCloseTo(0.99957694533949, AGREES); // pt(1.5, 12.7, -2)
        assertThat(NoncentralT.cumulative(30, 4, 20)).isCloseTo(0.77555780177836, AGREES); // pt(30, 4, 20)
        assertThat(NoncentralT.cumulative(5, 50, 8)).isCloseTo(0.00349214250157176, AGREES); // pt(5, 50, 8)
        assertThat(NoncentralT.cumulative(0, 7, 1.2)).isCloseTo(0.115069670221708, AGREES); // pt(0, 7, 1.2)
        assertThat(NoncentralT.cumulative(45, 30, 40)).isCloseTo(0.783648533306454, AGREES); // pt(45, 30, 40)
    }

    @Test void differenceAgreesWithPowerTTest() {
        assertThat(SampleSize.forDifference(0.5, 0.3, 0.3, 0.025)).hasValue(7); // power.t.test(delta=0.5, sd=0.3, power=0.8): 6.76
        assertThat(SampleSize.forDifference(-0.2, 0.16, 0.16, 0.025)).hasValue(12); // power.t.test(delta=0.2, sd=0.16, power=0.8): 11.09
        assertThat(SampleSize.forDifference(5, 0.3, 0.3, 0.025)).hasValue(2); // power.t.test(delta=5, sd=0.3, power=0.8): 1.53
    }

    @Test void meanAgreesWithPowerTTest() {
        assertThat(SampleSize.forMean(0.5, 0.5, 0.025)).hasValue(10); // power.t.test(delta=0.5, sd=0.5, power=0.8, type="one.sample"): 9.94
        // power.t.test(delta=0.5, sd=0.5, power=0.8, type="one.sample", alternative="one.sided"): 7.73
        assertThat(SampleSize.forMean(0.5, 0.5, 0.05)).hasValue(8);
    }

    @Test void moreThanCanBeRunIsEmpty() {
        assertThat(SampleSize.forDifference(0.1, 1, 1, 0.025)).isEmpty(); // power.t.test(delta=0.1, sd=1, power=0.8): 1570.74
        assertThat(SampleSize.forDifference(0, 1, 1, 0.025)).isEmpty();
        assertThat(SampleSize.forMean(1, 0, 0.025)).isEmpty();
        assertThat(SampleSize.fromZ(0.01, 3, 0.025)).isEmpty();
    }

    /** (qnorm(0.975) + qnorm(0.8))^2 = 7.848880: a test that is at z = 1 with 3 values needs 24. */
    @Test void zGrowsWithTheRootOfN() {
        assertThat(SampleSize.fromZ(1, 3, 0.025)).hasValue(24);
        assertThat(SampleSize.fromZ(-1, 3, 0.025)).hasValue(24);
    }
}
