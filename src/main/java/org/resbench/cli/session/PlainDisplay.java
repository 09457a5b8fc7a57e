package org.resbench.cli.session;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Lines one after the other, for files and pipes: at the start, at each evaluation, else every ten seconds, and at the end of a
 * trial. */
public final class PlainDisplay implements Display {
    /** Between two lines of the same trial, evaluations apart. */
    static final Duration INTERVAL = Duration.ofSeconds(10);

    private final Board board;
    private final PrintWriter out;
    private final LongSupplier nanoTime;
    private final Map<Row, Long> printedNanos = new HashMap<>();

    /** @param nanoTime as {@link System#nanoTime} */
    public PlainDisplay(Board board, PrintWriter out, LongSupplier nanoTime) {
        this.board = board;
        this.out = out;
        this.nanoTime = nanoTime;
    }

    @Override public synchronized void started(Row row) {
        print(row, Lines.started(row));
    }

    @Override public synchronized void stepped(Row row) {
        if (nanoTime.getAsLong() - printedNanos.getOrDefault(row, 0L) >= INTERVAL.toNanos()) {
            print(row, Lines.step(row));
        }
    }

    @Override public synchronized void evaluated(Row row) {
        print(row, Lines.evaluation(row));
    }

    @Override public synchronized void ended(Row row, Outcome outcome) {
        printedNanos.remove(row);
        out.println(Lines.ended(row, outcome) + "; " + board.overall());
    }

    @Override public synchronized void say(String line) {
        out.println(line);
    }

    @Override public void close() {
        out.flush();
    }

    private void print(Row row, String line) {
        printedNanos.put(row, nanoTime.getAsLong());
        out.println(line);
    }
}
