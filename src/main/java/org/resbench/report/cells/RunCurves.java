package org.resbench.report.cells;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.resbench.runs.Event;

/** What a run's events say over its iterations. An iteration that was trained twice, before and after an interruption, counts once.
 * @param trainingError percent, mean over the mini-batches since the event before
 * @param testError percent
 * @param joules all that was used up to an evaluation; empty where the energy was not known
 * @param gradientNorms by layer, in the order of the network */
public record RunCurves(SortedMap<Long, Double> trainingError, SortedMap<Long, Double> testError, SortedMap<Long, Double> joules,
                        SortedMap<Long, Map<String, Double>> gradientNorms) {
    public RunCurves {
        trainingError = Collections.unmodifiableSortedMap(trainingError);
        testError = Collections.unmodifiableSortedMap(testError);
        joules = Collections.unmodifiableSortedMap(joules);
        gradientNorms = Collections.unmodifiableSortedMap(gradientNorms);
    }

    static RunCurves of(List<Event> events) {
        SortedMap<Long, Double> training = new TreeMap<>();
        SortedMap<Long, Double> test = new TreeMap<>();
        SortedMap<Long, Double> joules = new TreeMap<>();
        SortedMap<Long, Map<String, Double>> norms = new TreeMap<>();
        for (Event event : Event.withoutRepeated(events)) {
            switch (event.kind()) {
                case "step" -> finite(event, "training_error_percent", training);
                case "evaluation" -> {
                    finite(event, "test_error_percent", test);
                    finite(event, "energy_joules", joules);
                }
                case "layer_gradient_norms" -> norms.put(event.iteration(), norms(event));
                default -> { }
            }
        }
        return new RunCurves(training, test, joules, norms);
    }

    private static void finite(Event event, String key, SortedMap<Long, Double> into) {
        event.number(key).ifPresent(value -> {
            if (Double.isFinite(value)) {
                into.put(event.iteration(), value);
            }
        });
    }

    private static Map<String, Double> norms(Event event) {
        Map<String, Double> byLayer = new LinkedHashMap<>();
        if (event.fields().get("norms") instanceof Map<?, ?> map) {
            map.forEach((layer, norm) -> {
                if (norm instanceof Number number) {
                    byLayer.put(String.valueOf(layer), number.doubleValue());
                }
            });
        }
        return Collections.unmodifiableMap(byLayer);
    }
}
