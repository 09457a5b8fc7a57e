package org.resbench.report.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.resbench.report.cells.Cell;
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
import org.resbench.spec.PublishedResults;
import org.resbench.spec.PublishedResults.Source;
import org.resbench.spec.PublishedResults.Value;
import org.resbench.stats.Interval;
import org.resbench.stats.StudentEstimate;

/** The test error of every seed of each cell, its mean with the 95 % t interval, the published value and those that others measured. */
public final class Samples {
    public static final String ID = "samples";
    private static final String METRIC = "test_error_percent";
    private static final int ROW = 26;
    private static final int AROUND = 70;
    private static final int MOST_CELLS = 30;
    private static final int MOST_LETTERS = 44;
    private static final Ink SEED = new Ink(Ink.BLUE, Stroke.NONE, Weight.THIN, Marker.CIRCLE);
    private static final Ink MEAN = new Ink(Ink.BLACK, Stroke.SOLID, Weight.BOLD, Marker.NONE);
    private static final Ink PAPER = new Ink(Ink.VERMILLION, Stroke.SOLID, Weight.BOLD, Marker.NONE);
    private static final Ink OTHER = new Ink(Ink.GREEN, Stroke.NONE, Weight.NORMAL, Marker.DIAMOND);

    private Samples() {}

    /** One row. */
    private record Row(String cell, List<Double> seeds, Optional<Interval> mean, Optional<Double> paper, List<Double> others) {
        Stream<Double> all() {
            return Stream.of(seeds.stream(), mean.stream().flatMap(i -> Stream.of(i.lower(), i.upper())), paper.stream(),
                    others.stream()).flatMap(s -> s);
        }
    }

    /** Empty without results. What was published on these networks and their data stands beside them, if anything was.
     * @param refusal why published numbers may not be compared with these runs; empty if they may */
    public static List<Figure> of(List<Cell> cells, Optional<PublishedResults> published, Optional<String> refusal) {
        Set<String> data = cells.stream().flatMap(c -> c.trials().stream()).map(t -> t.trial().data().name()).collect(Collectors.toSet());
        List<Row> rows = cells.stream().filter(c -> c.anyResult().isPresent()).map(cell -> row(cell,
                published.filter(p -> data.size() == 1), data)).toList();
        Axis x = Ranges.percentAround("test error (%)", rows.stream().flatMap(Row::all).toList());
        return Grouping.numbered(IntStream.range(0, (rows.size() + MOST_CELLS - 1) / MOST_CELLS)
                .mapToObj(i -> figure(rows.subList(i * MOST_CELLS, Math.min((i + 1) * MOST_CELLS, rows.size())), x, published,
                        refusal)).toList());
    }

    private static Figure figure(List<Row> rows, Axis x, Optional<PublishedResults> published, Optional<String> refusal) {
        boolean beside = rows.stream().anyMatch(row -> row.paper.isPresent() || !row.others.isEmpty());
        String caption = "Test error at the final iteration: every seed (circles), mean with its 95 % t interval (black line)" + (beside
                ? ", what " + published.map(PublishedResults::citedAs)
                        .orElse("the paper") + " print (vertical line; the mean where they give one) and what others"
                + " measured by their own protocols (diamonds)." + refusal.map(why -> " Published errors and ours may not be compared. "
                        + why + ".").orElse("")
                : ". Nothing published on these networks and data is known.");
        List<LegendEntry> legend = new ArrayList<>(List.of(new LegendEntry("a seed", SEED), new LegendEntry("mean, 95 % interval", MEAN)));
        if (beside) {
            legend.addAll(List.of(new LegendEntry("published", PAPER), new LegendEntry("others", OTHER)));
        }
        return new Figure(ID, beside ? "Test errors beside published ones" : "Test errors of every seed", caption, 1,
                AROUND + ROW * rows.size(),
                List.of(panel(rows, x)), List.of(legend));
    }

    private static Row row(Cell cell, Optional<PublishedResults> published, Set<String> data) {
        List<Double> seeds = cell.results().stream().map(r -> r.last().testErrorPercent()).toList();
        Optional<StudentEstimate> mean = cell.mixture().isPresent() ? Optional.empty()
                : StudentEstimate.ofMean(seeds.stream().mapToDouble(Double::doubleValue).toArray());
        String network = cell.architecture().label();
        return new Row(cell.name(), seeds, mean.map(m -> m.interval(Interval.LEVEL)),
                values(published.map(PublishedResults::results).orElse(List.of()), network,
                        data).findFirst().flatMap(v -> v.mean().or(v::value)),
                values(published.map(PublishedResults::reproductions).orElse(List.of()), network, data).flatMap(Samples::numbers).toList());
    }

    private static Stream<Value> values(List<Source> sources, String network, Set<String> data) {
        return sources.stream().filter(s -> data.stream().anyMatch(name -> s.isOf(name, METRIC))).flatMap(s -> s.value(network).stream());
    }

    private static Stream<Double> numbers(Value value) {
        return value.runs().isEmpty() ? value.mean().or(value::value).stream() : value.runs().stream();
    }

    private static Panel panel(List<Row> rows, Axis x) {
        List<Tick> names = IntStream.range(0, rows.size()).mapToObj(i -> new Tick(rows.size() - i, shortened(rows.get(i).cell()))).toList();
        Axis y = new Axis("", Axis.Kind.LINEAR, 0.4, rows.size() + 0.6, names);
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double at = rows.size() - i;
            points(row.cell() + ", others", OTHER, row.others(), at - 0.2).ifPresent(curves::add);
            row.paper().ifPresent(p -> curves.add(new Curve(row.cell() + ", published", PAPER, List.of(p, p),
                    List.of(at - 0.35, at + 0.35))));
            row.mean().ifPresent(m -> {
                curves.add(new Curve(row.cell() + ", interval of the mean", MEAN, List.of(m.lower(), m.upper()), List.of(at, at)));
                curves.add(new Curve(row.cell() + ", mean", MEAN, List.of(m.estimate(), m.estimate()), List.of(at - 0.16, at + 0.16)));
            });
            points(row.cell() + ", seeds", SEED, row.seeds(), at + 0.18).ifPresent(curves::add);
        }
        return new Panel("", x, y, curves);
    }

    /** Longer names, of cells that differ in a whole schedule, would leave no room for the values. */
    private static String shortened(String name) {
        return name.length() <= MOST_LETTERS ? name : name.substring(0, MOST_LETTERS - 1) + "…";
    }

    private static Optional<Curve> points(String name, Ink ink, List<Double> values, double at) {
        return values.isEmpty() ? Optional.empty() : Optional.of(new Curve(name, ink, values, values.stream().map(v -> at).toList()));
    }
}
