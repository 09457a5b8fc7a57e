package org.resbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2, the command beside each. */
class SummaryTest {
    @Test void agreesWithROnSleep() {
        Summary summary = Summary.of(RData.SLEEP_1);
        assertThat(summary.n()).isEqualTo(10);
        assertThat(summary.mean()).isEqualTo(0.75, within(1e-12)); // mean(x)
        assertThat(summary.standardDeviation().orElseThrow()).isEqualTo(1.78900965775916, within(1e-12)); // sd(x)
        assertThat(summary.median()).isEqualTo(0.35, within(1e-12)); // median(x)
        assertThat(summary.minimum()).isEqualTo(-1.6); // range(x)
        assertThat(summary.maximum()).isEqualTo(3.7);
        Interval interval = summary.meanInterval().orElseThrow(); // t.test(x)$conf.int
        assertThat(interval.lower()).isEqualTo(-0.529780413526232, within(1e-9));
        assertThat(interval.upper()).isEqualTo(2.029780413526232, within(1e-9));
        assertThat(interval.level()).isEqualTo(0.95);
    }

    @Test void agreesWithROnOzone() {
        Summary summary = Summary.of(RData.OZONE);
        assertThat(summary.n()).isEqualTo(116);
        assertThat(summary.mean()).isEqualTo(42.1293103448276, within(1e-11));
        assertThat(summary.standardDeviation().orElseThrow()).isEqualTo(32.987884514434, within(1e-10));
        assertThat(summary.median()).isEqualTo(31.5);
        assertThat(summary.meanInterval().orElseThrow().lower()).isEqualTo(36.0623975620761, within(1e-7));
        assertThat(summary.meanInterval().orElseThrow().upper()).isEqualTo(48.1962231275791, within(1e-7));
    }

    @Test void interquartileMeanAgreesWithR() {
        assertThat(Summary.of(RData.CONTROL).interquartileMean()).isEqualTo(4.99333333333333, within(1e-12)); // mean(x, trim=0.25)
        assertThat(Summary.of(RData.OZONE).interquartileMean()).isEqualTo(33.3965517241379, within(1e-11));
        assertThat(Summary.of(1, 2, 3, 4, 100).interquartileMean()).isEqualTo(3, within(1e-12));
        assertThat(Summary.of(3, 1, 2).interquartileMean()).isEqualTo(2, within(1e-12));
        assertThat(Summary.of(5).interquartileMean()).isEqualTo(5);
    }

    @Test void keepsEveryValueInTheOrderGiven() {
        assertThat(Summary.of(3, 1, 2).samples()).containsExactly(3.0, 1.0, 2.0);
    }

    @Test void oneValueHasNoSpread() {
        Summary summary = Summary.of(8.75);
        assertThat(summary.mean()).isEqualTo(8.75);
        assertThat(summary.median()).isEqualTo(8.75);
        assertThat(summary.standardDeviation()).isEmpty();
        assertThat(summary.meanInterval()).isEmpty();
    }

    @Test void equalValuesHaveNoInterval() {
        Summary summary = Summary.of(90.1, 90.1, 90.1);
        assertThat(summary.standardDeviation()).contains(0.0);
        assertThat(summary.meanInterval()).isEmpty();
    }

    /** NIST StRD NumAcc4: 1001 values of 10000000.1 to .3, mean 10000000.2 and standard deviation 0.1 exactly. */
    @Test void keepsItsDigitsFarFromZero() {
        double[] values = new double[1001];
        values[0] = 10000000.2;
        for (int i = 1; i < values.length; i++) {
            values[i] = i % 2 == 1 ? 10000000.1 : 10000000.3;
        }
        assertThat(Summary.of(values).mean()).isEqualTo(10000000.2, within(1e-8));
        assertThat(Summary.of(values).standardDeviation().orElseThrow()).isEqualTo(0.1, within(1e-8));
    }

    @Test void refusesWhatIsNoSample() {
        assertThatThrownBy(Summary::of).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("has no values");
        assertThatThrownBy(() -> Summary.of(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value 2 is NaN");
        assertThatThrownBy(() -> Summary.of(Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value 1 is Infinity");
    }
}
