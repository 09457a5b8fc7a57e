package org.resbench.claims;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.resbench.runs.Event;

/** L2 norm of the loss gradient of the first 3x3 layer's kernel over that of the last 3x3 layer's, from a run's events. Near zero where
 * gradients vanish on the way back, 1 where they arrive as they set out. Projections of shortcut options B and C and the fully
 * connected layer are left out. */
final class GradientRatio {
    private static final Pattern LAYER_3X3 = Pattern.compile("(.*\\.)?conv[0-9]+");

    private GradientRatio() {}

    /** Empty if the run recorded no norms. */
    static OptionalDouble atStart(List<Event> events) {
        return all(events).stream().findFirst().map(GradientRatio::ratio).orElse(OptionalDouble.empty());
    }

    static OptionalDouble atEnd(List<Event> events) {
        List<Event> all = all(events);
        return all.isEmpty() ? OptionalDouble.empty() : ratio(all.get(all.size() - 1));
    }

    private static List<Event> all(List<Event> events) {
        return Event.withoutRepeated(events).stream().filter(event -> event.kind().equals("layer_gradient_norms")).toList();
    }

    private static OptionalDouble ratio(Event event) {
        if (!(event.fields().get("norms") instanceof Map<?, ?> norms)) {
            return OptionalDouble.empty();
        }
        List<Double> ordered = norms.entrySet().stream().filter(norm -> LAYER_3X3.matcher(String.valueOf(norm.getKey())).matches())
                .map(Map.Entry::getValue).filter(Number.class::isInstance).map(value -> ((Number) value).doubleValue()).toList();
        return ordered.size() < 2 ? OptionalDouble.empty() : OptionalDouble.of(ordered.get(0) / ordered.get(ordered.size() - 1));
    }
}
