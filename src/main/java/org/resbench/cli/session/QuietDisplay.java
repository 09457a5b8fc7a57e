package org.resbench.cli.session;

import java.io.PrintWriter;

/** Says only what went wrong. */
public final class QuietDisplay implements Display {
    private final PrintWriter out;

    public QuietDisplay(PrintWriter out) {
        this.out = out;
    }

    @Override public void started(Row row) {}

    @Override public void stepped(Row row) {}

    @Override public void evaluated(Row row) {}

    @Override public void ended(Row row, Outcome outcome) {
        if (outcome instanceof Outcome.Failed) {
            out.println(Lines.ended(row, outcome));
        }
    }

    @Override public void say(String line) {
        out.println(line);
    }

    @Override public void close() {
        out.flush();
    }
}
