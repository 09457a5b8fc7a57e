package org.resbench.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A run folder, read only. */
public interface Run {
    Path folder();

    Manifest manifest();

    RunStatus status();

    Optional<RunResult> result();

    /** All whole lines of events.jsonl; a torn last line is left out. */
    List<Event> events();

    /** The last whole line of events.jsonl; empty before the first. */
    default Optional<Event> lastEvent() {
        List<Event> all = events();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Predictions of the final evaluation in test order: label and predicted class of each image; empty if none were stored. */
    Optional<Predictions> predictions();

    /** @param labels class index of each test image @param predicted likewise, the class with the highest score */
    record Predictions(int[] labels, int[] predicted) {
        public Predictions {
            if (labels.length != predicted.length) {
                throw new IllegalArgumentException(labels.length + " labels but " + predicted.length + " predictions");
            }
        }

        /** Images that were not predicted as labelled. */
        public long errors() {
            return IntStream.range(0, labels.length).filter(i -> labels[i] != predicted[i]).count();
        }
    }
}
