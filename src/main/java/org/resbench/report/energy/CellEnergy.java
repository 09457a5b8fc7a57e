package org.resbench.report.energy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.resbench.report.cells.Cell;
import org.resbench.stats.Summary;

/** Energy over a cell's seeds. Measured and estimated joules are never averaged together: where any run was measured, the estimates are
 * left out. Nor are joules of different meters or devices: a wall meter counts more than a processor does.
 * @param measured whether the runs' energy was measured; otherwise it was estimated
 * @param runs of one kind, at least one */
public record CellEnergy(boolean measured, List<RunEnergy> runs) {
    public CellEnergy {
        runs = List.copyOf(runs);
    }

    /** Empty if no run's energy is known, or the cell's runs do not compare: joules on other data, or by another meter, are other
     * joules. */
    public static Optional<CellEnergy> of(Cell cell) {
        return mixture(cell).isPresent() ? Optional.empty() : alike(cell);
    }

    /** Why the joules of its runs must not be averaged; empty if they may. */
    public static Optional<String> mixture(Cell cell) {
        return cell.mixture().or(cell::devices).or(() -> alike(cell)
                .map(known -> known.runs().stream().map(run -> RunEnergy.meter(run.result())).distinct().toList())
                .filter(meters -> meters.size() > 1)
                .map(meters -> cell.name() + ": no mean of joules, its runs were metered in different ways: "
                        + String.join(" and ", meters)));
    }

    private static Optional<CellEnergy> alike(Cell cell) {
        List<RunEnergy> known = cell.trials().stream().flatMap(trial -> RunEnergy.of(trial).stream()).toList();
        boolean measured = known.stream().anyMatch(RunEnergy::isMeasured);
        List<RunEnergy> alike = known.stream().filter(run -> run.isMeasured() == measured).toList();
        return alike.isEmpty() ? Optional.empty() : Optional.of(new CellEnergy(measured, alike));
    }

    /** Over the runs that know this quantity; empty if none does. */
    public Optional<Summary> summary(Function<RunEnergy, Optional<Double>> quantity) {
        double[] values = runs.stream().flatMap(run -> quantity.apply(run).stream()).mapToDouble(Double::doubleValue).toArray();
        return values.length == 0 ? Optional.empty() : Optional.of(Summary.of(values));
    }
}
