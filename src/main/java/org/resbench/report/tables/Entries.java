package org.resbench.report.tables;

import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.resbench.report.cells.Cell;
import org.resbench.report.cells.TrialRun;
import org.resbench.report.model.Numbers;
import org.resbench.report.model.Table.Align;
import org.resbench.report.model.Table.Audience;
import org.resbench.report.model.Table.Column;
import org.resbench.report.model.Table.Entry;
import org.resbench.runs.RunResult;
import org.resbench.stats.Summary;

/** Columns and entries that several tables share. */
final class Entries {
    /** Follows the number of a run that diverged. */
    static final String DIVERGED = "†";
    static final String DIVERGED_NOTE = DIVERGED + " diverged: the loss was not finite; counted with the error of chance.";

    private Entries() {}

    static Column left(String key, String heading) {
        return new Column(key, heading, Align.LEFT, Audience.BOTH);
    }

    static Column right(String key, String heading) {
        return new Column(key, heading, Align.RIGHT, Audience.BOTH);
    }

    static Column display(String key, String heading, Align align) {
        return new Column(key, heading, align, Audience.DISPLAY);
    }

    static Column data(String key) {
        return new Column(key, key, Align.RIGHT, Audience.DATA);
    }

    static <T> Entry entry(Optional<T> value, Function<T, String> text) {
        return value.map(v -> new Entry(text.apply(v), v)).orElse(Entry.NONE);
    }

    static Entry meanAndSpread(Optional<Summary> summary) {
        return summary.map(s -> Entry.of(Numbers.meanAndSpread(s))).orElse(Entry.NONE);
    }

    static Entry mean(Optional<Summary> summary, DoubleFunction<String> text) {
        return entry(summary.map(Summary::mean), text::apply);
    }

    static Entry spread(Optional<Summary> summary) {
        return entry(summary.flatMap(Summary::standardDeviation), Numbers::percent);
    }

    static Entry parameters(Cell cell) {
        return entry(cell.anyResult().map(RunResult::parameters), p -> Numbers.millions(p) + " M");
    }

    static Entry multiplyAdds(Cell cell) {
        return entry(cell.anyResult().map(RunResult::multiplyAdds), m -> Numbers.millions(m) + " M");
    }

    /** {@code 3}, or {@code 2 of 3} when not every trial has a result. */
    static Entry seeds(Cell cell) {
        int have = cell.results().size();
        int asked = cell.trials().size();
        return new Entry(have == asked ? Integer.toString(have) : have + " of " + asked, have);
    }

    /** Every seed's value in the order of the experiment; a word where there is none. */
    static Entry everySeed(Cell cell, ToDoubleFunction<RunResult> value) {
        return Entry.of(cell.trials().stream().map(t -> ofTrial(t, value)).collect(Collectors.joining(", ")));
    }

    private static String ofTrial(TrialRun trial, ToDoubleFunction<RunResult> value) {
        return trial.result().map(r -> Numbers.percent(value.applyAsDouble(r)) + (trial.diverged() ? DIVERGED : ""))
                .orElse(trial.statusWord());
    }
}
