package org.resbench.report.tables;

import static org.resbench.report.tables.Entries.left;
import static org.resbench.report.tables.Entries.right;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.resbench.report.cells.Cell;
import org.resbench.report.cells.TrialRun;
import org.resbench.report.energy.ToError;
import org.resbench.report.model.Numbers;
import org.resbench.report.model.Table;
import org.resbench.report.model.Table.Entry;

/** What each network had spent when it reached an error. A run that never did is censored: it counts as more than anything that was spent,
 * and a median that falls on it is no number. */
public final class CostToErrorTable {
    public static final String ID = "cost-to-error";
    private static final double[] SHARES = {1, 0.5, 0.25};
    private static final Entry NEVER = new Entry("never reached", null);
    private static final double COARSE = 5;
    private static final double FINE = 1;

    private CostToErrorTable() {}

    /** Whether any run knows its joules at an evaluation. */
    public static boolean knowsEnergy(List<Cell> cells) {
        return cells.stream().flatMap(cell -> cell.trials().stream())
                .anyMatch(trial -> trial.result().isPresent() && !trial.curves().joules().isEmpty());
    }

    /** Empty if no run was ever evaluated. */
    public static Optional<Table> of(List<Cell> cells) {
        double[] bounds = bounds(cells);
        if (bounds.length == 0) {
            return Optional.empty();
        }
        List<List<Entry>> rows = new ArrayList<>();
        for (double bound : bounds) {
            cells.stream().filter(cell -> !cell.results().isEmpty()).forEach(cell -> rows.add(row(cell, bound)));
        }
        return Optional.of(new Table(ID, "What it takes to reach an error",
                "When the test error was first at or below the bound at an evaluation, so to within the distance of evaluations, and on "
                        + "any of them, not the last alone. Medians over the runs with a result; a run that never got there "
                        + "counts as more than the others. Multiply-adds are of updates, three forward passes each; seconds of training; "
                        + "joules of training and tests. Bounds are those that all, half and a quarter of the runs reach, rounded up.",
                List.of(left("network", "Network"), right("test_error_percent", "Test error (%)"), right("reached", "Reached"),
                        right("iterations", "Iterations"), right("training_multiply_adds", "Multiply-adds"),
                        right("training_seconds", "Training"), right("energy_joules", "Energy"),
                        left("energy_source", "Energy source")), rows, List.of()));
    }

    private static List<Entry> row(Cell cell, double bound) {
        List<TrialRun> runs = cell.trials().stream().filter(trial -> trial.result().isPresent()).toList();
        List<ToError> reached = runs.stream().flatMap(run -> ToError.of(run, bound).stream()).toList();
        if (cell.mixture().isPresent()) {
            return List.of(Entry.of(cell.name()), new Entry(Numbers.percent(bound), bound), Entry.of("not comparable"), Entry.NONE,
                    Entry.NONE, Entry.NONE, Entry.NONE, Entry.NONE);
        }
        Optional<String> noMedian = noMedian(cell, reached);
        Function<Function<ToError, Double>, double[]> all = value -> values(reached, runs.size(), value);
        return List.of(Entry.of(cell.name()), new Entry(Numbers.percent(bound), bound), Entry.of(reached.size() + " of " + runs.size()),
                median(all.apply(one -> (double) one.iterations()), iterations -> Numbers.count(Math.round(iterations))),
                median(all.apply(ToError::multiplyAdds), CostToErrorTable::multiplyAdds),
                cell.devices().isPresent() && !reached.isEmpty() ? Entry.NONE : median(all.apply(ToError::seconds), Numbers::duration),
                reached.isEmpty() ? NEVER : noMedian.isPresent() ? Entry.NONE
                        : median(all.apply(one -> one.joules().orElseThrow()), Numbers::energy),
                reached.isEmpty() ? Entry.NONE
                        : Entry.of(noMedian.orElseGet(() -> reached.get(0).measured() ? "measured" : "estimated")));
    }

    /** Why their joules have no median; empty if they are known and compare. */
    private static Optional<String> noMedian(Cell cell, List<ToError> reached) {
        if (reached.stream().anyMatch(one -> one.joules().isEmpty())) {
            return Optional.of("unavailable");
        }
        if (reached.stream().map(ToError::measured).distinct().count() > 1) {
            return Optional.of("measured and estimated: not mixed");
        }
        if (cell.devices().isPresent()) {
            return Optional.of("made on different devices: not mixed");
        }
        return reached.stream().map(ToError::meter).distinct().count() > 1 ? Optional.of("metered in different ways: not mixed")
                : Optional.empty();
    }

    /** Infinite for each run that never got there. */
    private static double[] values(List<ToError> reached, int runs, Function<ToError, Double> value) {
        double[] values = new double[runs];
        Arrays.fill(values, Double.POSITIVE_INFINITY);
        for (int i = 0; i < reached.size(); i++) {
            values[i] = value.apply(reached.get(i));
        }
        Arrays.sort(values);
        return values;
    }

    /** The lower of the middle two where one of them is censored; {@code never} where the median itself is. */
    private static Entry median(double[] sorted, DoubleFunction<String> text) {
        double upper = sorted[sorted.length / 2];
        double lower = sorted[(sorted.length - 1) / 2];
        if (Double.isInfinite(upper)) {
            return Double.isInfinite(lower) ? NEVER : new Entry("at least " + text.apply(lower), null);
        }
        return new Entry(text.apply((lower + upper) / 2), (lower + upper) / 2);
    }

    private static String multiplyAdds(double count) {
        if (count < 1e12) {
            return Numbers.fixed(count / 1e9, count < 1e10 ? 2 : 0) + " G";
        }
        return count < 1e15 ? Numbers.fixed(count / 1e12, count < 1e13 ? 2 : 0) + " T" : Numbers.fixed(count / 1e15, 2) + " P";
    }

    private static double[] bounds(List<Cell> cells) {
        double[] lowest = cells.stream().flatMap(cell -> cell.trials().stream()).flatMap(trial -> ToError.lowest(trial).stream())
                .mapToDouble(Double::doubleValue).sorted().toArray();
        if (lowest.length == 0) {
            return lowest;
        }
        return Arrays.stream(SHARES).map(share -> lowest[(int) Math.ceil(share * lowest.length) - 1])
                .map(CostToErrorTable::roundUp).distinct().toArray();
    }

    private static double roundUp(double error) {
        double step = error > 2 * COARSE ? COARSE : FINE;
        return Math.ceil(error / step) * step;
    }
}
