package org.resbench.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be counted of a network without training it. */
public enum CountMetric {
    /** Of one image, forward: the paper's FLOPs. */
    MULTIPLY_ADDS,
    /** What is trained. */
    PARAMETERS;

    /** As it stands in experiment files: {@code multiply_adds}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code multiply-adds}. */
    public String words() {
        return key().replace('_', '-');
    }

    static Optional<CountMetric> of(String key) {
        return Arrays.stream(values()).filter(metric -> metric.key().equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(CountMetric::key).toList();
    }
}
