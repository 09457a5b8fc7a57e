package org.resbench.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.resbench.runs.Manifest;
import org.resbench.runs.OpenRun;
import org.resbench.runs.Provenances;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.runs.RunStore;
import org.resbench.spec.Experiment;
import org.resbench.spec.ExperimentFile;
import org.resbench.spec.Scale;
import org.resbench.spec.Trial;

/** Finished runs of the quickstart's trials with numbers that nobody measured, for reports to be timed on. */
final class MadeUpRuns {
    private static final int STEPS = 64;
    private static final int STEPS_AN_EVALUATION = 6;

    private MadeUpRuns() {}

    /** @param runs a multiple of the quickstart's networks
     * @return their experiment */
    static Experiment store(RunStore store, int runs) {
        Path file = Provenances.project().orElseThrow().resolve("experiments/quickstart.yaml");
        int networks = ExperimentFile.load(file, Scale.REDUCED, List.of(), Optional.of(List.of(1L))).trials().size();
        List<Long> seeds = LongStream.rangeClosed(1, runs / networks).boxed().toList();
        Experiment experiment = ExperimentFile.load(file, Scale.REDUCED, List.of(), Optional.of(seeds));
        experiment.trials().forEach(trial -> store(store, trial));
        return experiment;
    }

    private static void store(RunStore store, Trial trial) {
        Random random = new Random(31 * trial.seed() + trial.architecture().label().hashCode());
        String fingerprint = RunStore.fingerprint(trial);
        Manifest manifest = new Manifest(Manifest.SCHEMA, fingerprint, "benchmark", Scale.REDUCED, trial, Instant.EPOCH,
                new Manifest.Provenance("", "", false, "", "", "", 2, "", "", List.of(), Map.of()));
        double test = 30 + random.nextGaussian();
        try (OpenRun run = store.open(manifest)) {
            for (int k = 1; k <= STEPS; k++) {
                int iteration = k * trial.recipe().iterations() / STEPS;
                run.append("step", iteration, Map.of("training_error_percent", 60.0 * (STEPS - k) / STEPS + test - 5, "loss",
                        0.5, "images_per_second", 900.0));
                if (k % STEPS_AN_EVALUATION == 0 || k == STEPS) {
                    run.append("evaluation", iteration, Map.of("test_error_percent", 60.0 * (STEPS - k) / STEPS + test));
                }
            }
            run.complete(result(trial, test, fingerprint, random));
        }
    }

    private static RunResult result(Trial trial, double test, String weights, Random random) {
        Map<String, Double> responses = new LinkedHashMap<>();
        for (int layer = 1; layer < trial.architecture().depth(); layer++) {
            responses.put("layer" + layer, 0.5 + random.nextDouble());
        }
        double error = Math.round(test * 100) / 100.0;
        int iterations = trial.recipe().iterations();
        return new RunResult(RunResult.SCHEMA, RunStatus.COMPLETED, iterations,
                new RunResult.Final(error, error - 5, 0.4, 0.2, Math.round(error * 10)),
                new RunResult.Best(error - 0.1, iterations / 3),
                new RunResult.Protocol("test", 1, "final iteration", "moving", trial.recipe().batchSize()),
                new RunResult.DataUsed("synthetic", "f".repeat(64), 1000, 1000, 16, 10), 100_000, 1_000_000, weights,
                new RunResult.Speed(900, 40, 2, 4, "cpu: none", 1),
                new RunResult.Energy("unavailable", Optional.empty(), "nobody measured"), responses);
    }
}
