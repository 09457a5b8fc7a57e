package org.resbench.gate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a baseline's checks compare, and how strictly. It is kept in the baseline, so that whoever changes code does not
 * choose the bounds by the way.
 * @param level of the whole check: how often, at most, code that changed neither mean nor spread over seeds is called a regression; and
 *     how often, at most, a check passes
 *     although a loss as large as its limit is there
 * @param limits by metric key, of every metric that is compared */
public record Policy(double level, Map<String, Limits> limits) {
    /** Unless asked otherwise. */
    public static final double LEVEL = 0.05;
    /** Compared unless asked otherwise. The training error is left to those who ask: it mostly says again what training loss says. */
    public static final List<GateMetric> METRICS = List.of(GateMetric.TEST_ERROR_PERCENT, GateMetric.TEST_LOSS, GateMetric.TRAINING_LOSS,
            GateMetric.IMAGES_PER_SECOND, GateMetric.ENERGY_JOULES);

    public Policy {
        if (!(level > 0 && level < 0.5)) {
            throw new IllegalArgumentException("level " + level + " must be above 0 and below 0.5");
        }
        limits = Collections.unmodifiableMap(new TreeMap<>(limits));
        limits.keySet().forEach(key -> GateMetric.of(key)
                .orElseThrow(() -> new IllegalArgumentException("'" + key + "' is no metric that can be compared")));
        if (limits.isEmpty()) {
            throw new IllegalArgumentException("a check must compare one metric at least");
        }
    }

    /** In the order of {@link GateMetric}. */
    public List<GateMetric> metrics() {
        return limits.keySet().stream().map(key -> GateMetric.of(key).orElseThrow()).sorted().toList();
    }

    public Limits of(GateMetric metric) {
        return limits.get(metric.key());
    }
}
