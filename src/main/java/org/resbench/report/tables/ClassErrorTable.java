package org.resbench.report.tables;

import static org.resbench.report.tables.Entries.data;
import static org.resbench.report.tables.Entries.left;
import static org.resbench.report.tables.Entries.right;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.resbench.report.cells.Cell;
import org.resbench.report.cells.TrialRun;
import org.resbench.report.model.Numbers;
import org.resbench.report.model.Table;
import org.resbench.report.model.Table.Entry;
import org.resbench.runs.Run;

/** Errors by class and what each class is taken for, from the stored predictions of all seeds of a cell together. */
public final class ClassErrorTable {
    public static final String ID = "class-errors";
    /** Of more classes nobody reads a row each. */
    private static final int MOST_CLASSES = 20;

    private ClassErrorTable() {}

    /** Empty if no run stored its predictions, or there are too many classes. */
    public static Optional<Table> of(List<Cell> cells) {
        List<List<Entry>> rows = cells.stream().flatMap(cell -> rows(cell).stream()).toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Table(ID, "Errors by class", "Test images of each class, by the number of its folder or label,"
                + " over all seeds of a network together: how many were classified wrongly, and as what most often. The CSV file has the whole confusion"
                + " matrix: images by the class that they were taken for.", List.of(left("network", "Network"), right("class", "Class"),
                right("images", "Images"), right("error_percent", "Error (%)"), left("most_often_taken_for", "Most often taken for"), data("confusion")), rows,
                List.of()));
    }

    private static List<List<Entry>> rows(Cell cell) {
        List<Run.Predictions> predictions = cell.trials().stream().filter(trial -> trial.result().isPresent()).map(TrialRun::run).flatMap(Optional::stream)
                .flatMap(run -> run.predictions().stream()).toList();
        int classes = predictions.stream().flatMapToInt(p -> IntStream.concat(Arrays.stream(p.labels()), Arrays.stream(p.predicted()))).max().orElse(-1) + 1;
        if (classes > MOST_CLASSES) {
            return List.of();
        }
        long[][] confusion = new long[classes][classes];
        predictions.forEach(p -> IntStream.range(0, p.labels().length).forEach(i -> confusion[p.labels()[i]][p.predicted()[i]]++));
        List<List<Entry>> rows = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            rows.add(row(cell, label, confusion[label]));
        }
        return rows;
    }

    private static List<Entry> row(Cell cell, int label, long[] taken) {
        long images = Arrays.stream(taken).sum();
        double error = images == 0 ? 0 : 100.0 * (images - taken[label]) / images;
        int most = IntStream.range(0, taken.length).filter(other -> other != label).boxed().max((a, b) -> Long.compare(taken[a], taken[b])).orElse(label);
        boolean none = images == 0 || most == label || taken[most] == 0;
        return List.of(Entry.of(cell.name()), new Entry(Integer.toString(label), label), new Entry(Numbers.count(images), images),
                new Entry(Numbers.percent(error), error), none ? Entry.NONE : Entry.of(most + " (" + Numbers.percent(100.0 * taken[most] / images) + " %)"),
                Entry.of(Arrays.toString(taken).replaceAll("[\\[\\],]", "")));
    }
}
