package org.resbench.report.tables;

import static org.resbench.report.tables.Entries.data;
import static org.resbench.report.tables.Entries.left;
import static org.resbench.report.tables.Entries.right;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.resbench.report.cells.Cell;
import org.resbench.report.cells.TrialRun;
import org.resbench.report.model.Numbers;
import org.resbench.report.model.Table.Entry;
import org.resbench.report.model.Table;
import org.resbench.runs.RunResult;

/** One row for each trial that was asked for, whatever became of it. */
public final class RunsTable {
    public static final String ID = "runs";

    private RunsTable() {}

    public static Table of(List<Cell> cells) {
        List<Table.Column> columns = List.of(left("cell", "Network"), right("seed", "Seed"), left("status", "Status"),
                right("iterations", "Iterations"), right("training_error_percent", "Training error (%)"),
                right("test_error_percent", "Test error (%)"), data("best_test_error_percent"), data("best_iteration"),
                data("test_loss_nats"),
                data("training_loss_nats"), data("test_errors"), data("test_images"), data("parameters"), data("multiply_adds"),
                right("training_seconds", "Training"), data("evaluation_seconds"), data("setup_seconds"), data("images_per_second"),
                data("energy_joules"), data("energy_source"), data("data_name"), data("data_fingerprint"), data("fingerprint"),
                data("weights_sha256"), left("run_folder", "Run folder"));
        List<List<Entry>> rows = cells.stream().flatMap(c -> c.trials().stream().map(t -> row(c, t))).toList();
        return new Table(ID, "Runs", "Every trial of the experiment: completed, diverged, unfinished and missing ones.", columns, rows,
                Hygiene.of(cells));
    }

    private static List<Entry> row(Cell cell, TrialRun trial) {
        Optional<RunResult> r = trial.result();
        return List.of(Entry.of(cell.name()), value(trial.trial().seed(), Object::toString), Entry.of(trial.statusWord()),
                of(r, RunResult::iterations, Numbers::count), of(r, x -> x.last().trainingErrorPercent(), Numbers::percent),
                of(r, x -> x.last().testErrorPercent(), Numbers::percent), raw(r, x -> x.best().testErrorPercent()),
                raw(r, x -> x.best().iteration()), raw(r, x -> x.last().testLoss()), raw(r, x -> x.last().trainingLoss()),
                raw(r, x -> x.last().testErrors()), raw(r, x -> x.data().testImages()), raw(r, RunResult::parameters),
                raw(r, RunResult::multiplyAdds), of(r, x -> x.speed().trainingSeconds(), Numbers::duration),
                raw(r, x -> x.speed().evaluationSeconds()),
                raw(r, x -> x.speed().setupSeconds()), raw(r, x -> x.speed().imagesPerSecond()),
                raw(r.flatMap(x -> x.energy().joules()), x -> x),
                raw(r, x -> x.energy().source()), raw(r, x -> x.data().name()), raw(r, x -> x.data().fingerprint()),
                raw(trial.run(), x -> x.manifest().fingerprint()), raw(r, RunResult::weightsSha256),
                trial.folder().isEmpty() ? Entry.NONE : Entry.of(trial.folder()));
    }

    private static <S, T> Entry of(Optional<S> source, Function<S, T> value, Function<T, String> text) {
        return Entries.entry(source.map(value), text);
    }

    private static <S, T> Entry raw(Optional<S> source, Function<S, T> value) {
        return of(source, value, String::valueOf);
    }

    private static <T> Entry value(T value, Function<T, String> text) {
        return new Entry(text.apply(value), value);
    }
}
