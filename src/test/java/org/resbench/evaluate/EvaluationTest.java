package org.resbench.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EvaluationTest {
    private final Evaluation evaluation = new Evaluation(TestProtocol.ONE_VIEW, 3, new int[] {0, 1, 2, 2},
            new float[] {2, 1, 0.1f, 5, 1, 1, 0, 0, 1000, 3, 3, 3});

    /** R 4.4: {@code l <- c(2, 1, 0.1); log(sum(exp(l))) - l[1]} is 0.4170300; {@code l <- c(5, 1, 1); log(sum(exp(l))) - l[2]} is
     * 4.0359763; the third is 0, the fourth log(3) = 1.0986123. */
    @Test void theLossIsTheMeanCrossEntropyAndSurvivesLargeScores() {
        assertThat(evaluation.loss()).isCloseTo((0.4170300 + 4.0359763 + 0 + 1.0986123) / 4, within(1e-6));
    }

    @Test void errorsAreCountedByClassTheFirstOfEqualScoresWins() {
        assertThat(evaluation.errors()).isEqualTo(2);
        assertThat(evaluation.errorPercent()).isEqualTo(50);
        assertThat(evaluation.confusion()).isDeepEqualTo(new int[][] {{1, 0, 0}, {1, 0, 0}, {1, 0, 1}});
    }

    @Test void anUnknownProtocolSaysWhichAreKnown() {
        assertThatThrownBy(() -> TestProtocol.parse("ten-crop")).hasMessageContaining("'ten-crop'").hasMessageContaining("one-view");
    }
}
