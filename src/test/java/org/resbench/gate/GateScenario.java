package org.resbench.gate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.resbench.arch.CifarNetwork;
import org.resbench.runs.Manifest;
import org.resbench.runs.Manifest.Provenance;
import org.resbench.runs.OpenRun;
import org.resbench.runs.Run;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.runs.RunStore;
import org.resbench.spec.DataSpec;
import org.resbench.spec.Recipe;
import org.resbench.spec.Scale;
import org.resbench.spec.Trial;

/** Run folders of ResNet-20 as a training would have left them, with errors and circumstances that a test chooses. */
public final class GateScenario {
    private final RunStore store;
    private String experiment = "table-6";
    private String cell = "resnet-20";
    private double learningRate = 0.1;
    private String data = "sha256:0123456789abcdef";
    private String commit = "aaaa";
    private String processor = "Some CPU";
    private double imagesPerSecond = 500;
    private Optional<Double> joules = Optional.empty();
    private String energySource = "measured";
    private String weights = "";
    private int views = 1;

    public GateScenario(Path folder) {
        store = new RunStore(folder);
    }

    public GateScenario experiment(String name) {
        experiment = name;
        return this;
    }

    GateScenario cell(String name) {
        cell = name;
        return this;
    }

    GateScenario learningRate(double rate) {
        learningRate = rate;
        return this;
    }

    GateScenario data(String fingerprint) {
        data = fingerprint;
        return this;
    }

    GateScenario views(int count) {
        views = count;
        return this;
    }

    public GateScenario commit(String hash) {
        commit = hash;
        return this;
    }

    GateScenario processor(String model) {
        processor = model;
        return this;
    }

    GateScenario imagesPerSecond(double speed) {
        imagesPerSecond = speed;
        return this;
    }

    GateScenario energy(String source, double value) {
        energySource = source;
        joules = Optional.of(value);
        return this;
    }

    /** Makes weights differ from those of other scenarios; equal marks give equal weights, seed by seed. */
    public GateScenario weights(String mark) {
        weights = mark;
        return this;
    }

    /** One finished run for each error, of seeds from {@code firstSeed} on. */
    public GateScenario errors(long firstSeed, double... errors) {
        for (int i = 0; i < errors.length; i++) {
            run(firstSeed + i, RunStatus.COMPLETED, new RunResult.Final(errors[i], errors[i] / 10, errors[i] / 25, errors[i] / 100, 0));
        }
        return this;
    }

    GateScenario diverged(long seed) {
        run(seed, RunStatus.DIVERGED, new RunResult.Final(90, 90, Math.log(10), Math.log(10), 9000));
        return this;
    }

    GateScenario interrupted(long seed) {
        try (OpenRun run = store.open(manifest(seed))) {
            run.append("started", 0, Map.of());
        }
        return this;
    }

    /** All runs of the folder. */
    List<Run> runs() {
        return new ArrayList<>(store.list());
    }

    private void run(long seed, RunStatus status, RunResult.Final last) {
        try (OpenRun run = store.open(manifest(seed))) {
            double speed = imagesPerSecond * (1 + 0.01 * (seed % 3));
            Optional<Double> energy = joules.map(value -> value * (1 + 0.01 * (seed % 3)));
            run.complete(new RunResult(RunResult.SCHEMA, status, 64000, last, new RunResult.Best(last.testErrorPercent(), 64000),
                    new RunResult.Protocol("test", views, "final iteration", "moving", 128),
                    new RunResult.DataUsed("cifar10", data, 50000, 10000, 32, 10), 269722, 40551296, weights + seed,
                    new RunResult.Speed(speed, 100, 2, 3, "cpu: " + processor + ", 2 threads", 1),
                    new RunResult.Energy(energy.isPresent() ? energySource : "unavailable", energy, ""), Map.of()));
        }
    }

    private Manifest manifest(long seed) {
        Recipe recipe = new Recipe(128, 128, 64000, learningRate, List.of(new Recipe.Drop(32000, 0.1)), Optional.empty(), 0.9, 1e-4,
                Recipe.DecayedVariables.ALL, Recipe.Initialisation.HE_NORMAL,
                new Recipe.BatchNormSpec(1e-5, Recipe.BatchNormSpec.Statistics.MOVING, 0.9, 0), 500, 1000, 0, false);
        Trial trial = new Trial(cell, Map.of(), CifarNetwork.resnet(20), new DataSpec("cifar10", DataSpec.Split.TRAIN_TEST, 0, 0, 0, 0,
                DataSpec.Normalisation.PIXEL_MEAN, new DataSpec.AugmentationSpec(4, true)), recipe, seed);
        return new Manifest(Manifest.SCHEMA, RunStore.fingerprint(trial), experiment, Scale.REDUCED, trial,
                Instant.parse("2026-01-31T12:00:00Z"),
                new Provenance("0.1.0", commit, false, "OpenJDK 17", "Linux 6.1 amd64", processor, 2, "2.18.0", "node1", List.of("run",
                        "a b.yaml"),
                        Map.of("TF_CPP_MIN_LOG_LEVEL", "2", "TF_NUM_INTRAOP_THREADS", "1")));
    }
}
