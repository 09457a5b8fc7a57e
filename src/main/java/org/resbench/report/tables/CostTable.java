package org.resbench.report.tables;

import static org.resbench.report.tables.Entries.data;
import static org.resbench.report.tables.Entries.left;
import static org.resbench.report.tables.Entries.right;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.resbench.report.cells.Cell;
import org.resbench.report.energy.CellEnergy;
import org.resbench.report.model.Numbers;
import org.resbench.report.model.Table.Entry;
import org.resbench.report.model.Table;
import org.resbench.runs.RunResult;

/** What each network cost: multiply-adds, time, energy. Energy that could not be read is unavailable, never zero. */
public final class CostTable {
    public static final String ID = "cost";

    private CostTable() {}

    public static Table of(List<Cell> cells) {
        List<Table.Column> columns = List.of(left("network", "Network"), right("multiply_adds", "Mult.-adds per image"),
                right("iterations", "Iterations"),
                right("training_seconds_mean", "Training"), right("evaluation_seconds_mean", "Evaluation"),
                right("images_per_second_mean", "Images/s"), right("energy_joules_mean", "Energy"), left("energy_source", "Energy source"),
                data("n"));
        List<List<Entry>> rows = cells.stream().map(c -> List.of(Entry.of(c.name()), Entries.multiplyAdds(c), iterations(c),
                time(c, r -> r.speed().trainingSeconds(), Numbers::duration),
                time(c, r -> r.speed().evaluationSeconds(), Numbers::duration),
                time(c, CostTable::speed, v -> Numbers.fixed(v, v < 100 ? 1 : 0)), energy(c), source(c), Entries.seeds(c)))
                .toList();
        return new Table(ID, "Cost",
                "Means per run, on the devices named under provenance. Images per second while training, evaluation left"
                + " out. Energy covers training and evaluation; where no counter could be read it is unavailable, which is not zero.",
                columns, rows, why(cells));
    }

    /** Unknown, not zero, of a run too short to have one. */
    private static double speed(RunResult result) {
        return result.speed().imagesPerSecond() > 0 ? result.speed().imagesPerSecond() : Double.NaN;
    }

    private static Entry iterations(Cell cell) {
        return mean(cell, RunResult::iterations, v -> Numbers.count(Math.round(v)));
    }

    private static Entry mean(Cell cell, ToDoubleFunction<RunResult> value, java.util.function.DoubleFunction<String> text) {
        return Entries.mean(cell.summary(value), text);
    }

    private static Entry time(Cell cell, ToDoubleFunction<RunResult> value, java.util.function.DoubleFunction<String> text) {
        return cell.devices().isPresent() ? Entry.NONE : mean(cell, value, text);
    }

    private static Entry energy(Cell cell) {
        return CellEnergy.of(cell).map(known -> Entries.mean(known.summary(run -> Optional.of(run.joules())), Numbers::energy))
                .orElse(cell.results().isEmpty() || CellEnergy.mixture(cell).isPresent() ? Entry.NONE : new Entry("unavailable", null));
    }

    /** {@code measured}, or {@code measured (2), unavailable (1)} when runs differ. */
    private static Entry source(Cell cell) {
        var counts = cell.results().stream().collect(Collectors.groupingBy(r -> r.energy().source(), java.util.TreeMap::new,
                Collectors.counting()));
        if (counts.isEmpty()) {
            return Entry.NONE;
        }
        return Entry.of(counts.size() == 1 ? counts.firstKey()
                : counts.entrySet().stream().map(e -> e.getKey() + " (" + e.getValue() + ")").collect(Collectors.joining(", ")));
    }

    private static List<String> why(List<Cell> cells) {
        Stream<String> sources = cells.stream().flatMap(c -> c.results().stream()).map(r -> "Energy " + r.energy().source() + ": "
                + r.energy().why() + ".")
                .map(n -> n.replace("..", ".")).distinct();
        return Stream.concat(cells.stream().flatMap(c -> CellEnergy.mixture(c).stream()), sources).toList();
    }
}
