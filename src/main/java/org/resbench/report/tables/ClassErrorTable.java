package org.resbench.report.tables;

import static org.resbench.report.tables.Entries.data;
import static org.resbench.report.tables.Entries.left;
import static org.resbench.report.tables.Entries.right;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.resbench.report.cells.Predicted;
import org.resbench.report.model.Numbers;
import org.resbench.report.model.Table;
import org.resbench.report.model.Table.Entry;

/** Errors by class and what each class is taken for, from the stored predictions of all seeds of a cell together. */
public final class ClassErrorTable {
    public static final String ID = "class-errors";
    /** Of more classes nobody reads a row each. */
    private static final int MOST_CLASSES = 20;

    private ClassErrorTable() {}

    /** Empty if no run stored its predictions, or there are too many classes. */
    public static Optional<Table> of(List<Predicted> cells) {
        List<List<Entry>> rows = cells.stream().filter(cell -> cell.classes().size() <= MOST_CLASSES)
                .flatMap(cell -> IntStream.range(0, cell.classes().size()).mapToObj(label -> row(cell, label))).toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Table(ID, "Errors by class",
                "Test images of each class over all seeds of a network together: how"
                + " many were classified wrongly, and as what most often. A class whose name is not known is told by its number. "
                + "The CSV file has the whole confusion matrix: images by the class that they were taken for.",
                List.of(left("network", "Network"),
                        left("class_name", "Class"),
                data("class"), right("images", "Images"), right("error_percent", "Error (%)"), left("most_often_taken_for",
                        "Most often taken for"),
                data("confusion")), rows, List.of()));
    }

    private static List<Entry> row(Predicted cell, int label) {
        int classes = cell.classes().size();
        long images = IntStream.range(0, classes).mapToLong(i -> cell.taken(label, i)).sum();
        Optional<Double> error = images == 0 ? Optional.empty() : Optional.of(100.0 * (images - cell.taken(label, label)) / images);
        Optional<Integer> most = IntStream.range(0, classes).filter(other -> other != label && cell.taken(label, other) > 0).boxed()
                .max((a, b) -> Long.compare(cell.taken(label, a), cell.taken(label, b)));
        return List.of(Entry.of(cell.cell().name()), Entry.of(cell.classes().get(label)), new Entry(Integer.toString(label), label),
                new Entry(Numbers.count(images), images), Entries.entry(error, Numbers::percent),
                most.map(other -> Entry.of(cell.classes().get(other) + " (" + Numbers.percent(cell.percentTaken(label,
                        other)) + " %)")).orElse(Entry.NONE),
                Entry.of(IntStream.range(0, classes).mapToObj(other -> Long.toString(cell.taken(label,
                        other))).collect(Collectors.joining(" "))));
    }
}
