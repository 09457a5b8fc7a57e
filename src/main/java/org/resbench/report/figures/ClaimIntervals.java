package org.resbench.report.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.resbench.claims.Verdict;
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
import org.resbench.spec.Claim.Direction;
import org.resbench.spec.Claim.Side;
import org.resbench.spec.Claim.Statement;
import org.resbench.stats.Interval;

/** The effect of each claim with its interval, measured from the bound that decides and turned so that right is as claimed. */
public final class ClaimIntervals {
    public static final String ID = "claim-intervals";
    private static final int ROW = 24;
    private static final int AROUND = 66;
    private static final double AIR = 0.06;
    private static final int MOST_LETTERS = 64;

    private ClaimIntervals() {}

    /** One claim's row. @param margin half width of an equivalence, 0 for the others */
    private record Row(ClaimResult claim, double estimate, double lower, double upper, double margin) {}

    /** Every claim: with its interval, or with the reason why it has none. Empty when no claim has an interval. */
    public static Optional<Figure> of(List<ClaimResult> claims) {
        Map<String, List<Row>> byUnit = claims.stream().flatMap(c -> row(c).stream())
                .collect(Collectors.groupingBy(r -> axis(r.claim().statement()), LinkedHashMap::new, Collectors.toList()));
        if (byUnit.isEmpty()) {
            return Optional.empty();
        }
        List<ClaimResult> without = claims.stream().filter(c -> row(c).isEmpty()).toList();
        int most = Math.max(without.size(), byUnit.values().stream().mapToInt(List::size).max().orElse(1));
        List<Panel> panels = new ArrayList<>(byUnit.entrySet().stream().map(e -> panel(e.getKey(), e.getValue())).toList());
        if (!without.isEmpty()) {
            panels.add(listed(without));
        }
        return Optional.of(new Figure(ID, "Effects of the claims",
                "The effect of each claim with its " + level(claims) + " interval, measured from the bound that the claim names and"
                + " turned so that right of zero is as claimed, left against it. For claims of equality the dotted lines are the margin."
                + " Verdicts rest on p values corrected for the number of claims: an interval may clear zero by a little and its claim"
                + " still be"
                + " inconclusive." + (without.isEmpty() ? "" : " Claims without an interval are listed with the reason."), 1,
                        AROUND + ROW * most, panels, List.of()));
    }

    private static Optional<Row> row(ClaimResult claim) {
        return claim.interval().filter(i -> !(claim.statement() instanceof Statement.OnCounts)).map(i -> {
            Statement statement = claim.statement();
            if (statement instanceof Statement.Difference difference) {
                return oriented(claim, i, difference.margin(), difference.side() == Side.ABOVE);
            }
            if (statement instanceof Statement.Threshold threshold) {
                return oriented(claim, i, threshold.value(), threshold.side() == Side.ABOVE);
            }
            if (statement instanceof Statement.Ratio ratio) {
                return oriented(claim, i, ratio.value(), ratio.side() == Side.ABOVE);
            }
            if (statement instanceof Statement.Sooner) {
                return oriented(claim, i, 0, false);
            }
            if (statement instanceof Statement.Trend trend) {
                return oriented(claim, i, 0, trend.direction() == Direction.INCREASES);
            }
            return new Row(claim, i.estimate(), i.lower(), i.upper(), ((Statement.Equivalence) statement).margin());
        });
    }

    /** {@code 95 %}, or {@code 98.85 to 99.67 %} where claims were judged at several looks. */
    private static String level(List<ClaimResult> claims) {
        double[] levels = claims.stream().flatMap(c -> c.interval().stream()).mapToDouble(i -> 100 * i.level()).distinct().sorted()
                .toArray();
        return levels.length == 1 ? Numbers.level(levels[0] / 100) : Numbers.level(levels[0] / 100).replace(" %",
                "") + " to " + Numbers.level(levels[levels.length - 1] / 100);
    }

    /** Claims that have no interval, each with the reason. */
    private static Panel listed(List<ClaimResult> claims) {
        List<Tick> ids = IntStream.range(0, claims.size()).mapToObj(i -> new Tick(claims.size() - i, claims.get(i).id())).toList();
        List<Panel.Remark> reasons = IntStream.range(0, claims.size()).mapToObj(i -> new Panel.Remark(0, claims.size() - i,
                claims.get(i).word() + ": " + reason(claims.get(i)), new Ink(Ink.BLACK, Stroke.NONE, Weight.NORMAL, Marker.NONE))).toList();
        return new Panel("", new Axis("no interval", Axis.Kind.LINEAR, 0, 1, List.of(new Tick(0, ""))),
                new Axis("", Axis.Kind.LINEAR, 0.4, claims.size() + 0.6, ids), List.of(), reasons);
    }

