package org.resbench.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a claim can be about: a number that every run has, or can have. */
public enum Metric {
    /** At the final iteration. */
    TEST_ERROR_PERCENT,
    /** Mean over the augmented mini-batches of the last epoch. */
    TRAINING_ERROR_PERCENT,
    /** Mean cross-entropy in nats. */
    TEST_LOSS,
    /** Mean cross-entropy in nats, without the decay term. */
    TRAINING_LOSS,
    /** Final test error minus the best evaluation's. */
    INFLATION_POINTS,
    /** Mean over the 3x3 layers of the standard deviation of their responses; needs {@code recipe.layer_responses}. */
    LAYER_RESPONSE,
    /** L2 norm of the gradient of the first 3x3 layer's kernel over that of the last one's, at the first iteration. */
    GRADIENT_NORM_RATIO_AT_START,
    /** The same at the last iteration whose norms were recorded. */
    GRADIENT_NORM_RATIO_AT_END;

    /** As it stands in experiment files: {@code test_error_percent}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The metric of that key, if there is one. */
    public static Optional<Metric> of(String key) {
        return Arrays.stream(values()).filter(metric -> metric.key().equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Metric::key).toList();
    }
}
