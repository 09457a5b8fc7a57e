package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.cli.session.Samples;
import org.resbench.cli.session.Trainer;
import org.resbench.data.DataException;
import org.resbench.report.energy.Footprint;
import org.resbench.runs.Json;
import org.resbench.runs.Manifest;
import org.resbench.runs.RunStatus;
import org.resbench.runs.RunStore;
import org.resbench.spec.Claim;
import org.resbench.spec.Claim.Selector;
import org.resbench.spec.Claim.Side;
import org.resbench.spec.Experiment;
import org.resbench.spec.PaperReference;
import org.resbench.spec.ReportPlan;
import org.resbench.spec.Scale;
import org.resbench.spec.Trial;
import org.resbench.train.TrialRunner.Ending;
import sun.misc.Signal;
import sun.misc.SignalHandler;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ExperimentRunTest {
    private static final Claim DEEPER_IS_WORSE = new Claim("deeper-is-worse",
            "Deeper plain networks have higher training error", "section 4.2",
            new Claim.Statement.Difference("test_error_percent", depth(56), depth(20), Side.ABOVE, 0));
    private static final List<Trial> TRIALS = IntStream.rangeClosed(1, 3).boxed()
            .flatMap(seed -> List.of(Samples.trial(20, seed), Samples.trial(56, seed)).stream()).toList();
    private static final Experiment EXPERIMENT = new Experiment("quickstart", "Degradation at small scale",
            new PaperReference("he2015", "figure 1"), Scale.REDUCED, TRIALS, List.of(DEEPER_IS_WORSE),
            new ReportPlan(List.of(), List.of()), Path.of("quickstart.yaml"));

    @TempDir Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Plain-56 is worse by 20 points whatever the seed. */
    private static final Trainer TRAINER = (trial, run, progress, stop) -> {
        progress.started(1, Samples.ITERATIONS);
        progress.step(Samples.ITERATIONS, 1, 40, 100);
        run.complete(Samples.result(RunStatus.COMPLETED, (trial.cell().equals("plain-56") ? 60 : 40) + 0.1 * trial.seed()));
        return Ending.FINISHED;
    };

    private static Selector depth(int depth) {
        return new Selector(Map.of("network.depth", String.valueOf(depth)));
    }

    private int run(Trainer trainer, boolean json) {
        ExperimentRun.Workshop workshop = new ExperimentRun.Workshop() {
            @Override public void requireData(List<Trial> trials) {}

            @Override public Manifest manifest(Trial trial) {
                return Samples.manifest(trial);
            }

            @Override public Trainer trainer() {
                return trainer;
            }
        };
        return new ExperimentRun(EXPERIMENT, new RunStore(folder.resolve("runs")), workshop,
                new ExperimentRun.Options(1, false, false, json, false, folder.resolve("report"),
                        "resbench run quickstart.yaml", Footprint.UNSTATED),
                new PrintWriter(out, true), new PrintWriter(err, true)).run();
    }

    @Test void trainsJudgesAndWritesTheReport() {
        assertThat(run(TRAINER, false)).isZero();
        assertThat(err.toString()).contains("quickstart, scale reduced: 6 trials (2 networks, 3 seeds); runs in ");
        assertThat(out.toString()).contains("SEEN AT THIS SCALE: Deeper plain networks have higher training error [deeper-is-worse]")
                .contains(folder.resolve("report").resolve("report.html").toString());
        assertThat(folder.resolve("report/report.html")).isNotEmptyFile();
    }

    @Test void aSecondCallTrainsNothingAndReportsAgain() throws Exception {
        run(TRAINER, false);
        Files.delete(folder.resolve("report/report.html"));
        assertThat(run((trial, run, progress, stop) -> {
            throw new AssertionError("trained again");
        }, false)).isZero();
        assertThat(err.toString()).contains("6 trials (2 networks, 3 seeds), all finished already");
        assertThat(folder.resolve("report/report.html")).exists();
    }

    @Test void aFailedTrialMakesExitCode1AndStillAReport() {
        Trainer failing = (trial, run, progress, stop) -> {
            if (trial.equals(TRIALS.get(0))) {
                throw new IllegalStateException("out of ideas");
            }
            return TRAINER.train(trial, run, progress, stop);
        };
        assertThat(run(failing, false)).isEqualTo(1);
        assertThat(err.toString()).contains("out of ideas").contains("5 of 6 trials finished, 1 failed.");
        assertThat(folder.resolve("report/report.html")).exists();
    }

    /** A shell starts background jobs with SIGINT ignored, and Java leaves it so. */
    private static void assumeThatControlCIsHeard() throws InterruptedException {
        CountDownLatch heard = new CountDownLatch(1);
        Signal interrupt = new Signal("INT");
        SignalHandler earlier = Signal.handle(interrupt, signal -> heard.countDown());
        try {
            Signal.raise(interrupt);
            assumeTrue(heard.await(10, TimeUnit.SECONDS), "SIGINT is ignored here, as in a shell's background job");
        } finally {
            Signal.handle(interrupt, earlier);
        }
    }

    @Test void controlCStopsAfterTheStepAndSaysHowToContinue() throws InterruptedException {
        assumeThatControlCIsHeard();
        Trainer interrupted = (trial, run, progress, stop) -> {
            progress.started(1, Samples.ITERATIONS);
            progress.step(4, 1, 40, 100);
            Signal.raise(new Signal("INT"));
            while (!stop.getAsBoolean()) {
                Thread.onSpinWait();
            }
            return Ending.STOPPED;
        };
        assertThat(run(interrupted, false)).isEqualTo(130);
        assertThat(err.toString()).contains("stopping: running trials finish their step")
                .contains("stopped at iteration 4 of 10, checkpoint written")
                .contains("0 of 6 trials finished, 1 stopped with a checkpoint, "
                        + "5 not begun.\nContinue with: resbench run quickstart.yaml\n");
        assertThat(folder.resolve("report")).doesNotExist();
    }

    @Test void controlCBeforeTheFirstStepLosesNothing() throws InterruptedException {
        assumeThatControlCIsHeard();
        assertThat(run((trial, run, progress, stop) -> {
            Signal.raise(new Signal("INT"));
            while (!stop.getAsBoolean()) {
                Thread.onSpinWait();
            }
            return Ending.STOPPED;
        }, false)).isEqualTo(130);
        assertThat(err.toString()).contains("stopped before its first step", "0 of 6 trials finished, 6 not begun.\nContinue with: ");
    }

    @Test void foldersThatCannotBeWrittenAreToldBeforeAnyTraining() throws Exception {
        Files.writeString(folder.resolve("runs"), "a file");
        assertThatThrownBy(() -> run(TRAINER, false))
                .isInstanceOfSatisfying(UserError.class, error -> assertThat(error.exitCode()).isEqualTo(1))
                .hasMessageStartingWith("--runs " + folder.resolve("runs")).hasMessageContaining("is no folder");
        Files.delete(folder.resolve("runs"));
        Files.writeString(folder.resolve("report"), "a file");
        assertThatThrownBy(() -> run(TRAINER, false)).hasMessageStartingWith("--out " + folder.resolve("report"));
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test void jsonHoldsTrialsVerdictsAndFiles() throws Exception {
        run(TRAINER, true);
        JsonNode facts = Json.readTree(out.toString());
        assertThat(facts.at("/experiment").asText()).isEqualTo("quickstart");
        assertThat(facts.at("/trials")).hasSize(6);
        assertThat(facts.at("/trials/1/test_error_percent").asDouble()).isEqualTo(60.1);
        assertThat(facts.at("/claims/0/verdict").asText()).isEqualTo("seen at this scale");
        assertThat(facts.at("/files")).isNotEmpty();
    }

    @Test void missingDataEndItBeforeAnyTraining() {
        assertThatThrownBy(() -> new ExperimentRun(EXPERIMENT, new RunStore(folder.resolve("runs")), refusing(),
                new ExperimentRun.Options(1, false, false, false, false, folder.resolve("report"), "", Footprint.UNSTATED),
                new PrintWriter(out), new PrintWriter(err)).run())
                .isInstanceOf(DataException.class);
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    private static ExperimentRun.Workshop refusing() {
        return new ExperimentRun.Workshop() {
            @Override public void requireData(List<Trial> trials) {
                throw new DataException("cifar10: not fetched; resbench data fetch cifar10");
            }

            @Override public Manifest manifest(Trial trial) {
                throw new AssertionError("opened a run without its data");
            }

            @Override public Trainer trainer() {
                throw new AssertionError("trained without its data");
            }
        };
    }
}
