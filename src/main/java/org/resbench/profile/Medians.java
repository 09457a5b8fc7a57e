package org.resbench.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resbench.tf.StepTrace;

/** Several traces of one step, as one whose operations each took the median of their times. */
final class Medians {
    private Medians() {}

    /** The middle one, or the mean of the middle two.
     * @param values at least one */
    static double of(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2.0;
    }

    /** Every operation of any trace once, in the order of the first; one that a step lacks has no time there, and counts with those it
     * has. */
    static List<StepTrace.Operation> operations(List<StepTrace> traces) {
        Map<String, StepTrace.Operation> first = new LinkedHashMap<>();
        Map<String, List<Long>> times = new HashMap<>();
        for (StepTrace trace : traces) {
            Map<String, Integer> seen = new HashMap<>();
            for (StepTrace.Operation operation : trace.operations()) {
                String name = operation.device() + " " + operation.name() + " " + operation.type();
                String key = name + " " + seen.merge(name, 1, Integer::sum);
                first.putIfAbsent(key, operation);
                times.computeIfAbsent(key, one -> new ArrayList<>()).add(operation.nanoseconds());
            }
        }
        List<StepTrace.Operation> medians = new ArrayList<>();
        first.forEach((key, one) -> medians.add(new StepTrace.Operation(one.name(), one.type(), one.layer(),
                one.phase(), one.inputs(), one.device(), one.start(), Math.round(of(times.get(key))))));
        return medians;
    }
}
