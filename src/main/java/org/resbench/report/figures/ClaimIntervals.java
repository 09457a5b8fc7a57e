package org.resbench.report.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.resbench.report.model.Axis;
import org.resbench.report.model.Axis.Tick;
import org.resbench.report.model.ClaimResult;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Ink;
import org.resbench.report.model.Ink.Marker;
import org.resbench.report.model.Ink.Stroke;
import org.resbench.report.model.Ink.Weight;
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

    private ClaimIntervals() {}

    /** One claim's row. @param margin half width of an equivalence, 0 for the others */
    private record Row(ClaimResult claim, double estimate, double lower, double upper, double margin) {}

    /** Empty when no claim could be tested. */
    public static Optional<Figure> of(List<ClaimResult> claims) {
        Map<String, List<Row>> byUnit = claims.stream().flatMap(c -> row(c).stream())
                .collect(Collectors.groupingBy(r -> axis(r.claim().statement()), LinkedHashMap::new, Collectors.toList()));
        if (byUnit.isEmpty()) {
            return Optional.empty();
        }
        int most = byUnit.values().stream().mapToInt(List::size).max().orElse(1);
        List<Panel> panels = byUnit.entrySet().stream().map(e -> panel(e.getKey(), e.getValue())).toList();
        return Optional.of(new Figure(ID, "Effects of the claims",
                "The effect of each claim that could be tested with its 95 % interval, measured from the bound that the claim names and"
                + " turned so that right of zero is as claimed, left against it. For claims of equality the dotted lines are the margin."
                + " Verdicts rest on p values corrected for the number of claims: an interval may clear zero by a little and its claim"
                + " still be"
                + " inconclusive.", 1, AROUND + ROW * most, panels, List.of()));
    }

    private static Optional<Row> row(ClaimResult claim) {
        return claim.interval().filter(i -> claim.test().isPresent()).map(i -> {
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

    private static Row oriented(ClaimResult claim, Interval i, double bound, boolean above) {
        return above ? new Row(claim, i.estimate() - bound, i.lower() - bound, i.upper() - bound, 0)
                : new Row(claim, bound - i.estimate(), bound - i.upper(), bound - i.lower(), 0);
    }

    private static String axis(Statement statement) {
        if (statement instanceof Statement.Equivalence) {
            return "difference from the published value (" + unit(statement.metric()) + ")";
        }
        String unit = statement instanceof Statement.Ratio ? "ratio" : statement instanceof Statement.Sooner ? "iterations" : unit(statement.metric());
        return "distance from the claim's bound (" + unit + ")";
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
