package org.resbench.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.arch.CifarNetwork;
import org.resbench.data.DataHome;
import org.resbench.energy.Meters;
import org.resbench.runs.Manifest;
import org.resbench.runs.OpenRun;
import org.resbench.runs.Run;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.runs.RunStore;
import org.resbench.spec.DataSpec;
import org.resbench.spec.Recipe;
import org.resbench.spec.Scale;
import org.resbench.spec.Trial;

class TrialRunnerTest {
    @TempDir Path folder;

    @Test void aTrialLeavesACompleteRun() {
        Run run = train("a", 0.1, Integer.MAX_VALUE, TrialRunner.Ending.FINISHED);
        RunResult result = run.result().orElseThrow();
        assertThat(result.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(result.iterations()).isEqualTo(30);
        assertThat(result.last().testErrors()).isEqualTo(run.predictions().orElseThrow().errors());
        assertThat(result.last().testErrorPercent()).isBetween(0.0, 100.0);
        assertThat(result.data().testImages()).isEqualTo(run.predictions().orElseThrow().labels().length);
        assertThat(run.events()).extracting(event -> event.kind())
                .contains("started", "step", "layer_gradient_norms", "evaluation", "warm_up_ended", "checkpoint", "finished");
    }

    @Test void aRunStoppedOnTheWayEndsInTheSameBits() {
        RunResult straight = train("straight", 0.1, Integer.MAX_VALUE, TrialRunner.Ending.FINISHED).result().orElseThrow();
        train("stopped", 0.1, 13, TrialRunner.Ending.STOPPED);
        Run continued = train("stopped", 0.1, Integer.MAX_VALUE, TrialRunner.Ending.FINISHED);
        RunResult result = continued.result().orElseThrow();
        assertThat(result.weightsSha256()).isEqualTo(straight.weightsSha256());
        assertThat(result.last()).isEqualTo(straight.last());
        assertThat(result.speed().sessions()).isEqualTo(2);
        assertThat(continued.events()).extracting(event -> event.kind()).contains("interrupted", "resumed");
    }

    @Test void aLossThatIsNotFiniteIsAnOutcomeWithChanceError() {
        RunResult result = train("diverged", 1e30, Integer.MAX_VALUE, TrialRunner.Ending.FINISHED).result().orElseThrow();
        assertThat(result.status()).isEqualTo(RunStatus.DIVERGED);
        assertThat(result.last().testErrorPercent()).isEqualTo(75.0);
    }

    private Run train(String name, double rate, int stopAfter, TrialRunner.Ending ending) {
        Recipe recipe = new Recipe(16, 16, 30, rate, List.of(new Recipe.Drop(20, 0.1)),
                Optional.of(new Recipe.WarmUp(rate / 10, 0, 5)), 0.9, 1e-4, Recipe.DecayedVariables.ALL,
                Recipe.Initialisation.HE_NORMAL,
                new Recipe.BatchNormSpec(1e-5, Recipe.BatchNormSpec.Statistics.AVERAGED, 0.9, 4), 10, 10, 10, false);
        DataSpec data = new DataSpec("synthetic", DataSpec.Split.TRAIN_TEST, 8, 4, 64, 30, DataSpec.Normalisation.PIXEL_MEAN,
                new DataSpec.AugmentationSpec(1, true));
        Trial trial = new Trial("resnet-8", Map.of(), CifarNetwork.resnet(8).withWidth(4), data, recipe, 3);
        RunStore store = new RunStore(folder.resolve(name));
        Manifest manifest = new Manifest(Manifest.SCHEMA, RunStore.fingerprint(trial), "test", Scale.SMOKE, trial, Instant.EPOCH,
                new Manifest.Provenance("", "", false, "", "", "", 2, "", "", List.of(), Map.of()));
        TrialRunner runner = new TrialRunner(new DataHome(folder), Meters.ofThisMachine(), new TrialRunner.Settings("cpu", false, false));
        int[] steps = {0};
        try (OpenRun run = store.open(manifest)) {
            assertThat(runner.train(trial, run, new Silent(), () -> ++steps[0] >= stopAfter)).isEqualTo(ending);
        }
        return store.find(trial).orElseThrow();
    }

    private static final class Silent implements TrialProgress {
        @Override public void started(long firstIteration, long iterations) {}

        @Override public void phase(String what) {}

        @Override public void step(long iteration, double loss, double trainingErrorPercent, double imagesPerSecond) {}

        @Override public void evaluated(long iteration, double testErrorPercent) {}
    }
}
