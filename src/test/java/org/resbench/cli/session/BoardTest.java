package org.resbench.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resbench.runs.RunStatus;
import org.resbench.spec.Trial;

/** Times left, and what the lines say, under a clock that the test moves. */
class BoardTest {
    private final Locale locale = Locale.getDefault();
    private final List<Trial> trials = List.of(Samples.trial(20, 1), Samples.trial(56, 1));
    private long seconds = 1000;
    /** The deeper trial takes three times as long an iteration. */
    private final Board board = new Board(trials, trial -> trial.cell().equals("plain-56") ? 3 : 1, () -> seconds * 1_000_000_000L);
    private final StringWriter printed = new StringWriter();
    private final PlainDisplay display = new PlainDisplay(board, new PrintWriter(printed, true),
            () -> seconds * 1_000_000_000L);

    @AfterEach void restoreLocale() {
        Locale.setDefault(locale);
    }

    private void make(Row row, int from, int to, int secondsEach) {
        for (int i = from; i <= to; i++) {
            seconds += secondsEach;
            row.made(i);
        }
    }

    private void test(Row row, int iteration, int secondsAll) {
        row.phase("testing");
        seconds += secondsAll;
        row.evaluated(iteration, 60);
    }

    @Test void theTimeLeftLeavesOutTheSlowFirstStepsAndTimesEvaluationsApart() {
        assertThat(board.left()).isEmpty();
        Row row = board.begin(0, display);
        row.started(1, 10);
        make(row, 1, 1, 100);
        make(row, 2, 3, 2);
        assertThat(row.left()).isEmpty();
        assertThat(board.left()).isEmpty();
        make(row, 4, 5, 2);
        test(row, 5, 3);
        // 5 steps of 2 s and the evaluation at the end, 3 s.
        assertThat(row.left()).contains(Duration.ofSeconds(13));
        // It takes 111 + 13 s in all, and the other one, whose steps cost three times as much, 372.
        assertThat(board.left()).contains(Duration.ofSeconds(13 + 372));
    }

    @Test void beforeTheFirstEvaluationAnImageIsTakenToNeedAThirdOfATrainingStep() {
        Row row = board.begin(0, display);
        row.started(1, 10);
        make(row, 1, 4, 3);
        // 6 steps of 3 s; evaluations at 5 and 10, each of 100 images, of which a step takes 10.
        assertThat(row.left()).contains(Duration.ofSeconds(18 + 2 * 10));
    }

    @Test void thePaceIsThatOfTheLastMinute() {
        Row row = board.begin(0, display);
        row.started(1, 10_000);
        make(row, 1, 100, 10);
        double before = row.left().orElseThrow().toSeconds();
        make(row, 101, 300, 1);
        assertThat(row.left().orElseThrow().toSeconds()).isLessThan((long) (before / 9));
    }

    @Test void aContinuedTrialGoesByThisSession() {
        board.settled(trials.get(0), true);
        Row row = board.begin(1, display);
        row.started(6, 10);
        make(row, 6, 9, 3);
        // One step of 3 s and the last evaluation.
        assertThat(row.left()).contains(Duration.ofSeconds(13));
        assertThat(board.left()).contains(Duration.ofSeconds(13));
        assertThat(printed.toString()).contains("continues at iteration 6 of 10");
    }

    @Test void trialsThatWaitTakeWhatTheSameNetworkTook() {
        List<Trial> three = List.of(trials.get(0), Samples.trial(20, 2), Samples.trial(20, 3));
        Board seeds = new Board(three, trial -> 1, () -> seconds * 1_000_000_000L);
        Row row = seeds.begin(0, display);
        row.started(1, 10);
        seconds += 40;
        seeds.end(row, new Outcome.Finished(Samples.result(RunStatus.COMPLETED, 45), false));
        assertThat(seeds.left()).contains(Duration.ofSeconds(80));
    }

    @Test void nothingIsLeftWhenAllHaveEnded() {
        for (int i = 0; i < trials.size(); i++) {
            Row row = board.begin(i, display);
            row.started(1, 10);
            seconds += 10;
            row.step(10, 1, 50, 100);
            board.end(row, new Outcome.Finished(Samples.result(RunStatus.COMPLETED, 45), false));
        }
        assertThat(board.left()).isEmpty();
        assertThat(board.overall()).isEqualTo("2 of 2 finished");
    }

    @ParameterizedTest @ValueSource(strings = {"en-US", "de-DE", "ar-EG", "tr-TR"})
    void plainLinesComeAtTheStartAtEvaluationsEveryTenSecondsAndAtTheEnd(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        Row row = board.begin(0, display);
        row.phase("building the graph");
        row.started(1, 1000);
        for (int i = 1; i <= 25; i++) {
            seconds++;
            row.made(i);
            row.step(i, 2.3456, 87.5, 1234.4);
        }
        row.evaluated(25, 61.2345);
        Outcome outcome = new Outcome.Finished(Samples.result(RunStatus.COMPLETED, 45.678), false);
        board.end(row, outcome);
        display.ended(row, outcome);
        assertThat(printed.toString().lines()).containsExactly(
                "[1/2] plain-20 s1  starts: 1000 iterations",
                "[1/2] plain-20 s1    10/1000  loss 2.346  training error 87.50 %  1234 images/s  27:30 left",
                "[1/2] plain-20 s1    20/1000  loss 2.346  training error 87.50 %  1234 images/s  27:13 left",
                "[1/2] plain-20 s1    25/1000  test error 61.23 %",
                "[1/2] plain-20 s1  finished: test error 45.68 %, training error 40.00 % (0:25); 1 of 2 finished, about 1:15 left");
    }

    @Test void aDivergedTrialIsCalledAnOutcome() {
        assertThat(new Outcome.Finished(Samples.result(RunStatus.DIVERGED, 90), false).words())
                .isEqualTo("diverged at iteration 10: counted at chance, test error 90.00 %");
    }

    @Test void durationsAreReadAsOnAClock() {
        assertThat(Words.duration(Duration.ofSeconds(7))).isEqualTo("0:07");
        assertThat(Words.duration(Duration.ofSeconds(754))).isEqualTo("12:34");
        assertThat(Words.duration(Duration.ofSeconds(3723))).isEqualTo("1:02:03");
        assertThat(Words.duration(Duration.ofHours(50))).isEqualTo("50:00:00");
    }
}
