package org.resbench.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.resbench.runs.RunStatus;

/** What a terminal shows, by a terminal of a few lines of code that knows the control sequences in use (ECMA-48: CUU, ED; DECAWM). */
class LiveDisplayTest {
    private long seconds;
    private final StringWriter printed = new StringWriter();
    private final Board board = new Board(List.of(Samples.trial(20, 1), Samples.trial(20, 2)), trial -> 1, () -> seconds * 1_000_000_000L);
    private final LiveDisplay display = new LiveDisplay(board, new PrintWriter(printed, true));

    private List<String> screen() {
        List<StringBuilder> rows = new java.util.ArrayList<>(List.of(new StringBuilder()));
        int row = 0;
        String text = printed.toString().replace("\033[?7l", "").replace("\033[?7h", "");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\033') {
                int end = i + 2;
                while (Character.isDigit(text.charAt(end))) {
                    end++;
                }
                if (text.charAt(end) == 'A') {
                    row -= Integer.parseInt(text.substring(i + 2, end));
                } else {
                    assertThat(text.charAt(end)).isEqualTo('J');
                    rows.get(row).setLength(0);
                    rows.subList(row + 1, rows.size()).clear();
                }
                i = end;
            } else if (c == '\n') {
                row++;
                if (row == rows.size()) {
                    rows.add(new StringBuilder());
                }
            } else if (c != '\r') {
                rows.get(row).append(c);
            }
        }
        return rows.stream().map(StringBuilder::toString).filter(line -> !line.isEmpty()).toList();
    }

    @Test void runningTrialsAndTheOverallLineAreRedrawnInPlace() {
        Row first = board.begin(0, display);
        Row second = board.begin(1, display);
        first.started(1, 100);
        for (int i = 1; i <= 50; i++) {
            seconds += 2;
            first.made(i);
        }
        first.phase("training");
        first.step(50, 1.5, 40, 200);
        second.phase("loading data");
        display.redraw();
        display.redraw();
        assertThat(screen()).containsExactly(
                "[1/2] plain-20 s1  [##########..........]  50/100  loss 1.500  training error 40.00 %  200 images/s  2:46 left",
                "[2/2] plain-20 s2  loading data  1:40",
                "all trials  [....................] 0 of 2 finished, about 2:46 left  1:40 so far");
    }

    @Test void whatHasEndedStaysAboveTheLiveLines() {
        Row first = board.begin(0, display);
        display.redraw();
        Outcome outcome = new Outcome.Finished(Samples.result(RunStatus.COMPLETED, 45), false);
        board.end(first, outcome);
        display.ended(first, outcome);
        board.begin(1, display);
        display.redraw();
        assertThat(screen()).containsExactly(
                "[1/2] plain-20 s1  finished: test error 45.00 %, training error 40.00 % (0:00)",
                "[2/2] plain-20 s2  preparing  0:00",
                "all trials  [##########..........] 1 of 2 finished, about 0:00 left  0:00 so far");
        display.close();
        assertThat(screen()).containsExactly("[1/2] plain-20 s1  finished: test error 45.00 %, training error 40.00 % (0:00)");
    }
}
