package org.resbench.report.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.resbench.arch.Family;
import org.resbench.report.cells.Cell;
import org.resbench.report.model.Axis;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Figure.LegendEntry;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Ink;
import org.resbench.report.model.Panel;
import org.resbench.stats.Summary;

/** Standard deviations of layer responses, by position and by size: the paper's figure 7. */
public final class LayerResponses {
    public static final String ID = "layer-responses";

    /** Groups of networks per figure: plain and residual. */
    private static final int GROUPS = 2;

    private LayerResponses() {}

    /** Empty when no run measured them. */
    public static List<Figure> of(List<Cell> cells) {
        List<Cell> some = cells.stream().filter(c -> !mean(c).isEmpty()).toList();
        return Grouping.numbered(Grouping.parts(Grouping.panels(some), GROUPS).stream().map(p -> figure(Grouping.cells(p.values())))
                .toList());
    }

    private static Figure figure(List<Cell> cells) {
        Map<Cell, List<Double>> responses = new LinkedHashMap<>();
        cells.forEach(c -> responses.put(c, mean(c)));
        Inks inks = new Inks(Stream.of(Family.values())
                .map(f -> responses.keySet().stream().filter(c -> c.family() == f).toList()).toList());
        int layers = responses.values().stream().mapToInt(List::size).max().orElse(1);
        double highest = responses.values().stream().flatMap(List::stream).mapToDouble(Double::doubleValue).max().orElse(1);
        Axis y = Axis.linear("standard deviation", 0, highest * 1.05);
        List<Curve> inOrder = new ArrayList<>();
        List<Curve> sorted = new ArrayList<>();
        Map<Family, List<LegendEntry>> legend = new EnumMap<>(Family.class);
        responses.forEach((cell, values) -> {
            Ink ink = inks.of(cell).with(cell.family() == Family.PLAIN ? Ink.Stroke.DASHED : Ink.Stroke.SOLID)
                    .with(GradientNorms.weight(values.size()));
            inOrder.add(curve(cell, ink, values));
            sorted.add(curve(cell, ink, values.stream().sorted(Comparator.reverseOrder()).toList()));
            legend.computeIfAbsent(cell.family(), f -> new ArrayList<>()).add(new LegendEntry(cell.name(), ink));
        });
        return new Figure(ID, "Layer responses", "Standard deviation of each 3x3 layer's response after batch normalisation, before"
                + " ReLU and addition, on the trained network (the paper's figure 7): in the order of the layers, and sorted by magnitude."
                + " Plain networks dashed; means over seeds, of cells whose runs may be averaged.", 1, 175,
                List.of(new Panel("By position", Ranges.positions("layer", layers), y, inOrder),
                        new Panel("Sorted by magnitude", Ranges.positions("rank", layers), y, sorted)), List.copyOf(legend.values()));
    }

    private static Curve curve(Cell cell, Ink ink, List<Double> values) {
        return new Curve(cell.name(), ink, GradientNorms.positions(values.size()), values, Math.max(1, values.size() / 10));
    }

    private static List<Double> mean(Cell cell) {
        List<Map<String, Double>> seeds = cell.results().stream().map(r -> r.layerResponses()).filter(r -> !r.isEmpty()).toList();
        if (seeds.isEmpty() || cell.mixture().isPresent()) {
            return List.of();
        }
        return seeds.get(0).keySet().stream()
                .filter(layer -> seeds.stream().allMatch(s -> s.containsKey(layer) && Double.isFinite(s.get(layer))))
                .map(layer -> Summary.of(seeds.stream().mapToDouble(s -> s.get(layer)).toArray()).mean()).toList();
    }
}
