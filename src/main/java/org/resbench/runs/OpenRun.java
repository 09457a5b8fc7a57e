package org.resbench.runs;

import java.nio.file.Path;
import java.util.Map;

/** A run folder held by this process for writing, until closed. */
public interface OpenRun extends AutoCloseable {
    Path folder();

    Manifest manifest();

    /** Where checkpoints go; exists. */
    Path checkpoints();

    /** Events already there when it was opened (a continued run), oldest first. */
    java.util.List<Event> earlierEvents();

    /** Appends one event and flushes it. */
    void append(String kind, long iteration, Map<String, Object> fields);

    void storePredictions(Run.Predictions predictions);

    /** Writes result.json atomically; the run is complete from then on. */
    void complete(RunResult result);

    @Override void close();
}
