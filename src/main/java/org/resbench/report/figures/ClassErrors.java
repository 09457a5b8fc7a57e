package org.resbench.report.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.resbench.report.cells.Predicted;
import org.resbench.report.model.Axis;
import org.resbench.report.model.Axis.Tick;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Figure.LegendEntry;
import org.resbench.report.model.Ink;
import org.resbench.report.model.Ink.Marker;
import org.resbench.report.model.Ink.Stroke;
import org.resbench.report.model.Ink.Weight;
import org.resbench.report.model.Panel;
import org.resbench.stats.Interval;
import org.resbench.stats.Wilson;

/** The test error of each class as a bar, for each cell. Seeds are tested on the same images, so the Wilson interval around their mean is
 * that of
 * one test set, not of as many images as all seeds saw. */
public final class ClassErrors {
    public static final String ID = "class-errors";
    /** Of more classes the worst ones are shown. */
    static final int MOST_CLASSES = 20;
    private static final int PANELS = 4;
    /** Room for the marker of the highest error, which may be 100 percent. */
    private static final double AIR = 1.04;
    /** Seeds stand above the bar, or they would hide its interval. */
    private static final double ABOVE = 0.36;
    private static final int ROW = 20;
    private static final int AROUND = 66;
    private static final Ink BAR = new Ink(Ink.SKY, Stroke.SOLID, Weight.BAR, Marker.NONE);
    private static final Ink INTERVAL = new Ink(Ink.BLACK, Stroke.SOLID, Weight.NORMAL, Marker.NONE);
    private static final Ink SEED = new Ink(Ink.BLUE, Stroke.NONE, Weight.THIN, Marker.CIRCLE);

    private ClassErrors() {}

    /** Empty where there are no predictions. */
    public static List<Figure> of(List<Predicted> cells) {
        double highest = cells.stream().flatMap(cell -> shown(cell).stream().map(label -> highest(cell, label))).mapToDouble(v -> v).max()
                .orElse(1);
        Axis x = Axis.linear("test error of the class (%)", 0, AIR * Math.max(1, 100 * highest));
        return Grouping.numbered(IntStream.range(0, (cells.size() + PANELS - 1) / PANELS)
                .mapToObj(i -> figure(cells.subList(i * PANELS, Math.min((i + 1) * PANELS, cells.size())), x)).toList());
    }

    private static Figure figure(List<Predicted> cells, Axis x) {
        int rows = cells.stream().mapToInt(cell -> shown(cell).size()).max().orElse(1);
        boolean worst = cells.stream().anyMatch(cell -> cell.classes().size() > MOST_CLASSES);
        boolean several = cells.stream().anyMatch(cell -> cell.counts().size() > 1);
        List<LegendEntry> legend = new ArrayList<>(List.of(new LegendEntry(several ? "mean over seeds" : "error", BAR),
                new LegendEntry("95 % Wilson interval", INTERVAL)));
        if (several) {
            legend.add(new LegendEntry("a seed", SEED));
        }
        return new Figure(ID, "Errors by class", "Test error of each class at the final iteration"
                + (several ? ": mean over the n seeds (bar), every seed (circles)"
                + " and" : " (bar) with") + " the 95 % Wilson interval for as many images as the class has in the test set. It is about "
                + "other test images, not other seeds; all seeds are tested on the same ones."
                + (worst ? " Of more than " + MOST_CLASSES + " classes the "
                        + MOST_CLASSES
                + " with the highest error are shown." : ""), cells.size() == 1 ? 1 : 2, AROUND + ROW * rows,
                        cells.stream().map(cell -> panel(cell, x)).toList(),
                List.of(legend));
    }

    /** Classes with images, in their order; of many the worst. */
    private static List<Integer> shown(Predicted cell) {
        List<Integer> all = IntStream.range(0, cell.classes().size()).filter(label -> cell.images(label) > 0).boxed().toList();
        return all.size() <= MOST_CLASSES ? all
                : all.stream().sorted(Comparator.comparingDouble((Integer label) -> -interval(cell,
                        label).estimate())).limit(MOST_CLASSES).toList();
    }

    /** Of the interval and of every seed. */
    private static double highest(Predicted cell, int label) {
        double worst = cell.errors(label).stream().mapToDouble(Long::doubleValue).max().orElse(0) / cell.images(label);
        return Math.max(worst, interval(cell, label).upper());
    }

    private static Interval interval(Predicted cell, int label) {
        double mean = cell.errors(label).stream().mapToLong(Long::longValue).average().orElseThrow();
        return Wilson.interval(mean, cell.images(label), Interval.LEVEL);
    }

    private static Panel panel(Predicted cell, Axis x) {
        List<Integer> labels = shown(cell);
        List<Tick> names = IntStream.range(0, labels.size()).mapToObj(i -> new Tick(labels.size() - i,
                cell.classes().get(labels.get(i)))).toList();
        Axis y = new Axis("", Axis.Kind.LINEAR, 0.5, labels.size() + 0.7, names);
        List<Curve> bars = new ArrayList<>();
        List<Curve> marks = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            double at = labels.size() - i;
            String name = cell.classes().get(labels.get(i)) + ", ";
            Interval error = interval(cell, labels.get(i));
            double images = cell.images(labels.get(i));
            bars.add(new Curve(name + "error", BAR, List.of(0.0, 100 * error.estimate()), List.of(at, at)));
            marks.add(new Curve(name + "interval", INTERVAL, List.of(100 * error.lower(), 100 * error.upper()), List.of(at, at)));
            if (cell.counts().size() > 1) {
                List<Double> seeds = cell.errors(labels.get(i)).stream().map(errors -> 100 * errors / images).toList();
                marks.add(new Curve(name + "seeds", SEED, seeds, seeds.stream().map(v -> at + ABOVE).toList()));
            }
        }
        bars.addAll(marks);
        return new Panel(cell.cell().name() + " (n = " + cell.counts().size() + ")", x, y, bars);
    }
}
