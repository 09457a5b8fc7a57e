package org.resbench.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.resbench.data.Progress;

/** For files and pipes: a line when a stage begins, every five seconds, and when it ends. */
final class ProgressLines implements Progress {
    static final Duration INTERVAL = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final LongSupplier nanoTime;
    private String what;
    private long from;
    private long total;
    private Unit unit;
    private long done;
    private long begunNanos;
    private long printedNanos;

    /** @param nanoTime as {@link System#nanoTime} */
    ProgressLines(PrintWriter out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
    }

    @Override public void begin(String stage, long already, long number, Unit counted) {
        end();
        what = stage;
        from = already;
        done = already;
        total = number;
        unit = counted;
        begunNanos = nanoTime.getAsLong();
        printedNanos = begunNanos;
        String all = total > 0 ? amount(total) : "";
        print(what + ": "
                + (from > 0 ? "goes on at " + amount(from) + (total > 0 ? " of " + all : "") : "begins" + (total > 0 ? ", " + all : "")));
    }

    @Override public void at(long now) {
        done = now;
        long nanos = nanoTime.getAsLong();
        if (nanos - printedNanos < INTERVAL.toNanos()) {
            return;
        }
        printedNanos = nanos;
        String left = total > 0 && done > from
                ? ", " + clock((long) ((double) (nanos - begunNanos) * (total - done) / (done - from))) + " left" : "";
        print(what + ": " + amount(done)
                + (total > 0 ? String.format(Locale.ROOT, " of %s (%d %%)", amount(total), 100 * done / total) : "") + left);
    }

    @Override public void end() {
        if (what != null) {
            print(what + ": " + (done < total || done == 0 ? "stopped at " : "done, ") + amount(done) + " after "
                    + clock(nanoTime.getAsLong() - begunNanos));
            what = null;
        }
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }

    private String amount(long number) {
        return switch (unit) {
            case BYTES -> String.format(Locale.ROOT, "%.1f MiB", number / (double) (1 << 20));
            case IMAGES -> number + (number == 1 ? " image" : " images");
            case STEPS -> number + (number == 1 ? " step" : " steps");
        };
    }

    /** Minutes and seconds. */
    private static String clock(long nanos) {
        long seconds = Math.round(nanos / 1e9);
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
