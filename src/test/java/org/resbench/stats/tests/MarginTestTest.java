package org.resbench.stats.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.resbench.stats.RData;
import org.resbench.stats.StudentEstimate;
import org.resbench.stats.tests.MarginTest.Question;

/** Expected values: R 4.2.2, the command beside each; x and y are trt1 and ctrl of PlantGrowth. */
class MarginTestTest {
    private static final Percentage AGREES = withPercentage(1e-4);
    private static final StudentEstimate DIFFERENCE = StudentEstimate.ofDifference(RData.TREATMENT_1, RData.CONTROL).orElseThrow();

    @Test void notAboveIsTheOneSidedTestBelowTheMargin() {
        MarginTest test = MarginTest.of(Question.NOT_ABOVE, DIFFERENCE, 1);
        assertThat(test.pValue()).isCloseTo(0.000207245343711663, AGREES); // t.test(x, y, mu=1, alternative="less")
        assertThat(test.shown()).isTrue();
    }

    @Test void notBelowIsTheOneSidedTestAboveTheMargin() {
        // t.test(x, y, mu=-1, alternative="greater")
        assertThat(MarginTest.of(Question.NOT_BELOW, DIFFERENCE, 1).pValue()).isCloseTo(0.0299692708973715, AGREES);
        assertThat(MarginTest.of(Question.NOT_BELOW, DIFFERENCE, 0.9).shown()).isFalse();
    }

    @Test void equivalenceIsTheWorseOfBoth() {
        MarginTest test = MarginTest.of(Question.EQUIVALENT, DIFFERENCE, 1);
        assertThat(test.pValue()).isCloseTo(0.0299692708973715, AGREES);
        assertThat(test.interval().lower()).isCloseTo(-0.913674293094642, AGREES); // t.test(x, y, conf.level=0.9)
        assertThat(test.interval().upper()).isCloseTo(0.171674293094641, AGREES);
        assertThat(MarginTest.of(Question.EQUIVALENT, DIFFERENCE, 0.914).shown()).isTrue();
        assertThat(MarginTest.of(Question.EQUIVALENT, DIFFERENCE, 0.913).shown()).isFalse();
    }

    @Test void aMarginIsAboveZero() {
        assertThatThrownBy(() -> MarginTest.of(Question.NOT_ABOVE, DIFFERENCE, 0)).hasMessageContaining("margin 0.0 is not above zero");
        assertThatThrownBy(() -> MarginTest.of(Question.EQUIVALENT, DIFFERENCE, Double.NaN)).hasMessageContaining("margin NaN");
    }
}
