package org.resbench.cli.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.resbench.arch.CifarNetwork;
import org.resbench.arch.Family;
import org.resbench.arch.PixelGrid;
import org.resbench.arch.ShortcutOption;
import org.resbench.arch.ZeroChannels;
import org.resbench.runs.Manifest;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.runs.RunStore;
import org.resbench.spec.DataSpec;
import org.resbench.spec.Recipe;
import org.resbench.spec.Scale;
import org.resbench.spec.Trial;

/** Trials of ten iterations, and results for them. */
public final class Samples {
    public static final int ITERATIONS = 10;

    private Samples() {}

    public static Trial trial(int depth, long seed) {
        return new Trial("plain-" + depth, Map.of("network.depth", String.valueOf(depth)),
                new CifarNetwork(Family.PLAIN, depth, ShortcutOption.A, 16, PixelGrid.CENTRED, ZeroChannels.AFTER),
                new DataSpec("synthetic", DataSpec.Split.TRAIN_TEST, 16, 10, 100, 100, DataSpec.Normalisation.PIXEL_MEAN,
                        new DataSpec.AugmentationSpec(0, false)),
                new Recipe(10, 10, ITERATIONS, 0.1, List.of(), Optional.empty(), 0.9, 1e-4, Recipe.DecayedVariables.ALL,
                        Recipe.Initialisation.HE_NORMAL,
                        new Recipe.BatchNormSpec(1e-5, Recipe.BatchNormSpec.Statistics.MOVING, 0.9, 0), 5, 5, 0, false), seed);
    }

    public static Manifest manifest(Trial trial) {
        return new Manifest(Manifest.SCHEMA, RunStore.fingerprint(trial), "quickstart", Scale.SMOKE, trial,
                Instant.parse("2026-01-31T12:00:00Z"),
                new Manifest.Provenance("0.1.0", "", false, "", "", "", 1, "", "", List.of(), Map.of()));
    }

    public static RunResult result(RunStatus status, double testErrorPercent) {
        return new RunResult(RunResult.SCHEMA, status, ITERATIONS, new RunResult.Final(testErrorPercent, 40, 1, 1, 45),
                new RunResult.Best(testErrorPercent, ITERATIONS), new RunResult.Protocol("test", 1, "final iteration", "moving", 10),
                new RunResult.DataUsed("synthetic", "sha256:ab", 100, 100, 16, 10), 1000, 2000, "cd".repeat(32),
                new RunResult.Speed(100, 1, 1, 1, "cpu", 1), new RunResult.Energy("unavailable", Optional.empty(), "no meter"), Map.of());
    }

    /** Trains like the real one as far as its callers see: hears of every step, stops when asked, leaves a result. */
    public static final Trainer TRAINER = (trial, run, progress, stop) -> {
        progress.started(1, ITERATIONS);
        for (int i = 1; i <= ITERATIONS; i++) {
            progress.step(i, 2.0 / i, 50, 100);
            if (stop.getAsBoolean()) {
                return org.resbench.train.TrialRunner.Ending.STOPPED;
            }
        }
        progress.evaluated(ITERATIONS, 45);
        run.complete(result(RunStatus.COMPLETED, 45));
        return org.resbench.train.TrialRunner.Ending.FINISHED;
    };
}
