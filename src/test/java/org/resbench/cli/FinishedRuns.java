package org.resbench.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.resbench.runs.Manifest;
import org.resbench.runs.OpenRun;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.runs.RunStore;
import org.resbench.spec.Experiment;
import org.resbench.spec.Trial;

/** Leaves run folders as training would, with made-up errors and the speed that a test wants. */
final class FinishedRuns {
    static final RunResult.Speed SPEED = new RunResult.Speed(500, 16, 2, 3, "cpu: Some CPU, 2 threads", 1);

    private FinishedRuns() {}

    /** Every trial of the experiment, at the same speed. */
    static void all(RunStore store, Experiment experiment) {
        experiment.trials().forEach(trial -> one(store, experiment, trial, RunStatus.COMPLETED, SPEED));
    }

    static void one(RunStore store, Experiment experiment, Trial trial, RunStatus status, RunResult.Speed speed) {
        try (OpenRun run = store.open(manifest(experiment, trial))) {
            run.append("started", 0, Map.of());
            run.complete(new RunResult(RunResult.SCHEMA, status, trial.recipe().iterations(), new RunResult.Final(45, 40, 1, 1, 45),
                    new RunResult.Best(45, trial.recipe().iterations()),
                    new RunResult.Protocol("test", 1, "final iteration", "moving", trial.recipe().microBatchSize()),
                    new RunResult.DataUsed(trial.data().name(), "sha256:ab", 200, 100, 16, 4), 1000, 2000, "cd".repeat(32), speed,
                    new RunResult.Energy("unavailable", Optional.empty(), "no meter"), Map.of()));
        }
    }

    static Manifest manifest(Experiment experiment, Trial trial) {
        return new Manifest(Manifest.SCHEMA, RunStore.fingerprint(trial), experiment.name(), experiment.scale(), trial,
                Instant.parse("2026-01-31T12:00:00Z"), new Manifest.Provenance("0.1.0", "", false, "", "", "Some CPU", 2,
                        "", "", List.of(), Map.of()));
    }
}
