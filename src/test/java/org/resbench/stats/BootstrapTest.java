package org.resbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2 with boot 1.3-28, 400,000 resamples, two runs of which differ in the third digit; the command beside each. */
class BootstrapTest {
    private static final int MANY = 200_000;

    /** b <- boot(o, function(v, i) mean(v[i]), R=2e5); boot.ci(b, type="bca"): 36.603 to 48.486, and 36.647 to 48.664. */
    @Test void meanAgreesWithBootOnOzone() {
        Interval interval = Bootstrap.of(RData.OZONE, Samples::mean, 0.95, MANY, new SplittableRandom(1)).orElseThrow().interval();
        assertThat(interval.lower()).isEqualTo(36.625, within(0.04));
        assertThat(interval.upper()).isEqualTo(48.575, within(0.1));
        assertThat(interval.method()).isEqualTo("BCa bootstrap");
    }

    /** The same on x of sleep: -0.20 to 1.92, and -0.19 to 1.92. */
    @Test void meanAgreesWithBootOnSleep() {
        Interval interval = Bootstrap.of(RData.SLEEP_1, Samples::mean, 0.95, MANY, new SplittableRandom(1)).orElseThrow().interval();
        assertThat(interval.lower()).isEqualTo(-0.195, within(0.011));
        assertThat(interval.upper()).isEqualTo(1.92, within(0.011));
    }

    /** g <- function(v, i) mean(v[i], trim=.25); L <- empinf(data=trt1, statistic=g, type="jack", stype="i");
     * boot.ci(boot(trt1, g, R=4e5), type="bca", L=L): 4.0817 to 5.1467, and 4.0817 to 5.1500. */
    @Test void anyStatisticMayBeGiven() {
        Interval interval = Bootstrap.of(RData.TREATMENT_1, v -> Summary.of(v).interquartileMean(), 0.95, MANY, new SplittableRandom(1))
                .orElseThrow().interval();
        assertThat(interval.lower()).isEqualTo(4.0817, within(0.005));
        assertThat(interval.upper()).isEqualTo(5.148, within(0.006));
    }

    @Test void oneSeedGivesOneInterval() {
        assertThat(Bootstrap.ofMean(RData.SLEEP_1, new SplittableRandom(5))).isEqualTo(Bootstrap.ofMean(RData.SLEEP_1, new SplittableRandom(5)));
    }

    @Test void fewValuesCarryACaution() {
        assertThat(Bootstrap.ofMean(RData.SLEEP_1, new SplittableRandom(1)).flatMap(Bootstrap::caution)).hasValueSatisfying(
                sentence -> assertThat(sentence).contains("10 values").contains("below 20"));
        double[] twenty = Arrays.copyOf(RData.OZONE, 20);
        assertThat(Bootstrap.ofMean(twenty, new SplittableRandom(1)).map(Bootstrap::caution)).contains(Optional.empty());
    }

    @Test void oneValueOrEqualValuesHaveNone() {
        assertThat(Bootstrap.ofMean(new double[] {1}, new SplittableRandom(1))).isEmpty();
        assertThat(Bootstrap.ofMean(new double[] {1, 1, 1}, new SplittableRandom(1))).isEmpty();
        assertThat(Bootstrap.ofMean(new double[] {1, 2}, new SplittableRandom(1))).isPresent();
    }

    @Test void refusesWhatIsNoSample() {
        assertThatThrownBy(() -> Bootstrap.ofMean(new double[0], new SplittableRandom(1))).hasMessageContaining("has no values");
        assertThatThrownBy(() -> Bootstrap.of(new double[] {1, 2}, Samples::mean, 0.95, 10, new SplittableRandom(1))).hasMessageContaining("too few");
    }
}
