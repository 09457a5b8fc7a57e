package org.resbench.report.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.resbench.report.cells.Cell;
import org.resbench.report.cells.TrialRun;
import org.resbench.report.model.Axis;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Figure.LegendEntry;
import org.resbench.report.model.Ink;
import org.resbench.report.model.Panel;
import org.resbench.runs.RunResult;

/** An error of every seed as a marker, and lines through the means of cells, one line per group of networks that differ in depth only. */
final class SeedScatter {
    /** Diverged runs at the error of chance leave the plot when they would squeeze the others by more than this. */
    private static final double SQUEEZE = 2;
    private static final int MOST_REMARKS = 3;

    private final Map<String, List<Cell>> groups;

    /** Cells without a result are left out. */
    SeedScatter(List<Cell> cells) {
        groups = cells.stream().filter(c -> c.anyResult().isPresent()).sorted(Comparator.comparingInt(Cell::depth))
                .collect(Collectors.groupingBy(Cell::group, LinkedHashMap::new, Collectors.toList()));
    }

    Collection<List<Cell>> groups() {
        return groups.values();
    }

    /** Cells with results. */
    List<Cell> cells() {
        return groups.values().stream().flatMap(List::stream).toList();
    }

    Panel panel(String title, Axis x, ToDoubleFunction<Cell> at, String yLabel, ToDoubleFunction<RunResult> error) {
        List<Curve> curves = new ArrayList<>();
        int index = 0;
        for (Map.Entry<String, List<Cell>> group : groups.entrySet()) {
            Ink ink = GroupInk.of(index++);
            List<Cell> cells = group.getValue();
            List<Cell> alike = cells.stream().filter(c -> c.mixture().isEmpty()).toList();
            if (!alike.isEmpty()) {
                curves.add(index - 1, new Curve(group.getKey() + ", mean", ink.with(Ink.Marker.NONE), alike.stream().map(at::applyAsDouble)
                        .toList(), alike.stream().map(c -> c.summary(error).orElseThrow().mean()).toList()));
            }
            curves.add(new Curve(group.getKey() + ", seeds", ink.with(Ink.Stroke.NONE),
                    cells.stream().flatMap(c -> c.results().stream().map(r -> at.applyAsDouble(c))).toList(),
                    cells.stream().flatMap(c -> c.results().stream().map(error::applyAsDouble)).toList()));
        }
        Axis y = range(yLabel, error);
        return new Panel(title, x, y, curves, remarks(at, y, error));
    }

    private Axis range(String label, ToDoubleFunction<RunResult> error) {
        List<Double> all = values(trials(), error);
        List<Double> finished = values(trials().filter(t -> !t.diverged()), error);
        boolean squeezed = !finished.isEmpty() && highest(all) > SQUEEZE * highest(finished);
        return Ranges.percentAround(label, squeezed ? finished : all);
    }

    private Stream<TrialRun> trials() {
        return cells().stream().flatMap(c -> c.trials().stream());
    }

    private static List<Double> values(Stream<TrialRun> trials, ToDoubleFunction<RunResult> error) {
        return trials.flatMap(t -> t.result().stream()).map(error::applyAsDouble).toList();
    }

    private static double highest(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** Says where runs diverged and lie above the plot; in one line when that happened in many places. */
    private List<Panel.Remark> remarks(ToDoubleFunction<Cell> at, Axis y, ToDoubleFunction<RunResult> error) {
        List<Panel.Remark> remarks = new ArrayList<>();
        int index = 0;
        for (List<Cell> group : groups.values()) {
            Ink ink = GroupInk.of(index++);
            for (Cell cell : group) {
                long above = above(cell, y, error);
                if (above > 0) {
                    String text = above + " of " + cell.results().size() + " diverged";
                    remarks.add(new Panel.Remark(at.applyAsDouble(cell), height(y, remarks.size()), text, ink));
                }
            }
        }
        if (remarks.size() <= MOST_REMARKS) {
            return remarks;
        }
        long above = cells().stream().mapToLong(c -> above(c, y, error)).sum();
        Ink black = new Ink(Ink.BLACK, Ink.Stroke.SOLID, Ink.Weight.NORMAL, Ink.Marker.NONE);
        return List.of(new Panel.Remark(remarks.get(0).x(), height(y, 0), above + " runs diverged", black));
    }

    private static long above(Cell cell, Axis y, ToDoubleFunction<RunResult> error) {
        return cell.trials().stream().filter(TrialRun::diverged).flatMap(t -> t.result().stream())
                .filter(r -> error.applyAsDouble(r) > y.maximum()).count();
    }

    private static double height(Axis y, int row) {
        return y.maximum() - (0.04 + 0.06 * row) * (y.maximum() - y.minimum());
    }

    List<List<LegendEntry>> legend() {
        List<LegendEntry> entries = new ArrayList<>();
        for (String group : groups.keySet()) {
            entries.add(new LegendEntry(group + " (line: mean, markers: seeds)", GroupInk.of(entries.size())));
        }
        return List.of(entries);
    }
}
