package org.resbench.stats.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {
    /** R 4.2.2: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"). */
    @Test void agreesWithR() {
        assertThat(Holm.adjust(0.01, 0.04, 0.03, 0.005)).containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
    }

    /** R 4.2.2: p.adjust(c(0.5, 0.02, 0.02, 0.9, 0.0001), "holm"). */
    @Test void agreesWithROnTiesAndCapsAtOne() {
        assertThat(Holm.adjust(0.5, 0.02, 0.02, 0.9, 0.0001)).containsExactly(new double[] {1, 0.08, 0.08, 1, 0.0005}, within(1e-12));
    }

    @Test void leavesOneTestAlone() {
        assertThat(Holm.adjust(0.04)).containsExactly(0.04);
        assertThat(Holm.adjust()).isEmpty();
    }

    @Test void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> Holm.adjust(0.1, 1.5)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> Holm.adjust(Double.NaN)).hasMessageContaining("NaN");
    }
}
