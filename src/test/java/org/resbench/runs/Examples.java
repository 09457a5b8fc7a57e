package org.resbench.runs;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.resbench.arch.CifarNetwork;
import org.resbench.arch.Family;
import org.resbench.arch.PixelGrid;
import org.resbench.arch.ShortcutOption;
import org.resbench.arch.ZeroChannels;
import org.resbench.spec.DataSpec;
import org.resbench.spec.Recipe;
import org.resbench.spec.Scale;
import org.resbench.spec.Trial;

/** Trials, manifests and results to store: one fixed of each, and arbitrary ones from a generator. */
final class Examples {
    private Examples() {}

    static Trial trial(long seed) {
        return trial(new CifarNetwork(Family.RESIDUAL, 20, ShortcutOption.A, 16, PixelGrid.CENTRED, ZeroChannels.AFTER), recipe(), seed);
    }

    static Trial trial(CifarNetwork network, Recipe recipe, long seed) {
        return new Trial("resnet-20", Map.of("network.depth", "20", "network.family", "residual"), network,
                new DataSpec("synthetic", DataSpec.Split.TRAIN_TEST, 0, 10, 5000, 1000, DataSpec.Normalisation.PIXEL_MEAN,
                        new DataSpec.AugmentationSpec(4, true)), recipe, seed);
    }

    static Recipe recipe() {
        return recipe(500, 1000, Optional.empty(), 0.1);
    }

    static Recipe recipe(int evaluateEvery, int checkpointEvery, Optional<Recipe.WarmUp> warmUp, double learningRate) {
        return new Recipe(128, 128, 64000, learningRate,
                List.of(new Recipe.Drop(32000, 0.1), new Recipe.Drop(48000, 0.1)), warmUp, 0.9, 1e-4,
                Recipe.DecayedVariables.ALL, Recipe.Initialisation.HE_NORMAL,
                new Recipe.BatchNormSpec(1e-5, Recipe.BatchNormSpec.Statistics.MOVING, 0.9, 0), evaluateEvery, checkpointEvery, 100, false);
    }

    static Manifest manifest(Trial trial) {
        return new Manifest(Manifest.SCHEMA, RunStore.fingerprint(trial), "quickstart", Scale.SMOKE, trial,
                Instant.parse("2026-01-31T12:00:00Z"), new Manifest.Provenance("0.1.0", "0123abc", false, "OpenJDK 17", "Linux",
                        "Some CPU", 2, "2.18.0", "node1", List.of("run", "experiments/quick start.yaml"),
                        Map.of("TF_CPP_MIN_LOG_LEVEL", "2")));
    }

    /** A sound finished run with the events, predictions and result of {@link #result()}; its losses depend on the seed from step 200
     * on. */
    static Path finishedRun(RunStore store, long seed) {
        try (OpenRun run = store.open(manifest(trial(seed)))) {
            run.append("started", 0, Map.of());
            run.append("step", 100, Map.of("loss", 2.5));
            run.append("step", 200, Map.of("loss", 2.0 + seed));
            run.append("checkpoint", 64000, Map.of("file", "iteration-64000"));
            run.append("evaluation", 64000, Map.of("test_error_percent", 8.75));
            int[] labels = new int[10000];
            int[] predicted = new int[10000];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = 1;
                predicted[i] = i < 875 ? 9 : 1;
            }
            run.storePredictions(new Run.Predictions(labels, predicted));
            run.complete(result());
            return run.folder();
        }
    }

    static RunResult result() {
        return result(RunStatus.COMPLETED, new RunResult.Final(8.75, 0.5, 0.25, 0.015625, 875), Optional.of(1234.5), Map.of());
    }

    static RunResult result(RunStatus status, RunResult.Final last, Optional<Double> joules, Map<String, Double> responses) {
        return new RunResult(RunResult.SCHEMA, status, 64000, last, new RunResult.Best(8.5, 60000),
                new RunResult.Protocol("test", 1, "final iteration", "moving", 128),
                new RunResult.DataUsed("synthetic", "sha256:ab", 50000, 10000, 32, 10), 269722, 40551296, "cd".repeat(32),
                new RunResult.Speed(512.25, 16000, 60, 2.5, "cpu: Some CPU, 2 threads", 1),
                new RunResult.Energy(joules.isPresent() ? "measured" : "unavailable", joules, "rapl package-0",
                        joules.map(all -> new EnergyBreakdown(16060, Optional.of(1200.0), Optional.of(34.5), 10000,
                                Optional.of(95.5), Optional.empty(),
                                List.of(new EnergyBreakdown.Part("package-0", all)), List.of()))), responses);
    }

    static RunResult result(RandomGenerator random) {
        Map<String, Double> responses = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            responses.put("layer." + i, number(random));
        }
        return result(random.nextBoolean() ? RunStatus.COMPLETED : RunStatus.DIVERGED,
                new RunResult.Final(number(random), number(random), number(random), number(random), random.nextLong()),
                random.nextBoolean() ? Optional.of(random.nextDouble()) : Optional.empty(), responses);
    }

    static Trial trial(RandomGenerator random) {
        CifarNetwork network = new CifarNetwork(any(new Family[] {Family.PLAIN, Family.RESIDUAL}, random), 6 * random.nextInt(1, 201) + 2,
                any(ShortcutOption.values(), random), 2 * random.nextInt(1, 33), any(PixelGrid.values(), random),
                any(ZeroChannels.values(), random));
        Optional<Recipe.WarmUp> warmUp = random.nextBoolean()
                ? Optional.of(new Recipe.WarmUp(random.nextDouble(), 80, 400)) : Optional.empty();
        return trial(network, recipe(random.nextInt(1, 1000), random.nextInt(1, 1000), warmUp, random.nextDouble()), random.nextLong());
    }

    /** Any double, one in four of them not finite. */
    static double number(RandomGenerator random) {
        double[] special = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0};
        return random.nextInt(4) == 0 ? special[random.nextInt(special.length)] : Double.longBitsToDouble(random.nextLong());
    }

    private static <T> T any(T[] values, RandomGenerator random) {
        return values[random.nextInt(values.length)];
    }
}
