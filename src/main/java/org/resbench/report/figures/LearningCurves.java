package org.resbench.report.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.resbench.report.cells.Cell;
import org.resbench.report.cells.RunCurves;
import org.resbench.report.cells.TrialRun;
import org.resbench.report.model.Axis;
import org.resbench.report.model.Band;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Figure.LegendEntry;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Ink.Marker;
import org.resbench.report.model.Ink.Stroke;
import org.resbench.report.model.Ink.Weight;
import org.resbench.report.model.Ink;
import org.resbench.report.model.Panel;

/** Training error (dashed) and test error (bold) against iterations, in the manner of the paper's figures 1 and 6. */
public final class LearningCurves {
    public static final String ID = "learning-curves";
    /** Two rows of two; with a heading they fit what a summary leaves of a page. */
    private static final int MOST_PANELS = 4;
    private static final int MARKERS = 6;
    /** Single seeds of a cell that are drawn beside their mean. */
    private static final int MOST_LINES = 10;
    /** The first third of training, when errors are high, does not set the scale; for the paper's schedule that gives its 20 %. */
    private static final double SETTLED = 1 / 3.0;

    private LearningCurves() {}

    /** Empty when no run has events with errors. */
    public static List<Figure> of(List<Cell> cells) {
        List<Cell> some = cells.stream().filter(c -> c.trials().stream().anyMatch(LearningCurves::hasCurves)).toList();
        return Grouping.numbered(Grouping.parts(Grouping.panels(some), MOST_PANELS).stream().map(LearningCurves::figure).toList());
    }

    private static Figure figure(Map<String, List<Cell>> panels) {
        List<Cell> some = Grouping.cells(panels.values());
        Inks inks = new Inks(List.copyOf(panels.values()));
        long last = some.stream().flatMap(c -> c.trials().stream()).mapToLong(LearningCurves::lastIteration).max().orElse(1);
        Axis x = Ranges.iterations(last);
        Axis y = Ranges.percentFromZero("error (%)", largest(some, last));
        List<Panel> drawn = panels.entrySet().stream().map(e -> panel(e.getKey(), e.getValue(), inks, x, y)).toList();
        return new Figure(ID, "Learning curves", caption(some, y), drawn.size() == 1 ? 1 : 2, drawn.size() == 1 ? 320 : 270, drawn,
                legend(inks, some.stream().anyMatch(c -> averaged(c).size() > 1)));
    }

    private static boolean hasCurves(TrialRun trial) {
        return !trial.curves().trainingError().isEmpty() || !trial.curves().testError().isEmpty();
    }

    private static long lastIteration(TrialRun trial) {
        RunCurves curves = trial.curves();
        return Math.max(curves.trainingError().isEmpty() ? 0 : curves.trainingError().lastKey(),
                curves.testError().isEmpty() ? 0 : curves.testError().lastKey());
    }

    private static double largest(List<Cell> cells, long iterations) {
        long settled = (long) (SETTLED * iterations);
        return cells.stream().flatMap(c -> c.trials().stream()).map(TrialRun::curves)
                .flatMap(c -> Stream.of(SeedMean.thinned(c.trainingError()), c.testError()))
                .flatMap(c -> c.tailMap(settled).values().stream()).mapToDouble(Double::doubleValue).max().orElse(100);
    }

    private static boolean cut(List<Cell> cells, Axis y) {
        return cells.stream().flatMap(c -> c.trials().stream()).map(TrialRun::curves)
                .flatMap(c -> Stream.of(SeedMean.thinned(c.trainingError()), c.testError()))
                .flatMap(c -> c.values().stream()).anyMatch(error -> error > y.maximum());
    }

    private static Panel panel(String title, List<Cell> cells, Inks inks, Axis x, Axis y) {
        List<Band> bands = new ArrayList<>();
        List<Curve> faint = new ArrayList<>();
        List<Curve> training = new ArrayList<>();
        List<Curve> test = new ArrayList<>();
        for (Cell cell : cells) {
            Ink bold = inks.of(cell);
            Ink dashed = bold.with(Stroke.DASHED).with(Weight.NORMAL).with(Marker.NONE);
            boolean several = cell.trials().size() > 1;
            if (several) {
                for (TrialRun trial : cell.trials().stream().filter(t -> !crowded(cell) || !averaged(cell).contains(t)).toList()) {
                    String seed = ", seed " + trial.trial().seed();
                    curve(cell.name() + " training error" + seed, dashed.with(Weight.FAINT),
                            trial.curves().trainingError()).ifPresent(faint::add);
                    curve(cell.name() + " test error" + seed, bold.with(Weight.FAINT).with(Marker.NONE),
                            trial.curves().testError()).ifPresent(faint::add);
                }
            }
            if (cell.mixture().isEmpty()) {
                String mean = several ? ", mean" : "";
                SeedBand ofTraining = band(cell, RunCurves::trainingError);
                SeedBand ofTest = band(cell, RunCurves::testError);
                range(cell.name() + " training error", dashed, ofTraining).ifPresent(bands::add);
                range(cell.name() + " test error", bold, ofTest).ifPresent(bands::add);
                curve(cell.name() + " training error" + mean, dashed, ofTraining.mean()).ifPresent(training::add);
                curve(cell.name() + " test error" + mean, bold, ofTest.mean()).ifPresent(test::add);
            }
        }
        faint.addAll(training);
        faint.addAll(test);
        return new Panel(title, x, y, bands, faint, List.of(), Optional.empty());
    }

