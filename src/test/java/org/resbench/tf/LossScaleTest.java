package org.resbench.tf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Expected values: keras/src/optimizers/loss_scale_optimizer.py of Keras 3, {@code initial_scale=2.0**15, dynamic_growth_steps=2000},
 * doubled and halved. */
class LossScaleTest {
    private final LossScale scale = new LossScale();

    @Test void itBeginsAtTwoToTheFifteenth() {
        assertThat(scale.value()).isEqualTo(32768);
    }

    @Test void itDoublesAfterTwoThousandFiniteStepsInARow() {
        steps(1999);
        assertThat(scale.value()).isEqualTo(32768);
        steps(1);
        assertThat(scale.value()).isEqualTo(65536);
        steps(1999);
        assertThat(scale.value()).isEqualTo(65536);
    }

    @Test void itHalvesAtOnceAndCountsAnew() {
        steps(1999);
        scale.after(false);
        assertThat(scale.value()).isEqualTo(16384);
        steps(1999);
        assertThat(scale.value()).isEqualTo(16384);
    }

    @Test void itNeverFallsBelowOne() {
        for (int i = 0; i < 40; i++) {
            scale.after(false);
        }
        assertThat(scale.value()).isEqualTo(1);
    }

    @Test void itGoesOnFromWhatWasSaved() {
        steps(1500);
        LossScale other = new LossScale();
        other.restore(scale.save());
        for (int i = 0; i < 500; i++) {
            other.after(true);
        }
        assertThat(other.value()).isEqualTo(65536);
    }

    private void steps(int count) {
        for (int i = 0; i < count; i++) {
            scale.after(true);
        }
    }
}
