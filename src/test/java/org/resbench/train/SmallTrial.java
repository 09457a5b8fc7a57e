package org.resbench.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.resbench.arch.CifarNetwork;
import org.resbench.data.DataHome;
import org.resbench.energy.Meters;
import org.resbench.runs.Manifest;
import org.resbench.runs.OpenRun;
import org.resbench.runs.Run;
import org.resbench.runs.RunStore;
import org.resbench.spec.DataSpec;
import org.resbench.spec.Recipe;
import org.resbench.spec.Scale;
import org.resbench.spec.Trial;

/** Thirty iterations of an 8-layer network on tiny synthetic images, and what it takes to run them. */
public record SmallTrial(Path folder, double rate, TrialRunner.Settings settings, boolean layerResponses, Recipe.Precision precision) {
    static final int ITERATIONS = 30;

    public static SmallTrial in(Path folder) {
        return new SmallTrial(folder, 0.1, new TrialRunner.Settings("cpu", false, false), false, Recipe.Precision.FLOAT32);
    }

    SmallTrial at(double otherRate) {
        return new SmallTrial(folder, otherRate, settings, layerResponses, precision);
    }

    SmallTrial with(TrialRunner.Settings others) {
        return new SmallTrial(folder, rate, others, layerResponses, precision);
    }

    SmallTrial withLayerResponses() {
        return new SmallTrial(folder, rate, settings, true, precision);
    }

    SmallTrial inMixedPrecision() {
        return new SmallTrial(folder, rate, settings, layerResponses, Recipe.Precision.MIXED);
    }

    Trial trial() {
        Recipe recipe = new Recipe(16, 16, ITERATIONS, rate, List.of(new Recipe.Drop(20, 0.1)),
                Optional.of(new Recipe.WarmUp(rate / 10, 0, 5)), 0.9, 1e-4, Recipe.DecayedVariables.ALL,
                Recipe.Initialisation.HE_NORMAL,
                new Recipe.BatchNormSpec(1e-5, Recipe.BatchNormSpec.Statistics.AVERAGED, 0.9, 4), 10, 10, 20, layerResponses, precision);
        DataSpec data = new DataSpec("synthetic", DataSpec.Split.TRAIN_TEST, 8, 4, 64, 30, DataSpec.Normalisation.PIXEL_MEAN,
                new DataSpec.AugmentationSpec(1, true));
        return new Trial("resnet-8", Map.of(), CifarNetwork.resnet(8).withWidth(4), data, recipe, 3);
    }

    public Run train() {
        return train(Integer.MAX_VALUE, TrialRunner.Ending.FINISHED);
    }

    /** @param stopAfter steps @param ending expected */
    Run train(int stopAfter, TrialRunner.Ending ending) {
        Trial trial = trial();
        RunStore store = new RunStore(folder);
        Manifest manifest = new Manifest(Manifest.SCHEMA, RunStore.fingerprint(trial), "test", Scale.SMOKE, trial, Instant.EPOCH,
                new Manifest.Provenance("", "", false, "", "", "", 2, "", "", List.of(), Map.of()));
        TrialRunner runner = new TrialRunner(new DataHome(folder), Meters.none("no meter in this test"), settings);
        int[] steps = {0};
        try (OpenRun run = store.open(manifest)) {
            assertThat(runner.train(trial, run, new Silent(), () -> ++steps[0] >= stopAfter)).isEqualTo(ending);
        }
        return store.find(trial).orElseThrow();
    }

    static final class Silent implements TrialProgress {
        @Override public void started(long firstIteration, long iterations) {}

        @Override public void phase(String what) {}

        @Override public void step(long iteration, double loss, double trainingErrorPercent, double imagesPerSecond) {}

        @Override public void evaluated(long iteration, double testErrorPercent) {}
    }
}
