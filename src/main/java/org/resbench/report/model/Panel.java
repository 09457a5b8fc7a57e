package org.resbench.report.model;

import java.util.List;

/** One coordinate system of a figure. Curves are painted in the order given, so faint ones come first.
 * @param title empty for none
 * @param remarks words put beside a point of the panel */
public record Panel(String title, Axis x, Axis y, List<Curve> curves, List<Remark> remarks) {
    /** @param x position on the x axis, NaN for the right edge */
    public record Remark(double x, double y, String text, Ink ink) {}

    public Panel {
        curves = List.copyOf(curves);
        remarks = List.copyOf(remarks);
    }

    public Panel(String title, Axis x, Axis y, List<Curve> curves) {
        this(title, x, y, curves, List.of());
    }
}
