package org.resbench.report.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.resbench.report.cells.Cell;
import org.resbench.report.model.Axis;
import org.resbench.report.model.Axis.Tick;
import org.resbench.report.model.ClaimResult;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Ink;
import org.resbench.report.model.Ink.Marker;
import org.resbench.report.model.Ink.Stroke;
import org.resbench.report.model.Ink.Weight;
import org.resbench.report.model.Numbers;
import org.resbench.report.model.Panel;
import org.resbench.spec.Claim.Statement;
import org.resbench.spec.PublishedResults;
import org.resbench.spec.PublishedResults.Source;
import org.resbench.stats.Interval;

/** One small plot for each claim: the published value, others' reproductions and ours on one axis, with the bound that decides. */
public final class ClaimFigures {
    private static final String PREFIX = "effect-";
    private static final int ROW = 19;
    private static final int AROUND = 58;
    private static final double AIR = 0.06;
    private static final Ink BOUND = new Ink(Ink.BLACK, Stroke.DASHED, Weight.NORMAL, Marker.NONE);
    private static final Ink SEED = new Ink(Ink.BLUE, Stroke.NONE, Weight.THIN, Marker.CIRCLE);
    private static final Ink OURS = new Ink(Ink.BLACK, Stroke.SOLID, Weight.BOLD, Marker.NONE);
    private static final Ink PAPER = new Ink(Ink.VERMILLION, Stroke.NONE, Weight.BOLD, Marker.SQUARE);
    private static final Ink OTHER = new Ink(Ink.GREEN, Stroke.NONE, Weight.NORMAL, Marker.DIAMOND);

    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final Optional<PublishedResults> published;
    private final Optional<String> refusal;

    /** @param refusal why published numbers may not be compared with these runs; empty if they may */
    public ClaimFigures(List<Cell> cells, Optional<PublishedResults> published, Optional<String> refusal) {
        cells.forEach(cell -> this.cells.put(cell.name(), cell));
        this.published = published;
        this.refusal = refusal;
    }

    /** The id of a claim's figure. */
    public static String id(ClaimResult claim) {
        return PREFIX + claim.id();
    }

    /** Empty when no run counts as evidence for the claim. */
    public Optional<Figure> of(ClaimResult claim) {
        return ClaimEffect.of(claim).flatMap(effect -> of(claim, effect));
    }

    private Optional<Figure> of(ClaimResult claim, ClaimEffect effect) {
        Optional<Interval> ours = claim.interval();
        List<Double> seeds = effect.seeds(claim.evidence());
        if (ours.isEmpty() && seeds.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> paper = claim.statement() instanceof Statement.Equivalence same ? Optional.of(same.published())
                : published.stream().flatMap(p -> p.results().stream()).flatMap(s -> value(claim, effect, s).stream()).findFirst();
        List<Double> others = published.stream().flatMap(p -> p.reproductions().stream())
                .flatMap(s -> value(claim, effect, s).stream()).toList();
        List<Curve> rows = new ArrayList<>();
        paper.ifPresent(value -> rows.add(row(published.map(PublishedResults::citedAs).orElse("published"), PAPER, List.of(value))));
        if (!others.isEmpty()) {
            rows.add(row("others", OTHER, others));
        }
        if (!seeds.isEmpty()) {
            rows.add(row(effect.other().isPresent() ? "ours, seed by seed" : "ours, each seed", SEED, seeds));
        }
        ours.ifPresent(i -> rows.add(row("ours, mean and " + Numbers.level(i.level()) + " interval", OURS,
                List.of(i.lower() + effect.shift(), i.estimate() + effect.shift(), i.upper() + effect.shift()))));
        return Optional.of(new Figure(id(claim), "Claim " + claim.id(), caption(effect, paper.isPresent() || !others.isEmpty()),
                1, AROUND + ROW * rows.size(), List.of(panel(effect, rows)), List.of()));
    }

    private static Curve row(String name, Ink ink, List<Double> values) {
        return new Curve(name, ink, values, values.stream().map(v -> 0.0).toList());
    }

    /** What a source says of the claim's cells, if its data and metric are these. */
    private Optional<Double> value(ClaimResult claim, ClaimEffect effect, Source source) {
        Function<String, Optional<Double>> known = name -> Optional.ofNullable(cells.get(name))
                .filter(cell -> source.isOf(data(cell), claim.statement().metric()))
                .flatMap(cell -> source.value(cell.architecture().label()))
                .flatMap(v -> v.mean().or(() -> v.runs().isEmpty() ? v.value() : Optional.of(v.runs().stream()
                        .mapToDouble(r -> r).average().orElseThrow())));
        return effect.from(known);
    }

    private static String data(Cell cell) {
        Set<String> names = cell.trials().stream().map(t -> t.trial().data().name()).collect(Collectors.toSet());
        return names.size() == 1 ? names.iterator().next() : "";
    }

    private String caption(ClaimEffect effect, boolean compared) {
        return "Dashed: the claim's bound" + (effect.bounds().size() > 1 ? "s" : "") + "."
                + (effect.other().isPresent() ? " A circle is one seed, its two runs taken together; "
                        + "the interval does not rest on such pairs." : " A circle is one seed.")
                + (compared ? " Others measured by their own protocols."
                        + refusal.map(why -> " Published numbers and ours may not be compared: " + why + ".").orElse("")
                : " Nothing published on these networks, data and metric is known.");
    }

    private static Panel panel(ClaimEffect effect, List<Curve> rows) {
        List<Double> all = Stream.concat(effect.bounds().stream(), rows.stream().flatMap(row -> row.x().stream())).toList();
        double low = all.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double high = all.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double air = high > low ? AIR * (high - low) : Math.max(1e-6, Math.abs(high) * AIR);
        List<Tick> names = IntStream.range(0, rows.size()).mapToObj(i -> new Tick(rows.size() - i, rows.get(i).name())).toList();
        Axis y = new Axis("", Axis.Kind.LINEAR, 0.4, rows.size() + 0.6, names);
        List<Curve> curves = new ArrayList<>();
        effect.bounds().forEach(b -> curves.add(new Curve("bound " + b, BOUND, List.of(b, b), List.of(y.minimum(), y.maximum()))));
        for (int i = 0; i < rows.size(); i++) {
            Curve row = rows.get(i);
            double at = rows.size() - i;
            curves.add(new Curve(row.name(), row.ink(), row.x(), row.x().stream().map(x -> at).toList()));
            if (row.ink() == OURS) {
                double mean = row.x().get(1);
                curves.add(new Curve("mean", OURS, List.of(mean, mean), List.of(at - 0.28, at + 0.28)));
            }
        }
        return new Panel("", Axis.linear(effect.label(), low - air, high + air), y, curves);
    }
}
