package org.resbench.runs;

import java.time.Instant;
import java.util.Map;

/** One line of events.jsonl: {@code {"time": ..., "event": kind, "iteration": n, ...fields}}. Keys are snake_case with units.
 * Kinds: started, resumed, step (loss, training_error_percent, learning_rate, images_per_second, gradient_norm; means over the
 * iterations since the last one), layer_gradient_norms (norms: layer -> L2 norm), evaluation (test_error_percent, test_loss,
 * split), warm_up_ended (training_error_percent), checkpoint (file), diverged (loss, why), interrupted, failed (why), finished. */
public record Event(Instant time, String kind, long iteration, Map<String, Object> fields) {}
