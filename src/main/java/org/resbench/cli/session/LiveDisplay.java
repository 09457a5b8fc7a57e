package org.resbench.cli.session;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** For terminals: a line for each running trial and one for all, redrawn in place at the bottom; what has ended scrolls up above
 * them. */
public final class LiveDisplay implements Display {
    private static final long REDRAW_MILLISECONDS = 200;
    private static final String ERASE_BELOW = "\033[J";
    /** Long lines are cut at the right edge, so that each takes one row whatever the width of the terminal. */
    private static final String CUT_LINES = "\033[?7l";
    private static final String WRAP_LINES = "\033[?7h";

    private final Board board;
    private final PrintWriter terminal;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private int drawn;

    public LiveDisplay(Board board, PrintWriter terminal) {
        this.board = board;
        this.terminal = terminal;
    }

    /** Begins to redraw. */
    public LiveDisplay start() {
        clock.scheduleWithFixedDelay(this::redraw, 0, REDRAW_MILLISECONDS, TimeUnit.MILLISECONDS);
        return this;
    }

    @Override public void started(Row row) {}

    @Override public void stepped(Row row) {}

    @Override public void evaluated(Row row) {}

    @Override public synchronized void ended(Row row, Outcome outcome) {
        say(Lines.ended(row, outcome));
    }

    @Override public synchronized void say(String line) {
        terminal.print(erased() + line + System.lineSeparator() + block());
        terminal.flush();
    }

    synchronized void redraw() {
        terminal.print(erased() + block());
        terminal.flush();
    }

    @Override public synchronized void close() {
        clock.shutdownNow();
        terminal.print(erased());
        terminal.flush();
    }

    private String erased() {
        String up = drawn == 0 ? "" : "\033[" + drawn + "A";
        drawn = 0;
        return "\r" + up + ERASE_BELOW;
    }

    private String block() {
        if (clock.isShutdown()) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        board.running().forEach(row -> lines.add(Lines.live(row)));
        lines.add(Lines.overall(board));
        drawn = lines.size();
        return CUT_LINES + String.join("\n", lines) + "\n" + WRAP_LINES;
    }
}
