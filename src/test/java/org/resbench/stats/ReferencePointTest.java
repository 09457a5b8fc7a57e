package org.resbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReferencePointTest {
    /** The worked example of MLPerf's rules on reference convergence points (mlcommons/training_policies, training_rules.adoc, RCP):
     * 15.75 +- 0.43, and 15.21 for N = 5. R 4.2.2 to more digits: v <- sort(x)[2:9]; s <- sqrt(mean((v - mean(v))^2));
     * c(mean(v), s, mean(v) - qt(.975, 11)*s*sqrt(1/8 + 1/5)). */
    @Test void agreesWithMlperfsWorkedExample() {
        ReferencePoint point = ReferencePoint.of(16, 14, 16, 17, 16, 16, 15, 16, 15, 16);
        assertThat(point.mean()).isEqualTo(15.75, within(1e-12));
        assertThat(point.standardDeviation()).isEqualTo(0.433012701892219, within(1e-12));
        assertThat(point.smallestAcceptableMean(5, 0.95)).isEqualTo(15.206675322489511, within(1e-6));
    }

    @Test void refusesTooFewRuns() {
        assertThatThrownBy(() -> ReferencePoint.of(16, 15)).hasMessageContaining("three or more, not 2");
        assertThatThrownBy(() -> ReferencePoint.of(16, 15, Double.NaN)).hasMessageContaining("value 3 is NaN");
        assertThatThrownBy(() -> ReferencePoint.of(16, 15, 14).smallestAcceptableMean(1, 0.95)).hasMessageContaining("too few");
    }
}
