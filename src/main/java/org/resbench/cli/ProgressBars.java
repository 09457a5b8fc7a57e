package org.resbench.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.resbench.data.Progress;

/** For terminals: one bar with the time left, redrawn in place and gone at the end. */
final class ProgressBars implements Progress {
    private static final int REDRAW_MILLISECONDS = 200;
    private static final int WIDTH = 79;
    private static final String ERASE_LINE = "\r\033[2K";
    private static final int MEBIBYTE = 1 << 20;

    private final PrintWriter terminal;
    private ProgressBar bar;

    ProgressBars(PrintWriter terminal) {
        this.terminal = terminal;
    }

    @Override public void begin(String what, long from, long total, Unit unit) {
        end();
        bar = ProgressBar.builder().setTaskName(what).setInitialMax(total == 0 ? -1 : total).startsFrom(from, java.time.Duration.ZERO)
                .setUnit(unit == Unit.BYTES ? " MiB" : unit == Unit.STEPS ? " steps" : " images", unit == Unit.BYTES ? MEBIBYTE : 1)
                .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(REDRAW_MILLISECONDS).setConsumer(new Line()).build();
    }

    @Override public void at(long done) {
        bar.stepTo(done);
    }

    @Override public void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    /** Asks no terminal for its width: that would load native code. */
    private final class Line implements ProgressBarConsumer {
        @Override public int getMaxRenderedLength() {
            return WIDTH;
        }

        @Override public void accept(String line) {
            terminal.print(ERASE_LINE + line);
            terminal.flush();
        }

        @Override public void clear() {
            terminal.print(ERASE_LINE);
            terminal.flush();
        }

        @Override public void close() {
            clear();
        }
    }
}
