package org.resbench.runs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** One line of events.jsonl: {@code {"time": ..., "event": kind, "iteration": n, ...fields}}. Keys are snake_case with units.
 * Kinds: started, resumed, step (loss, training_error_percent, learning_rate, images_per_second, means over the iterations
 * since the last one; gradient_norm of this one), layer_gradient_norms (norms: layer -> L2 norm), evaluation (test_error_percent,
 * test_loss, split), warm_up_ended (training_error_percent), loss_scale (loss_scale, updated), checkpoint (file), diverged (loss, why),
 * interrupted, failed (why), finished.
 * @param iteration updates made so far; that of {@code resumed} is the checkpoint's, so every earlier event after it was trained again,
 * and so was everything before a second {@code started}, which is at 0
 * @param fields in their own order; numbers, strings, lists and maps of them */
public record Event(Instant time, String kind, long iteration, Map<String, Object> fields) {
    public Event {
        if (kind.isBlank()) {
            throw new IllegalArgumentException("an event needs a kind");
        }
        if (iteration < 0) {
            throw new IllegalArgumentException("event '" + kind + "': iteration " + iteration + " is negative");
        }
        for (String reserved : List.of("time", "event", "iteration")) {
            if (fields.containsKey(reserved)) {
                throw new IllegalArgumentException("event '" + kind + "': '" + reserved + "' is not free for a field");
            }
        }
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** A numeric field, NaN and infinities included; empty if there is none of that name or it is no number. */
    public OptionalDouble number(String key) {
        Object value = fields.get(key);
        if (value instanceof Number number) {
            return OptionalDouble.of(number.doubleValue());
        }
        return value instanceof String text ? notFinite(text) : OptionalDouble.empty();
    }

    /** What led to the result: a run that went on from a checkpoint, or began again because it had none yet, trained some iterations
     * twice, and only the last time counts. Leaves out step, evaluation and other measurements that a later {@code resumed} or
     * {@code started} took back; keeps everything that has no iteration to take back (started, resumed, interrupted, failed). */
    public static List<Event> withoutRepeated(List<Event> events) {
        List<Event> kept = new ArrayList<>();
        for (Event event : events) {
            if (event.takesBack()) {
                kept.removeIf(earlier -> earlier.iteration() > event.iteration() && earlier.isMeasurement());
            }
            kept.add(event);
        }
        return List.copyOf(kept);
    }

    /** Whether what came before, at later iterations, was trained again. */
    boolean takesBack() {
        return kind.equals("resumed") || kind.equals("started");
    }

    private boolean isMeasurement() {
        return switch (kind) {
            case "started", "resumed", "interrupted", "failed" -> false;
            default -> true;
        };
    }

    private static OptionalDouble notFinite(String text) {
        return switch (text) {
            case "NaN" -> OptionalDouble.of(Double.NaN);
            case "Infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-Infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default -> OptionalDouble.empty();
        };
    }
}
