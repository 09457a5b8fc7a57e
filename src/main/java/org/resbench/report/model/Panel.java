package org.resbench.report.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One coordinate system of a figure. Bands are painted first, then curves in the order given, so faint ones come first.
 * @param title empty for none
 * @param remarks words put beside a point of the panel
 * @param heatMap shades in place of curves
 * @param bubbles over the curves */
public record Panel(String title, Axis x, Axis y, List<Band> bands, List<Curve> curves, List<Remark> remarks, Optional<HeatMap> heatMap,
                    Optional<Bubbles> bubbles) {
    /** @param x position on the x axis, NaN for the right edge */
    public record Remark(double x, double y, String text, Ink ink) {}

    public Panel {
        bands = List.copyOf(bands);
        curves = List.copyOf(curves);
        remarks = List.copyOf(remarks);
    }

    public Panel(String title, Axis x, Axis y, List<Band> bands, List<Curve> curves, List<Remark> remarks, Optional<HeatMap> heatMap) {
        this(title, x, y, bands, curves, remarks, heatMap, Optional.empty());
    }

    /** Bubbles over curves. */
    public Panel(String title, Axis x, Axis y, List<Curve> curves, Bubbles bubbles) {
        this(title, x, y, List.of(), curves, List.of(), Optional.empty(), Optional.of(bubbles));
    }

    public Panel(String title, Axis x, Axis y, List<Curve> curves, List<Remark> remarks) {
        this(title, x, y, List.of(), curves, remarks, Optional.empty());
    }

    public Panel(String title, Axis x, Axis y, List<Curve> curves) {
        this(title, x, y, curves, List.of());
    }

    /** A panel of nothing but a map, with a tick for every row and column. */
    public static Panel of(String title, String columnLabel, String rowLabel, HeatMap map) {
        return new Panel(title, axis(columnLabel, map.columns(), false), axis(rowLabel, map.rows(), true), List.of(), List.of(), List.of(),
                Optional.of(map));
    }

    private static Axis axis(String label, List<String> names, boolean fromTheTop) {
        int last = names.size() - 1;
        List<Axis.Tick> ticks = IntStream.rangeClosed(0, last)
                .mapToObj(i -> new Axis.Tick(fromTheTop ? last - i : i, names.get(i))).toList();
        return new Axis(label, Axis.Kind.LINEAR, -0.5, last + 0.5, ticks);
    }
}
