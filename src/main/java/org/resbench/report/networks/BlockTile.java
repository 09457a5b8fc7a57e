package org.resbench.report.networks;

import org.resbench.report.networks.Piece.Joint;
import org.resbench.report.networks.Piece.Shortcut;

/** Layers with a shortcut to their right, and what lies on it written beside it. */
record BlockTile(ColumnTile layers, Shortcut shortcut, Joint joint) implements Tile {
    private static final double ABOVE = 12;
    private static final double BELOW = 8;
    private static final double OUT = 18;
    private static final double AIR = 5;
    /** From the tile's top to where the shortcut leaves. */
    private static final double LEAVES = 3;

    @Override public double left() {
        return layers.left();
    }

    @Override public double right() {
        return arc() + shortcut.label().map(label -> AIR + Pen.width(label, Pen.SMALL)).orElse(0.0);
    }

    @Override public double height() {
        return ABOVE + layers.height() + BELOW + 2 * Pen.JOINT_RADIUS;
    }

    @Override public double firstMiddle() {
        return ABOVE + layers.firstMiddle();
    }

    private double arc() {
        return layers.right() + OUT;
    }

    @Override public void paint(Pen pen, double axis, double top) {
        double circle = top + height() - Pen.JOINT_RADIUS;
        layers.lead(pen, axis, top, top + ABOVE);
        layers.paint(pen, axis, top + ABOVE);
        pen.line(axis, top + ABOVE + layers.height(), axis, circle);
        pen.arc(axis, top + LEAVES, axis + arc(), axis + Pen.JOINT_RADIUS, circle, shortcut.changesShape());
        pen.joint(joint, axis, circle);
        shortcut.label().ifPresent(label -> pen.beside(label, axis + arc() + AIR, (top + circle) / 2));
    }
}