    /** In few words; the claim's own section has the whole sentence. */
    private static String reason(ClaimResult claim) {
        if (claim.statement() instanceof Statement.OnCounts) {
            return "counted, not measured";
        }
        if (claim.verdict() == Verdict.NOT_COMPARABLE) {
            return "runs and claim may not be compared";
        }
        if (!claim.missing().isEmpty()) {
            return claim.missing().size() + " of " + (claim.missing().size() + claim.evidence().size()) + " runs are missing";
        }
        String why = claim.why().substring(0, 1).toLowerCase(Locale.ROOT) + claim.why().substring(1).replaceFirst("(;.*)?\\.$", "");
        return why.length() <= MOST_LETTERS ? why : why.substring(0, why.lastIndexOf(' ', MOST_LETTERS)) + " …";
    }

    private static Row oriented(ClaimResult claim, Interval i, double bound, boolean above) {
        return above ? new Row(claim, i.estimate() - bound, i.lower() - bound, i.upper() - bound, 0)
                : new Row(claim, bound - i.estimate(), bound - i.upper(), bound - i.lower(), 0);
    }

    private static String axis(Statement statement) {
        if (statement instanceof Statement.Equivalence) {
            return "difference from the published value (" + unit(statement.metric()) + ")";
        }
        String unit = statement instanceof Statement.Ratio ? "ratio" : statement instanceof Statement.Sooner
                ? "iterations" : unit(statement.metric());
        return "distance from the claim's bound (" + unit + "; right is as claimed)";
    }

    private static String unit(String metric) {
        return metric.endsWith("_percent") || metric.endsWith("_points") ? "percentage points" : metric.endsWith("_loss") ? "nats"
                : metric.replace('_', ' ');
    }

    private static Panel panel(String label, List<Row> rows) {
        double low = Math.min(0, rows.stream().mapToDouble(r -> Math.min(r.lower(), -r.margin())).min().orElse(0));
        double high = Math.max(0, rows.stream().mapToDouble(r -> Math.max(r.upper(), r.margin())).max().orElse(0));
        double air = Math.max(1e-9, AIR * (high - low));
        List<Tick> ids = IntStream.range(0, rows.size()).mapToObj(i -> new Tick(rows.size() - i, rows.get(i).claim().id())).toList();
        Axis y = new Axis("", Axis.Kind.LINEAR, 0.4, rows.size() + 0.6, ids);
        List<Curve> curves = new ArrayList<>();
        curves.add(new Curve("bound", new Ink(Ink.BLACK, Stroke.SOLID, Weight.NORMAL, Marker.NONE), List.of(0.0, 0.0),
                List.of(y.minimum(), y.maximum())));
        List<Panel.Remark> verdicts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double at = rows.size() - i;
            Ink ink = ink(row);
            if (row.margin() > 0) {
                DoubleStream.of(-row.margin(), row.margin()).forEach(m -> curves.add(new Curve(row.claim().id() + " margin " + m,
                        new Ink(Ink.BLACK, Stroke.DOTTED, Weight.NORMAL, Marker.NONE), List.of(m, m), List.of(at - 0.4, at + 0.4))));
            }
            curves.add(new Curve(row.claim().id() + " interval", ink.with(Marker.NONE), List.of(row.lower(), row.upper()),
                    List.of(at, at)));
            curves.add(new Curve(row.claim().id() + " estimate", ink.with(Stroke.NONE), List.of(row.estimate()), List.of(at)));
            verdicts.add(new Panel.Remark(Double.NaN, at, row.claim().word(), ink));
        }
        return new Panel("", Axis.linear(label, low - air, high + air), y, curves, verdicts);
    }

    /** Green, vermillion or black; the marker differs too and the word stands beside it. */
    private static Ink ink(Row row) {
        return switch (row.claim().verdict()) {
            case REPRODUCED, SEEN_AT_THIS_SCALE -> new Ink(Ink.GREEN, Stroke.SOLID, Weight.BOLD, Marker.CIRCLE);
            case NOT_REPRODUCED, NOT_SEEN_AT_THIS_SCALE -> new Ink(Ink.VERMILLION, Stroke.SOLID, Weight.BOLD, Marker.SQUARE);
            case INCONCLUSIVE, NOT_COMPARABLE -> new Ink(Ink.BLACK, Stroke.SOLID, Weight.NORMAL, Marker.DIAMOND);
        };
    }
}
