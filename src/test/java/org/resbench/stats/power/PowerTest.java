package org.resbench.stats.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2, the command beside each; all power.t.test with tol=1e-12. */
class PowerTest {
    private static final Percentage AGREES = withPercentage(1e-4);

    @Test void powerAgreesWithR() {
        assertThat(Power.ofDifference(0.16, 5, 0.16, 5).of(0.25, 0.025)).isCloseTo(0.583112626419002, AGREES); // n=5, delta=.25, sd=.16
        assertThat(Power.ofDifference(0.16, 5, 0.16, 5).of(-0.25, 0.005)).isCloseTo(0.275773159179224, AGREES); // the same, sig.level=.01
        // n=10, delta=1, sd=2, type="one.sample", alternative="one.sided"
        assertThat(Power.ofMean(2, 10).of(1, 0.05)).isCloseTo(0.427289826771351, AGREES);
    }

    @Test void detectableDifferenceAgreesWithR() {
        // n=5, sd=.16, power=.8
        assertThat(Power.ofDifference(0.16, 5, 0.16, 5).detectable(0.025, 0.8)).isCloseTo(0.323910556377373, AGREES);
        assertThat(Power.ofDifference(0.3, 3, 0.3, 3).detectable(0.025, 0.8)).isCloseTo(0.921267853131183, AGREES); // n=3, sd=.3, power=.8
        // n=20, sd=.3, power=.9, sig.level=.01
        assertThat(Power.ofDifference(0.3, 20, 0.3, 20).detectable(0.005, 0.9)).isCloseTo(0.382873047078134, AGREES);
        // n=5, sd=.16, power=.8, alternative="one.sided"
        assertThat(Power.ofDifference(0.16, 5, 0.16, 5).detectable(0.05, 0.8)).isCloseTo(0.275937175079357, AGREES);
        // n=10, sd=2, power=.8, type="one.sample"
        assertThat(Power.ofMean(2, 10).detectable(0.025, 0.8)).isCloseTo(1.99200450861346, AGREES);
    }

    /** a <- .16^2/5; b <- .3^2/8; df <- (a+b)^2/(a^2/4 + b^2/7); pt(qt(.975, df), df, .4/sqrt(a+b), lower=FALSE). */
    @Test void groupsMayDifferInSizeAndSpread() {
        assertThat(Power.ofDifference(0.16, 5, 0.3, 8).of(0.4, 0.025)).isCloseTo(0.811030865799966, AGREES);
    }

    @Test void withoutSpreadEveryEffectIsSeen() {
        assertThat(Power.ofDifference(0, 3, 0, 3).of(0.1, 0.025)).isEqualTo(1);
        assertThat(Power.ofDifference(0, 3, 0, 3).of(0, 0.025)).isEqualTo(0.025);
        assertThat(Power.ofMean(0, 3).detectable(0.025, 0.8)).isZero();
    }

    @Test void refusesWhatHasNoPower() {
        assertThatThrownBy(() -> Power.ofMean(1, 1)).hasMessageContaining("needs two values");
        assertThatThrownBy(() -> Power.ofDifference(Double.NaN, 3, 1, 3)).hasMessageContaining("a spread of NaN");
        assertThatThrownBy(() -> Power.ofMean(1, 3).of(1, 0.6)).hasMessageContaining("tail 0.6");
        assertThatThrownBy(() -> Power.ofMean(1, 3).detectable(0.025, 0.02)).hasMessageContaining("power 0.02");
    }
}
