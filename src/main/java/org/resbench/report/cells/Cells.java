package org.resbench.report.cells;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.resbench.runs.Run;
import org.resbench.runs.RunStore;
import org.resbench.spec.Experiment;

/** Brings trials and runs together. */
public final class Cells {
    private Cells() {}

    /** Every trial of the experiment with its run, if there is one; runs of other experiments are left out. */
    public static List<Cell> of(Experiment experiment, List<Run> runs) {
        Map<String, Run> byFingerprint = runs.stream()
                .collect(Collectors.toMap(r -> r.manifest().fingerprint(), Function.identity(), (first, second) -> first));
        return cells(experiment.trials().stream()
                .map(t -> TrialRun.of(t, Optional.ofNullable(byFingerprint.get(RunStore.fingerprint(t))))).toList());
    }

    /** Runs as their manifests describe them, for a report without an experiment file. */
    public static List<Cell> of(List<Run> runs) {
        return cells(runs.stream().map(r -> TrialRun.of(r.manifest().trial(), Optional.of(r))).toList());
    }

    private static List<Cell> cells(List<TrialRun> trials) {
        Map<String, List<TrialRun>> byCell = new LinkedHashMap<>();
        for (TrialRun trial : trials) {
            byCell.computeIfAbsent(trial.trial().cell(), c -> new ArrayList<>()).add(trial);
        }
        return byCell.entrySet().stream().map(e -> new Cell(e.getKey(), e.getValue())).toList();
    }

}
