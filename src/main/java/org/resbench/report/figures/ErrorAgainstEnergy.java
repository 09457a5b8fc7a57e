package org.resbench.report.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.resbench.report.cells.Cell;
import org.resbench.report.cells.TrialRun;
import org.resbench.report.energy.RunEnergy;
import org.resbench.report.model.Axis;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Figure.LegendEntry;
import org.resbench.report.model.Ink.Weight;
import org.resbench.report.model.Panel;

/** Test error against the joules that a training had used by then: which network gets to an error with the least energy. Measured joules
 * only. */
public final class ErrorAgainstEnergy {
    public static final String ID = "error-against-energy";
    private static final int HEIGHT = 320;
    private static final int MARKERS = 6;

    private ErrorAgainstEnergy() {}

    /** A training's evaluations whose joules are known. */
    private record Line(Cell cell, TrialRun trial, List<Double> joules, List<Double> errors) {}

    /** Empty unless two evaluations of a run know their measured joules; also when runs were metered in different ways or made on
     * different devices, whose joules do not compare. */
    public static Optional<Figure> of(List<Cell> cells) {
        List<Line> lines = cells.stream().filter(cell -> cell.mixture().isEmpty())
                .flatMap(cell -> cell.trials().stream().flatMap(trial -> line(cell, trial).stream())).toList();
        if (lines.stream().noneMatch(line -> line.joules().size() > 1)
                || lines.stream().map(line -> meter(line.trial()) + device(line.trial())).distinct().count() > 1) {
            return Optional.empty();
        }
        Inks inks = new Inks(List.of(lines.stream().map(Line::cell).distinct().toList()));
        Axis x = Ranges.logarithmic("joules used until then, logarithmic", lines.stream().flatMap(line -> line.joules().stream()).toList());
        Axis y = Ranges.percentAround("test error (%)", lines.stream().flatMap(line -> line.errors().stream()).toList());
        List<Curve> curves = new ArrayList<>();
        for (Line line : lines) {
            boolean several = line.cell().trials().size() > 1;
            curves.add(new Curve(line.cell().name() + (several ? ", seed " + line.trial().trial().seed() : ""),
                    inks.of(line.cell()).with(Weight.NORMAL), line.joules(), line.errors(), Math.max(1, line.joules().size() / MARKERS)));
        }
        List<LegendEntry> legend = inks.legend(Weight.NORMAL);
        return Optional.of(new Figure(ID, "Error against energy",
                "Test error at every evaluation against the joules that the run had used until then, training and tests, "
                        + "idle power included; a line is a seed. "
                        + meter(lines.get(0).trial()) + ". Further left is less energy for the same error.", 1, HEIGHT,
                List.of(new Panel("", x, y, curves)), List.of(legend)));
    }

    private static Optional<Line> line(Cell cell, TrialRun trial) {
        if (trial.result().filter(result -> result.energy().value().measured().isPresent()).isEmpty()) {
            return Optional.empty();
        }
        SortedMap<Long, Double> joules = trial.curves().joules();
        List<Long> known = trial.curves().testError().keySet().stream().filter(at -> joules.getOrDefault(at, 0.0) > 0).toList();
        return known.isEmpty() ? Optional.empty()
                : Optional.of(new Line(cell, trial, known.stream().map(joules::get).toList(),
                        known.stream().map(trial.curves().testError()::get).toList()));
    }

    private static String device(TrialRun trial) {
        return trial.result().orElseThrow().speed().device();
    }

    private static String meter(TrialRun trial) {
        return "Measured: " + RunEnergy.meter(trial.result().orElseThrow());
    }
}
