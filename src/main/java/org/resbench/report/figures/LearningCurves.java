package org.resbench.report.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.resbench.report.cells.Cell;
import org.resbench.report.cells.RunCurves;
import org.resbench.report.cells.TrialRun;
import org.resbench.report.model.Axis;
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
        List<Panel> drawn = panels.entrySet().stream().map(e -> new Panel(e.getKey(), x, y, curves(e.getValue(), inks))).toList();
        int seeds = some.stream().mapToInt(c -> c.trials().size()).max().orElse(1);
        return new Figure(ID, "Learning curves", caption(seeds), drawn.size() == 1 ? 1 : 2, drawn.size() == 1 ? 320 : 270, drawn,
                legend(inks, seeds));
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

    private static List<Curve> curves(List<Cell> cells, Inks inks) {
        List<Curve> faint = new ArrayList<>();
        List<Curve> training = new ArrayList<>();
        List<Curve> test = new ArrayList<>();
        for (Cell cell : cells) {
            Ink bold = inks.of(cell);
            Ink dashed = bold.with(Stroke.DASHED).with(Weight.NORMAL).with(Marker.NONE);
            List<TrialRun> trials = cell.trials();
            if (trials.size() > 1) {
                for (TrialRun trial : trials) {
                    String seed = ", seed " + trial.trial().seed();
                    curve(cell.name() + " training error" + seed, dashed.with(Weight.FAINT), trial.curves().trainingError())
                            .ifPresent(faint::add);
                    curve(cell.name() + " test error" + seed, bold.with(Weight.FAINT).with(Marker.NONE), trial.curves().testError())
                            .ifPresent(faint::add);
                }
            }
            String mean = trials.size() > 1 ? ", mean" : "";
            curve(cell.name() + " training error" + mean, dashed, mean(trials, RunCurves::trainingError)).ifPresent(training::add);
            curve(cell.name() + " test error" + mean, bold, mean(trials, RunCurves::testError)).ifPresent(test::add);
        }
        faint.addAll(training);
        faint.addAll(test);
        return faint;
    }

    /** Over the runs that have a result; over the unfinished ones while none has. */
    private static SortedMap<Long, Double> mean(List<TrialRun> trials, Function<RunCurves, SortedMap<Long, Double>> which) {
        List<TrialRun> ended = trials.stream().filter(t -> t.result().isPresent()).toList();
        return SeedMean.of((ended.isEmpty() ? trials : ended).stream().map(t -> which.apply(t.curves())).toList());
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

    private static List<List<LegendEntry>> legend(Inks inks, int seeds) {
        List<LegendEntry> styles = new ArrayList<>();
        styles.add(new LegendEntry("training error", new Ink(Ink.BLACK, Stroke.DASHED, Weight.NORMAL, Marker.NONE)));
        styles.add(new LegendEntry("test error", new Ink(Ink.BLACK, Stroke.SOLID, Weight.BOLD, Marker.NONE)));
        if (seeds > 1) {
            styles.add(new LegendEntry("single seeds", new Ink(Ink.BLACK, Stroke.SOLID, Weight.FAINT, Marker.NONE)));
        }
        return List.of(inks.legend(Weight.BOLD), styles);
    }

    private static String caption(int seeds) {
        String means = seeds > 1 ? " Strong lines are means over up to " + seeds + " seeds, drawn as far as all go that have a result"
                + " (a diverged one ends early); pale lines are single seeds, unfinished ones among them."
                : " One seed.";
        return "Training error (dashed; over augmented mini-batches) and test error (solid, bold) against iterations, in the manner of"
                + " figures 1 and 6 of the paper." + means;
    }
}
