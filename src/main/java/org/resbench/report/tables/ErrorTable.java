package org.resbench.report.tables;

import static org.resbench.report.tables.Entries.data;
import static org.resbench.report.tables.Entries.display;
import static org.resbench.report.tables.Entries.left;
import static org.resbench.report.tables.Entries.right;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.resbench.report.cells.Cell;
import org.resbench.report.cells.TrialRun;
import org.resbench.report.model.Numbers;
import org.resbench.report.model.Table.Align;
import org.resbench.report.model.Table.Entry;
import org.resbench.report.model.Table;
import org.resbench.runs.RunResult;
import org.resbench.stats.Summary;

/** Errors by network, in the manner of the paper's table 6: the test error and the training error. */
public final class ErrorTable {
    public static final String CLASSIFICATION = "classification-error";
    public static final String TRAINING = "training-error";

    private ErrorTable() {}

    /** Test error at the final iteration; the best epoch is there as inflation only. */
    public static Table classification(List<Cell> cells) {
        List<Table.Column> columns = List.of(left("network", "Network"), right("layers", "Layers"), right("parameters", "Param."),
                right("multiply_adds", "Mult.-adds"), display("ours", "Test error (%)", Align.RIGHT),
                data("test_error_percent_mean"), data("test_error_percent_std"), right("n", "n"),
                left("test_error_percent_by_seed", "Every seed"), right("best_epoch_inflation_points_mean", "Inflation"));
        List<List<Entry>> rows = cells.stream().map(c -> {
            Optional<Summary> error = c.summary(r -> r.last().testErrorPercent());
            return List.of(Entry.of(c.name()), new Entry(Integer.toString(c.depth()), c.depth()), Entries.parameters(c),
                    Entries.multiplyAdds(c),
                    Entries.meanAndSpread(error), Entries.mean(error, Numbers::percent), Entries.spread(error), Entries.seeds(c),
                    Entries.everySeed(c, r -> r.last().testErrorPercent()), inflation(c));
        }).toList();
        return new Table(CLASSIFICATION, "Classification error",
                "Test error at the final iteration, in percent, over the whole test split: mean ± standard deviation over n runs. "
                + "'Inflation' is by how many points the error would look lower if the best evaluation were picked on the test split; it"
                + " is no result.",
                columns, rows, notes(cells));
    }

    /** Training error over the augmented mini-batches of the last epoch. */
    public static Table training(List<Cell> cells) {
        ToDoubleFunction<RunResult> error = r -> r.last().trainingErrorPercent();
        List<Table.Column> columns = List.of(left("network", "Network"), right("layers", "Layers"),
                display("ours", "Training error (%)", Align.RIGHT), data("training_error_percent_mean"),
                data("training_error_percent_std"), right("n", "n"), left("training_error_percent_by_seed", "Every seed"),
                right("training_loss_nats_mean", "Loss (nats)"));
        List<List<Entry>> rows = cells.stream().map(c -> {
            Optional<Summary> summary = c.summary(error);
            return List.of(Entry.of(c.name()), new Entry(Integer.toString(c.depth()), c.depth()), Entries.meanAndSpread(summary),
                    Entries.mean(summary, Numbers::percent), Entries.spread(summary), Entries.seeds(c), Entries.everySeed(c, error),
                    loss(c));
        }).toList();
        return new Table(TRAINING, "Training error",
                "Training error, in percent (mean ± standard deviation over n runs): mean over the augmented mini-batches of the last"
                + " epoch, as in "
                + "the paper's curves; and the mean cross-entropy without the decay term.", columns, rows, notes(cells));
    }

    /** A diverged run has no finite loss: the mean is over the others. */
    private static Entry loss(Cell cell) {
        return Entries.mean(cell.summary(r -> r.last().trainingLoss()), v -> Numbers.fixed(v, 3));
    }

    /** Of runs that did not diverge: what a diverged one reached before says nothing of how a result is picked. */
    private static Entry inflation(Cell cell) {
        return Entries.mean(cell.summaryOfCompleted(r -> r.last().testErrorPercent() - r.best().testErrorPercent()), Numbers::percent);
    }

    private static List<String> notes(List<Cell> cells) {
        List<String> notes = new ArrayList<>(cells.stream().flatMap(c -> c.mixture().stream()).toList());
        if (cells.stream().flatMap(c -> c.trials().stream()).anyMatch(TrialRun::diverged)) {
            notes.add(Entries.DIVERGED_NOTE);
        }
        return notes;
    }
}
