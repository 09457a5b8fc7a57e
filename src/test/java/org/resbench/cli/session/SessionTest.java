package org.resbench.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.runs.Event;
import org.resbench.runs.OpenRun;
import org.resbench.runs.RunStatus;
import org.resbench.runs.RunStore;
import org.resbench.spec.Trial;
import org.resbench.train.TrialRunner.Ending;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SessionTest {
    private static final BooleanSupplier NEVER = () -> false;

    @TempDir Path folder;
    private final List<Trial> trials = List.of(Samples.trial(20, 1), Samples.trial(20, 2), Samples.trial(56, 1));
    private final StringWriter printed = new StringWriter();

    private List<Outcome> run(Trainer trainer, BooleanSupplier interrupted, int jobs, boolean failFast) {
        Board board = new Board(trials, trial -> 1, System::nanoTime);
        try (Display display = new PlainDisplay(board, new PrintWriter(printed, true), System::nanoTime)) {
            return new Session(store(), Samples::manifest, trainer, Throwable::getMessage, board, display, interrupted)
                    .run(trials, jobs, failFast);
        }
    }

    private RunStore store() {
        return new RunStore(folder);
    }

    private static Trainer failingOn(Trial bad) {
        return (trial, run, progress, stop) -> {
            if (trial.equals(bad)) {
                progress.started(1, Samples.ITERATIONS);
                progress.step(1, 2, 90, 100);
                throw new IllegalStateException("the graph has no such layer");
            }
            return Samples.TRAINER.train(trial, run, progress, stop);
        };
    }

    @Test void everyTrialGetsAResultAndIsNotTrainedAgain() {
        assertThat(run(Samples.TRAINER, NEVER, 1, false)).allSatisfy(outcome -> assertThat(outcome)
                .isEqualTo(new Outcome.Finished(Samples.result(RunStatus.COMPLETED, 45), false)));

        Trainer none = (trial, run, progress, stop) -> {
            throw new AssertionError("trained a finished trial");
        };
        assertThat(run(none, NEVER, 1, false)).allSatisfy(outcome -> assertThat(outcome)
                .isEqualTo(new Outcome.Finished(Samples.result(RunStatus.COMPLETED, 45), true)));
    }

    @Test void aFailedTrialIsRecordedAndTheOthersGoOn() {
        List<Outcome> outcomes = run(failingOn(trials.get(1)), NEVER, 1, false);

        assertThat(outcomes.get(1)).isEqualTo(new Outcome.Failed("the graph has no such layer"));
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Finished.class);
        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Finished.class);
        List<Event> events = store().find(trials.get(1)).orElseThrow().events();
        Event last = events.get(events.size() - 1);
        assertThat(last.kind()).isEqualTo("failed");
        assertThat(last.iteration()).isEqualTo(1);
        assertThat(last.fields()).containsEntry("why", "the graph has no such layer");
        assertThat(store().find(trials.get(1)).orElseThrow().status()).isEqualTo(RunStatus.FAILED);
        assertThat(printed.toString()).contains("[2/3] plain-20 s2  failed: the graph has no such layer");
    }

    @Test void aFailedTrialIsTriedAgainTheNextTime() {
        run(failingOn(trials.get(1)), NEVER, 1, false);
        assertThat(run(Samples.TRAINER, NEVER, 1, false).get(1))
                .isEqualTo(new Outcome.Finished(Samples.result(RunStatus.COMPLETED, 45), false));
    }

    @Test void failFastBeginsNothingAfterAFailure() {
        assertThat(run(failingOn(trials.get(0)), NEVER, 1, true))
                .containsExactly(new Outcome.Failed("the graph has no such layer"), new Outcome.NotBegun(), new Outcome.NotBegun());
    }

    @Test void anInterruptStopsTheRunningTrialAndBeginsNoOther() {
        AtomicInteger steps = new AtomicInteger();
        assertThat(run(Samples.TRAINER, () -> steps.incrementAndGet() > 5, 1, false))
                .containsExactly(new Outcome.Stopped(5, 10), new Outcome.NotBegun(), new Outcome.NotBegun());
    }

    @Test void asManyTrialsAsJobsAreTrainedAtTheSameTime() {
        CyclicBarrier both = new CyclicBarrier(2);
        Trainer meeting = (trial, run, progress, stop) -> {
            if (!trial.equals(trials.get(2))) {
                try {
                    both.await(30, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException("the other trial was not trained at the same time", e);
                }
            }
            return Samples.TRAINER.train(trial, run, progress, stop);
        };
        assertThat(run(meeting, NEVER, 2, false)).allMatch(outcome -> outcome instanceof Outcome.Finished);
    }

    @Test void aTrialThatIsHeldElsewhereIsSkipped() {
        List<Outcome> outcomes;
        try (OpenRun held = store().open(Samples.manifest(trials.get(0)))) {
            outcomes = run(Samples.TRAINER, NEVER, 1, false);
        }
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.InUse.class);
        assertThat(outcomes.subList(1, 3)).allMatch(outcome -> outcome instanceof Outcome.Finished);
    }

    @Test void aTrialThatAnotherProcessFinishesMeanwhileIsFinished() {
        OpenRun held = store().open(Samples.manifest(trials.get(0)));
        Trainer whileTheOtherEnds = (trial, run, progress, stop) -> {
            if (trial.equals(trials.get(2))) {
                held.complete(Samples.result(RunStatus.COMPLETED, 33));
                held.close();
            }
            return Samples.TRAINER.train(trial, run, progress, stop);
        };
        assertThat(run(whileTheOtherEnds, NEVER, 1, false).get(0))
                .isEqualTo(new Outcome.Finished(Samples.result(RunStatus.COMPLETED, 33), true));
    }

    @Test void aRunsFolderThatIsAFileFailsEveryTrialWithItsName() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Board board = new Board(trials, trial -> 1, System::nanoTime);
        List<Outcome> outcomes = new Session(new RunStore(file), Samples::manifest, Samples.TRAINER, Throwable::getMessage, board,
                new QuietDisplay(new PrintWriter(printed, true)), NEVER).run(trials, 1, false);
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.words()).startsWith("failed: ").contains(file.toString()));
    }

    @Test void anEndingWithoutAResultIsAFailure() {
        assertThat(run((trial, run, progress, stop) -> Ending.FINISHED, NEVER, 1, false).get(0).words()).contains("without a result");
    }
}
