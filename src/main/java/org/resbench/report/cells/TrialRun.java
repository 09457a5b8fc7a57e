package org.resbench.report.cells;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.resbench.runs.Run;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.spec.Trial;

/** A trial that was asked for and the run that carried it out, read once.
 * @param run empty if there is none
 * @param status empty if there is no run
 * @param result empty unless the run has one
 * @param unused folders of further runs of the same trial: a trial counts once */
public record TrialRun(Trial trial, Optional<Run> run, Optional<RunStatus> status, Optional<RunResult> result, RunCurves curves,
                       List<String> unused) {
    public TrialRun {
        unused = List.copyOf(unused);
    }

    /** @param runs of this trial; the first with a result is taken, by folder name, as claims do */
    static TrialRun of(Trial trial, List<Run> runs) {
        List<Run> sorted = runs.stream()
                .sorted(Comparator.comparing((Run r) -> r.result().isEmpty()).thenComparing(r -> r.folder().toString())).toList();
        Optional<Run> run = sorted.stream().findFirst();
        List<String> unused = sorted.stream().skip(1).map(r -> r.folder().getFileName().toString()).toList();
        RunCurves curves = RunCurves.of(run.map(Run::events).orElseGet(List::of));
        return new TrialRun(trial, run, run.map(Run::status), run.flatMap(Run::result), curves, unused);
    }

    /** {@code completed}, {@code diverged}, {@code interrupted}, {@code running}, {@code failed} or {@code missing}. */
    public String statusWord() {
        return status.map(s -> s.name().toLowerCase(Locale.ROOT)).orElse("missing");
    }

    public boolean diverged() {
        return status.filter(s -> s == RunStatus.DIVERGED).isPresent();
    }

    /** Name of the run's folder, empty if there is none. */
    public String folder() {
        return run.map(r -> r.folder().getFileName().toString()).orElse("");
    }
}
