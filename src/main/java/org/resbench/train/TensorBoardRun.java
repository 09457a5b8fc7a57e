package org.resbench.train;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.resbench.runs.Event;
import org.resbench.runs.Manifest;
import org.resbench.runs.OpenRun;
import org.resbench.runs.Run;
import org.resbench.runs.RunException;
import org.resbench.runs.RunResult;
import org.resbench.tf.EventFile;

/** A run whose events are also written for TensorBoard, under the names and numbers of events.jsonl: {@code step/loss},
 * {@code evaluation/test_error_percent}, {@code layer_gradient_norms/norms/conv1}; a map of numbers also as a histogram. Layer responses
 * follow with the result. Closing it closes the event file and leaves the run open. */
final class TensorBoardRun implements OpenRun {
    static final String FOLDER = "tensorboard";

    private final OpenRun run;
    private final EventFile file;

    /** @throws RunException if the event file cannot be written, from here and every later call */
    TensorBoardRun(OpenRun run) {
        this.run = run;
        try {
            file = EventFile.open(run.folder().resolve(FOLDER));
        } catch (UncheckedIOException e) {
            throw refused(e);
        }
    }

    @Override public void append(String kind, long iteration, Map<String, Object> fields) {
        run.append(kind, iteration, fields);
        write(new Event(Instant.EPOCH, kind, iteration, fields));
    }

    private void write(Event event) {
        try {
            event.fields().forEach((key, value) -> {
                String tag = event.kind() + "/" + key;
                if (value instanceof Map<?, ?> numbers) {
                    all(event.iteration(), tag, numbers);
                } else {
                    event.number(key).ifPresent(number -> file.scalar(event.iteration(), tag, number));
                }
            });
            if (!event.kind().equals("step")) {
                file.flush();
            }
        } catch (UncheckedIOException e) {
            throw refused(e);
        }
    }

    private void all(long iteration, String tag, Map<?, ?> numbers) {
        float[] finite = new float[numbers.size()];
        int count = 0;
        for (Map.Entry<?, ?> entry : numbers.entrySet()) {
            float number = ((Number) entry.getValue()).floatValue();
            file.scalar(iteration, tag + "/" + entry.getKey(), number);
            if (Float.isFinite(number)) {
                finite[count++] = number;
            }
        }
        file.histogram(iteration, tag, Arrays.copyOf(finite, count));
    }

    @Override public void complete(RunResult result) {
        if (!result.layerResponses().isEmpty()) {
            write(new Event(Instant.EPOCH, "result", result.iterations(), Map.of("layer_responses", result.layerResponses())));
        }
        run.complete(result);
    }

    @Override public Path folder() {
        return run.folder();
    }

    @Override public Manifest manifest() {
        return run.manifest();
    }

    @Override public Path checkpoints() {
        return run.checkpoints();
    }

    @Override public List<Event> earlierEvents() {
        return run.earlierEvents();
    }

    @Override public void storePredictions(Run.Predictions predictions) {
        run.storePredictions(predictions);
    }

    @Override public void close() {
        try {
            file.close();
        } catch (UncheckedIOException e) {
            throw refused(e);
        }
    }

    private static RunException refused(UncheckedIOException why) {
        return new RunException(why.getCause().getMessage() + "; mend that, or run without --tensorboard", why);
    }
}