    /** Whether lines of all seeds would hide the mean: then those in the band are told by it alone. */
    private static boolean crowded(Cell cell) {
        return averaged(cell).size() > MOST_LINES && cell.mixture().isEmpty();
    }

    private static SeedBand band(Cell cell, Function<RunCurves, SortedMap<Long, Double>> which) {
        return SeedBand.of(averaged(cell).stream().map(t -> which.apply(t.curves())).toList());
    }

    /** The runs that have a result; the unfinished ones while none has. */
    private static List<TrialRun> averaged(Cell cell) {
        List<TrialRun> ended = cell.trials().stream().filter(t -> t.result().isPresent()).toList();
        return (ended.isEmpty() ? cell.trials() : ended).stream().filter(LearningCurves::hasCurves).toList();
    }

    private static Optional<Band> range(String name, Ink ink, SeedBand band) {
        return band.seeds() < 2 || band.mean().isEmpty() ? Optional.empty()
                : Optional.of(new Band(name + ", range over " + band.seeds() + " seeds", ink,
                        band.mean().keySet().stream().map(Long::doubleValue).toList(),
                        List.copyOf(band.lowest().values()), List.copyOf(band.highest().values())));
    }

    private static Optional<Curve> curve(String name, Ink ink, SortedMap<Long, Double> full) {
        if (full.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<Long, Double> points = SeedMean.thinned(full);
        int every = Math.max(1, points.size() / MARKERS);
        return Optional.of(new Curve(name, ink, points.keySet().stream().map(Long::doubleValue).toList(), List.copyOf(points.values()),
                every));
    }

    private static List<List<LegendEntry>> legend(Inks inks, boolean several) {
        List<LegendEntry> styles = new ArrayList<>();
        styles.add(new LegendEntry("training error", new Ink(Ink.BLACK, Stroke.DASHED, Weight.NORMAL, Marker.NONE)));
        styles.add(new LegendEntry("test error", new Ink(Ink.BLACK, Stroke.SOLID, Weight.BOLD, Marker.NONE)));
        if (several) {
            styles.add(new LegendEntry("single seeds", new Ink(Ink.BLACK, Stroke.SOLID, Weight.FAINT, Marker.NONE)));
            styles.add(new LegendEntry("lowest to highest seed", new Ink(Ink.BLACK, Stroke.SOLID, Weight.BAR, Marker.NONE)));
        }
        return List.of(inks.legend(Weight.BOLD, LearningCurves::count), styles);
    }

    /** {@code (n = 3)}, or {@code (n = 2 to 3)} over several panels. */
    private static String count(List<Cell> cells) {
        int[] counts = cells.stream().mapToInt(cell -> averaged(cell).size()).distinct().sorted().toArray();
        return " (n = " + counts[0] + (counts.length > 1 ? " to " + counts[counts.length - 1] : "") + ")";
    }

    private static String caption(List<Cell> cells, Axis y) {
        boolean several = cells.stream().anyMatch(c -> averaged(c).size() > 1);
        String means = several ? " Strong lines are means over the n seeds that have a result, in the band from their lowest to "
                + "their highest, as far as all of them go (a diverged one ends early); "
                + "pale lines are single seeds, unfinished ones among them"
                        + (cells.stream().anyMatch(LearningCurves::crowded)
                        ? "; of more than " + MOST_LINES + " seeds only those outside the band." : ".") : " One seed each.";
        String mixed = cells.stream().flatMap(c -> c.mixture().stream()).map(why -> " " + why + ".").collect(Collectors.joining());
        return "Training error (dashed; over augmented mini-batches) and test error (solid, bold) against iterations, in the manner of"
                + " figures 1 and 6 of the paper." + means
                + (cut(cells, y) ? " Greater errors, early in training, lie above the frame." : "") + mixed;
    }
}
