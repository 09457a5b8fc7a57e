package org.resbench.runs.measurements;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A network's folder as it is.
 * @param samples that are there, also of rounds that are not all done
 * @param result empty until all rounds are done */
public record MeasuredNetwork(Path folder, Request request, List<Sample> samples, Optional<Measurement> result) {
    public MeasuredNetwork {
        samples = List.copyOf(samples);
    }

    /** Windows of one task and batch, one for each round that is done. */
    public List<Sample> of(Task task, int batch) {
        return samples.stream().filter(sample -> sample.isOf(task, batch)).toList();
    }

    /** Why a task was left out, if it was. */
    public Optional<String> skipped(Task task, int batch) {
        return result.stream().flatMap(r -> r.skipped().stream()).filter(s -> s.task() == task && s.batch() == batch)
                .map(Skipped::why).findFirst();
    }
}
