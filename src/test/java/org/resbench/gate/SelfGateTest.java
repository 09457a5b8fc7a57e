package org.resbench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.data.DataHome;
import org.resbench.data.DataSet;
import org.resbench.data.Images;
import org.resbench.energy.Meters;
import org.resbench.runs.Manifest;
import org.resbench.runs.OpenRun;
import org.resbench.runs.Provenances;
import org.resbench.runs.RunStore;
import org.resbench.spec.Experiment;
import org.resbench.spec.ExperimentFile;
import org.resbench.spec.Scale;
import org.resbench.spec.Trial;
import org.resbench.train.TrialProgress;
import org.resbench.train.TrialRunner;

/** Resbench's own baseline sees planted faults, and does not see any where there are none: real trainings, three seeds each. */
class SelfGateTest {
    private static final Path EXPERIMENT = Path.of("harness/baselines/self-gate.yaml");
    private static final Path BASELINE = Path.of("harness/baselines/self-gate.json");
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);
    /** They took no part in the choice of recipe and margins. */
    private static final List<Long> OTHER_SEEDS = List.of(31L, 32L, 33L);
    private static final int THREADS = 2;

    @TempDir Path folder;

    @Test void otherSeedsOfUnchangedCodePass() {
        Check check = check(OTHER_SEEDS, List.of(), UnaryOperator.identity());
        assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.PASS);
        assertThat(check.rows()).noneMatch(Row::equalWeights);
    }

    @Test void missingWeightDecayIsARegression() {
        Check check = check(SEEDS, List.of("recipe.weight_decay=0"), UnaryOperator.identity());
        assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.REGRESSION);
        assertThat(check.changes()).anySatisfy(change -> assertThat(change).contains("recipe.weight_decay: 0, was 0.02"));
    }

    @Test void aTenthOfTheLearningRateIsARegression() {
        Check check = check(SEEDS, List.of("recipe.learning_rate=0.005"), UnaryOperator.identity());
        assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.REGRESSION);
    }

    /** A fault of code, behind the data's fingerprint: each training image gets the label of the next. */
    @Test void shiftedLabelsAreARegression() {
        Check check = check(SEEDS, List.of(), SelfGateTest::withShiftedLabels);
        assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.REGRESSION);
    }

    private static DataSet withShiftedLabels(DataSet data) {
        Images images = data.training();
        int[] shifted = new int[images.count()];
        Arrays.setAll(shifted, i -> images.labels()[(i + 1) % images.count()]);
        return new DataSet(data.name(), data.classes(), new Images(images.height(), images.width(), images.pixels(), shifted), data.test(),
                data.fingerprint());
    }

    private Check check(List<Long> seeds, List<String> overrides, UnaryOperator<DataSet> fault) {
        Experiment experiment = ExperimentFile.load(EXPERIMENT, Scale.REDUCED, overrides, Optional.of(seeds));
        RunStore store = new RunStore(folder.resolve("runs"));
        TrialRunner runner = new TrialRunner(request -> fault.apply(new DataHome(folder).load(request)), Meters.none("not asked"),
                new TrialRunner.Settings("cpu", false, false));
        Manifest.Provenance provenance = Provenances.collect(List.of("SelfGateTest"), "");
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> trainings = new ArrayList<>();
            for (Trial trial : experiment.trials()) {
                trainings.add(threads.submit(() -> {
                    try (OpenRun run = store.open(Manifest.of(experiment.name(), experiment.scale(), trial, provenance))) {
                        runner.train(trial, run, new Silent(), () -> false);
                    }
                }));
            }
            for (Future<?> training : trainings) {
                training.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("a training failed", e);
        } finally {
            threads.shutdownNow();
        }
        return Gate.check(BaselineFile.read(BASELINE), store.list());
    }

    private static final class Silent implements TrialProgress {
        @Override public void started(long firstIteration, long iterations) {}

        @Override public void phase(String what) {}

        @Override public void step(long iteration, double loss, double trainingErrorPercent, double imagesPerSecond) {}

        @Override public void evaluated(long iteration, double testErrorPercent) {}
    }
}
