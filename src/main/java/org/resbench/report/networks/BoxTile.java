package org.resbench.report.networks;

import java.awt.Color;

/** One layer. */
record BoxTile(String label, double width, Color fill) implements Tile {
    static final double HEIGHT = 20;
    /** Between the label and the box's sides, both together. */
    static final double AIR = 16;

    @Override public double left() {
        return width / 2;
    }

    @Override public double right() {
        return width / 2;
    }

    @Override public double height() {
        return HEIGHT;
    }

    @Override public double firstMiddle() {
        return HEIGHT / 2;
    }

    @Override public boolean takesArrow() {
        return true;
    }

    @Override public void paint(Pen pen, double axis, double top) {
        pen.box(axis - width / 2, top, width, HEIGHT, fill);
        pen.centred(label, Pen.LABEL, axis, top + HEIGHT / 2);
    }
}
