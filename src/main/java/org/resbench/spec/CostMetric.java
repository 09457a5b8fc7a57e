package org.resbench.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be measured of a network without training it to the end, for one image. Inference is by the largest batch that was measured. */
public enum CostMetric {
    INFERENCE_SECONDS(false, false), TRAINING_SECONDS(true, false), INFERENCE_JOULES(false, true), TRAINING_JOULES(true, true);

    private final boolean training;
    private final boolean energy;

    CostMetric(boolean training, boolean energy) {
        this.training = training;
        this.energy = energy;
    }

    /** Of a training step rather than of inference. */
    public boolean isTraining() {
        return training;
    }

    /** In joules rather than in seconds. */
    public boolean isEnergy() {
        return energy;
    }

    /** As it stands in experiment files: {@code inference_seconds}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CostMetric> of(String key) {
        return Arrays.stream(values()).filter(metric -> metric.key().equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(CostMetric::key).toList();
    }
}
