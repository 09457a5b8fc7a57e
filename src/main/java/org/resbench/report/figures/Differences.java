package org.resbench.report.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.resbench.claims.explain.Ablation;
import org.resbench.claims.explain.OneDifference;
import org.resbench.report.model.Axis;
import org.resbench.report.model.Axis.Tick;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Ink;
import org.resbench.report.model.Ink.Marker;
import org.resbench.report.model.Ink.Stroke;
import org.resbench.report.model.Ink.Weight;
import org.resbench.report.model.Panel;
import org.resbench.stats.Interval;

/** A forest plot of an ablation: the effect of each difference on the test error, with its interval. */
public final class Differences {
    public static final String ID = "differences";
    private static final int ROW = 20;
    private static final int AROUND = 66;
    private static final double LEVEL = 0.05;

    private Differences() {}

    /** Empty when nothing could be tested. */
    public static Optional<Figure> of(Ablation ablation) {
        List<OneDifference> rows = ablation.differences().stream().filter(row -> row.effect().isPresent()).toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Figure(ID, "One difference at a time", "By how many points the test error is higher with one "
                + "difference from the recipe of the first cell; 95 % Welch intervals. "
                + "Bold and coloured where p, corrected by Holm over all rows, is at most 0.05.", 1,
                AROUND + ROW * rows.size(), List.of(panel(rows)), List.of()));
    }

    private static Panel panel(List<OneDifference> rows) {
        double low = rows.stream().mapToDouble(row -> row.effect().orElseThrow().lower()).min().orElse(0);
        double high = rows.stream().mapToDouble(row -> row.effect().orElseThrow().upper()).max().orElse(0);
        double air = 0.04 * (Math.max(0, high) - Math.min(0, low));
        List<Tick> names = IntStream.range(0, rows.size()).mapToObj(i -> new Tick(rows.size() - i, name(rows.get(i)))).toList();
        Axis y = new Axis("", Axis.Kind.LINEAR, 0.4, rows.size() + 0.6, names);
        List<Curve> curves = new ArrayList<>();
        curves.add(new Curve("no effect", new Ink(Ink.BLACK, Stroke.SOLID, Weight.NORMAL, Marker.NONE), List.of(0.0, 0.0),
                List.of(y.minimum(), y.maximum())));
        for (int i = 0; i < rows.size(); i++) {
            Interval effect = rows.get(i).effect().orElseThrow();
            double at = rows.size() - i;
            Ink ink = ink(rows.get(i), effect);
            curves.add(new Curve(rows.get(i).cell() + " interval", ink.with(Marker.NONE),
                    List.of(effect.lower(), effect.upper()), List.of(at, at)));
            curves.add(new Curve(rows.get(i).cell() + " effect", ink.with(Stroke.NONE), List.of(effect.estimate()), List.of(at)));
        }
        return new Panel("", Axis.linear("effect on the test error (percentage points; right is worse)",
                Math.min(0, low) - air, Math.max(0, high) + air), y, curves);
    }

    private static Ink ink(OneDifference row, Interval effect) {
        if (row.adjustedPValue().orElse(1.0) > LEVEL) {
            return new Ink(Ink.BLACK, Stroke.SOLID, Weight.NORMAL, Marker.DIAMOND);
        }
        return effect.estimate() > 0 ? new Ink(Ink.VERMILLION, Stroke.SOLID, Weight.BOLD, Marker.SQUARE)
                : new Ink(Ink.GREEN, Stroke.SOLID, Weight.BOLD, Marker.CIRCLE);
    }

    /** The change in few words: values in braces would not fit. */
    private static String name(OneDifference row) {
        return row.changes().size() == 1 || row.cell().length() > 50
                ? row.changes().get(0).shortWords() + (row.changes().size() > 1 ? ", …" : "")
                : row.changes().stream().map(change -> change.shortWords()).reduce((a, b) -> a + ", " + b).orElse(row.cell());
    }
}
