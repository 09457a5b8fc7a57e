package org.resbench.report.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.resbench.report.cells.Cell;
import org.resbench.report.cells.TrialRun;
import org.resbench.report.model.Axis;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Ink;
import org.resbench.report.model.Panel;
import org.resbench.runs.RunStatus;
import org.resbench.stats.Summary;

/** L2 norms of the gradient per layer, at the first and at the last iteration that has them (section 4.1: plain networks with batch
 * normalisation "ensure forward propagated signals to have non-zero variances"; gradients "exhibit healthy norms"). */
public final class GradientNorms {
    public static final String ID = "gradient-norms";

    private static final int COLUMNS = 2;
    private static final int MANY = 150;

    private GradientNorms() {}

    private enum Moment { FIRST, LAST }

    /** Empty when no run recorded norms per layer. */
    public static List<Figure> of(List<Cell> cells) {
        List<Cell> some = cells.stream().filter(c -> !mean(c, Moment.FIRST).isEmpty()).toList();
        return Grouping.numbered(Grouping.parts(Grouping.panels(some), COLUMNS).stream().map(GradientNorms::figure).toList());
    }

    private static Figure figure(Map<String, List<Cell>> columns) {
        List<Cell> some = Grouping.cells(columns.values());
        Inks inks = new Inks(List.copyOf(columns.values()));
        List<Double> all = some.stream().flatMap(c -> Stream.of(Moment.values()).flatMap(m -> mean(c, m).stream())).toList();
        Axis y = Ranges.logarithmic("gradient norm", all);
        List<Panel> panels = new ArrayList<>();
        for (Moment moment : moments(some)) {
            columns.forEach((title, column) -> panels.add(panel(title + ", " + when(column, moment), column, moment, inks, y)));
        }
        return new Figure(ID, "Gradient norms", "L2 norm of the loss gradient of each layer's weights against the layer's position"
                + " from the input (logarithmic axis), early and late in training; means over seeds, of cells whose runs may be averaged.",
                        columns.size(), 190, panels,
                List.of(inks.legend(Ink.Weight.NORMAL)));
    }

    private static List<Moment> moments(List<Cell> cells) {
        boolean several = cells.stream().flatMap(c -> c.trials().stream()).anyMatch(t -> t.curves().gradientNorms().size() > 1);
        return several ? List.of(Moment.values()) : List.of(Moment.FIRST);
    }

    private static Panel panel(String title, List<Cell> cells, Moment moment, Inks inks, Axis y) {
        List<Curve> curves = new ArrayList<>();
        for (Cell cell : cells) {
            List<Double> norms = mean(cell, moment);
            if (!norms.isEmpty()) {
                curves.add(new Curve(cell.name(), inks.of(cell).with(weight(norms.size())), positions(norms.size()), norms,
                        Math.max(1, norms.size() / 8)));
            }
        }
        int layers = cells.stream().mapToInt(c -> mean(c, Moment.FIRST).size()).max().orElse(1);
        return new Panel(title, Ranges.positions("layer", layers), y, curves);
    }

    /** Curves of hundreds of points are thin. */
    static Ink.Weight weight(int points) {
        return points > MANY ? Ink.Weight.THIN : Ink.Weight.NORMAL;
    }

    static List<Double> positions(int count) {
        return java.util.stream.IntStream.rangeClosed(1, count).mapToObj(i -> (double) i).toList();
    }

    private static String when(List<Cell> cells, Moment moment) {
        long[] iterations = cells.stream().flatMap(c -> trials(c, moment)).map(t -> t.curves().gradientNorms())
                .mapToLong(n -> moment == Moment.FIRST ? n.firstKey() : n.lastKey()).distinct().sorted().toArray();
        return iterations.length == 0 ? "none finished" : "iteration " + iterations[0]
                + (iterations.length > 1 ? " to " + iterations[iterations.length - 1] : "");
    }

    /** Late norms are those of completed runs: a run that ended early has none. */
    private static Stream<TrialRun> trials(Cell cell, Moment moment) {
        return cell.trials().stream().filter(t -> !t.curves().gradientNorms().isEmpty())
                .filter(t -> moment == Moment.FIRST || t.status().filter(s -> s == RunStatus.COMPLETED).isPresent());
    }

    /** Mean over seeds, layer by layer; zero and infinite norms cannot be drawn on a logarithmic axis and interrupt the curve. */
    private static List<Double> mean(Cell cell, Moment moment) {
        List<Map<String, Double>> seeds = trials(cell, moment).map(t -> t.curves().gradientNorms())
                .map(n -> n.get(moment == Moment.FIRST ? n.firstKey() : n.lastKey())).toList();
        if (seeds.isEmpty() || cell.mixture().isPresent()) {
            return List.of();
        }
        return seeds.get(0).keySet().stream().map(layer -> {
            double[] values = seeds.stream().mapToDouble(s -> s.getOrDefault(layer, Double.NaN)).filter(v -> v > 0 && Double.isFinite(v))
                    .toArray();
            return values.length == seeds.size() ? Summary.of(values).mean() : Double.NaN;
        }).toList();
    }
}
