package org.resbench.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A run folder, read only. */
public interface Run {
    Path folder();

    Manifest manifest();

    RunStatus status();

    Optional<RunResult> result();

    /** All whole lines of events.jsonl; a torn last line is left out. */
    List<Event> events();

    /** Predictions of the final evaluation in test order: label and predicted class of each image; empty if none were stored. */
    Optional<Predictions> predictions();

    record Predictions(int[] labels, int[] predicted) {}
}
