package org.resbench.cli.session;

import java.util.Locale;

/** Wording of progress lines. */
final class Lines {
    private static final int BAR = 20;

    private Lines() {}

    static String started(Row row) {
        Row.State state = row.state();
        return row.label() + "  " + (state.firstIteration() == 1 ? "starts: " + Words.count(state.iterations(), "iteration")
                : "continues at iteration " + state.firstIteration() + " of " + state.iterations());
    }

    static String step(Row row) {
        Row.State state = row.state();
        return row.label() + "  " + count(state) + numbers(state) + left(row);
    }

    static String evaluation(Row row) {
        Row.State state = row.state();
        return row.label() + "  " + count(state) + "  test error " + Words.percent(state.testErrorPercent());
    }

    /** One line with a bar, redrawn in place. */
    static String live(Row row) {
        Row.State state = row.state();
        if (state.iterations() == 0) {
            return row.label() + "  " + (state.phase().isEmpty() ? "preparing" : state.phase()) + "  " + Words.duration(row.elapsed());
        }
        String test = Double.isNaN(state.testErrorPercent()) ? "" : "  test " + Words.percent(state.testErrorPercent());
        String now = state.phase().isEmpty() ? left(row) : "  " + state.phase();
        return row.label() + "  " + bar((double) state.iteration() / state.iterations()) + " " + count(state) + numbers(state) + test + now;
    }

    static String overall(Board board) {
        double share = board.size() == 0 ? 1 : (double) board.finished() / board.size();
        return "all trials  " + bar(share) + " " + board.overall() + "  " + Words.duration(board.elapsed()) + " so far";
    }

    static String ended(Row row, Outcome outcome) {
        return row.label() + "  " + outcome.words() + " (" + Words.duration(row.elapsed()) + ")";
    }

    private static String count(Row.State state) {
        int digits = String.valueOf(state.iterations()).length();
        return String.format(Locale.ROOT, "%" + digits + "d/%d", state.iteration(), state.iterations());
    }

    private static String numbers(Row.State state) {
        if (Double.isNaN(state.imagesPerSecond())) {
            return "";
        }
        return "  loss " + Words.loss(state.loss()) + "  training error " + Words.percent(state.trainingErrorPercent()) + "  "
                + Words.whole(state.imagesPerSecond()) + " images/s";
    }

    private static String left(Row row) {
        return row.left().map(time -> "  " + Words.duration(time) + " left").orElse("");
    }

    private static String bar(double share) {
        int full = (int) Math.round(BAR * Math.min(1, Math.max(0, share)));
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }
}
