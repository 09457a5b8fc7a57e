package org.resbench.report.cells;

import java.util.Locale;
import java.util.Optional;
import org.resbench.runs.Run;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.spec.Trial;

/** A trial that was asked for and the run that carried it out, read once.
 * @param run empty if there is none
 * @param status empty if there is no run
 * @param result empty unless the run has one */
public record TrialRun(Trial trial, Optional<Run> run, Optional<RunStatus> status, Optional<RunResult> result, RunCurves curves) {
    static TrialRun of(Trial trial, Optional<Run> run) {
        RunCurves curves = RunCurves.of(run.map(Run::events).orElseGet(java.util.List::of));
        return new TrialRun(trial, run, run.map(Run::status), run.flatMap(Run::result), curves);
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
