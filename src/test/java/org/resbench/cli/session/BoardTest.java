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

    @Test void theTimeLeftIsThatOfTheCostLeftAtThePaceSoFar() {
        assertThat(board.left()).isEmpty();
        Row row = board.begin(0, display);
        row.started(1, 10);
        assertThat(row.left()).isEmpty();
        seconds += 8;
        row.step(4, 1, 50, 100);
        // Four iterations in 8 s: 6 more of this trial take 12 s, and 10 of the other 10 * 3 * 2 s.
        assertThat(row.left()).contains(Duration.ofSeconds(12));
        assertThat(board.left()).contains(Duration.ofSeconds(72));
    }

    @Test void aContinuedTrialCountsOnlyWhatWasMadeInThisSession() {
        board.settled(trials.get(0), true);
        Row row = board.begin(1, display);
        row.started(6, 10);
        seconds += 4;
        row.step(7, 1, 50, 100);
        assertThat(row.left()).contains(Duration.ofSeconds(6));
        assertThat(board.left()).contains(Duration.ofSeconds(6));
        assertThat(printed.toString()).contains("continues at iteration 6 of 10");
    }

    @Test void nothingIsLeftWhenAllHaveEnded() {
        for (int i = 0; i < trials.size(); i++) {
            Row row = board.begin(i, display);
            row.started(1, 10);
            seconds += 10;
            row.step(10, 1, 50, 100);
            board.end(row, new Outcome.Finished(Samples.result(RunStatus.COMPLETED, 45), false));
        }
        assertThat(board.left()).contains(Duration.ZERO);
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
            row.step(i, 2.3456, 87.5, 1234.4);
        }
        row.evaluated(25, 61.2345);
        Outcome outcome = new Outcome.Finished(Samples.result(RunStatus.COMPLETED, 45.678), false);
        board.end(row, outcome);
        display.ended(row, outcome);
        assertThat(printed.toString().lines()).containsExactly(
                "[1/2] plain-20 s1  starts: 1000 iterations",
                "[1/2] plain-20 s1    10/1000  loss 2.346  training error 87.50 %  1234 images/s  16:30 left",
                "[1/2] plain-20 s1    20/1000  loss 2.346  training error 87.50 %  1234 images/s  16:20 left",
                "[1/2] plain-20 s1    25/1000  test error 61.23 %",
                "[1/2] plain-20 s1  finished: test error 45.68 %, training error 40.00 % (0:25); 1 of 2 finished, about 0:30 left");
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
