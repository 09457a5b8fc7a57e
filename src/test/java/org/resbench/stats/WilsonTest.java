package org.resbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2. */
class WilsonTest {
    /** prop.test(875, 10000, correct=FALSE)$conf.int: 8.75 % of the CIFAR-10 test images. */
    @Test void agreesWithR() {
        Interval interval = Wilson.interval(875, 10_000, 0.95);
        assertThat(interval.estimate()).isEqualTo(0.0875);
        assertThat(interval.lower()).isEqualTo(0.0821189986152105, within(1e-9));
        assertThat(interval.upper()).isEqualTo(0.0931978000405976, within(1e-9));
    }

    /** prop.test(0, 20, correct=FALSE) and prop.test(20, 20, correct=FALSE, conf.level=0.9). */
    @Test void isNotEmptyAtTheEnds() {
        assertThat(Wilson.interval(0, 20, 0.95).lower()).isZero();
        assertThat(Wilson.interval(0, 20, 0.95).upper()).isEqualTo(0.161125158052819, within(1e-9));
        assertThat(Wilson.interval(20, 20, 0.9).lower()).isEqualTo(0.880842162639035, within(1e-9));
        assertThat(Wilson.interval(20, 20, 0.9).upper()).isEqualTo(1);
    }

    @Test void refusesWhatIsNoProportion() {
        assertThatThrownBy(() -> Wilson.interval(3, 2, 0.95)).hasMessageContaining("3 of 2");
        assertThatThrownBy(() -> Wilson.interval(0, 0, 0.95)).hasMessageContaining("0 of 0");
    }
}
