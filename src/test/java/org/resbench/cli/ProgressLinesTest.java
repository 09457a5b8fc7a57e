package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.resbench.data.Progress.Unit;

class ProgressLinesTest {
    private static final long SECOND = 1_000_000_000L;
    private final StringWriter out = new StringWriter();
    private final AtomicLong clock = new AtomicLong();

    /** 20 of 100 MiB in 10 s leave 40 s; bytes of an earlier call do not count for the speed. */
    @Test void aLineEveryFiveSecondsSaysHowMuchIsLeft() {
        ProgressLines lines = new ProgressLines(new PrintWriter(out), clock::get);
        lines.begin("fetching", 30L << 20, 130L << 20, Unit.BYTES);
        clock.set(4 * SECOND);
        lines.at(40L << 20);
        clock.set(10 * SECOND);
        lines.at(50L << 20);
        clock.set(75 * SECOND);
        lines.end();
        assertThat(out.toString().lines()).containsExactly("fetching: goes on at 30.0 MiB of 130.0 MiB",
                "fetching: 50.0 MiB of 130.0 MiB (38 %), 0:40 left", "fetching: stopped at 50.0 MiB after 1:15");
    }

    @Test void aStageSaysWhatIsAheadOfIt() {
        ProgressLines lines = new ProgressLines(new PrintWriter(out), clock::get);
        lines.begin("storing", 0, 60_000, Unit.IMAGES);
        lines.at(60_000);
        lines.end();
        assertThat(out.toString().lines()).containsExactly("storing: begins, 60000 images", "storing: done, 60000 images after 0:00");
    }

    @Test void withoutATotalThereIsNoTimeLeft() {
        ProgressLines lines = new ProgressLines(new PrintWriter(out), clock::get);
        lines.begin("importing", 0, 0, Unit.IMAGES);
        clock.set(6 * SECOND);
        lines.at(1);
        lines.end();
        assertThat(out.toString().lines()).containsExactly("importing: begins", "importing: 1 image",
                "importing: done, 1 image after 0:06");
    }
}
