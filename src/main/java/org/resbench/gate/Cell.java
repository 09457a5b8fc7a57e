package org.resbench.gate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.resbench.runs.RunResult.DataUsed;
import org.resbench.runs.RunResult.Protocol;

/** One network under one recipe, with what each of its seeds left.
 * @param settings every setting by its key path in experiment files, but how often is evaluated and checkpointed
 * @param samples by seed, ascending, no seed twice */
public record Cell(String cell, Map<String, String> settings, Protocol protocol, DataUsed data, List<Sample> samples) {
    public Cell {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        samples = List.copyOf(samples);
    }

    /** @param status {@code completed} or {@code diverged}
     * @param values by metric key; a metric that was not measured has none */
    public record Sample(long seed, String fingerprint, String status, String weightsSha256, Map<String, Double> values) {
        public Sample {
            values = Collections.unmodifiableMap(new TreeMap<>(values));
        }

        OptionalDouble value(GateMetric metric) {
            Double value = values.get(metric.key());
            return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
        }
    }

    List<Long> seeds() {
        return samples.stream().map(Sample::seed).toList();
    }

    /** In the order of seeds. */
    double[] values(GateMetric metric) {
        return samples.stream().map(sample -> sample.value(metric)).filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble).toArray();
    }

    long diverged() {
        return samples.stream().filter(sample -> sample.status().equals("diverged")).count();
    }

    Optional<Sample> ofSeed(long seed) {
        return samples.stream().filter(sample -> sample.seed() == seed).findFirst();
    }
}
