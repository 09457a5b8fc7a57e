package org.resbench.stats.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
    /** R 4.2.2: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.2, 0.03), "BH"). */
    @Test void agreesWithR() {
        assertThat(BenjaminiHochberg.adjust(0.01, 0.04, 0.03, 0.005, 0.2, 0.03))
                .containsExactly(new double[] {0.030, 0.048, 0.045, 0.030, 0.200, 0.045}, within(1e-12));
    }

    @Test void neverExceedsHolm() {
        double[] p = {0.001, 0.2, 0.02, 0.9, 0.04, 0.04};
        double[] holm = Holm.adjust(p);
        double[] ours = BenjaminiHochberg.adjust(p);
        for (int i = 0; i < p.length; i++) {
            assertThat(ours[i]).isBetween(p[i], holm[i]);
        }
    }

    @Test void refusesWhatIsNoProbability() {
        assertThat(BenjaminiHochberg.adjust()).isEmpty();
        assertThatThrownBy(() -> BenjaminiHochberg.adjust(0.1, Double.NaN)).hasMessageContaining("NaN is not between 0 and 1");
    }
}
