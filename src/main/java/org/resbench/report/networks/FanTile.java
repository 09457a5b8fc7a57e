package org.resbench.report.networks;

import java.util.List;
import org.resbench.report.networks.Piece.Joint;

/** Ways side by side between two horizontal lines. */
record FanTile(List<ColumnTile> ways, Joint joint) implements Tile {
    private static final double ABOVE = 8;
    private static final double LEAD = 13;
    private static final double BELOW = 8;
    private static final double BETWEEN = 10;

    FanTile {
        ways = List.copyOf(ways);
    }

    @Override public double left() {
        return width() / 2;
    }

    @Override public double right() {
        return width() / 2;
    }

    @Override public double height() {
        return ABOVE + LEAD + tallest() + BELOW + BELOW + 2 * Pen.JOINT_RADIUS;
    }

    @Override public double firstMiddle() {
        return ABOVE + LEAD + BoxTile.HEIGHT / 2;
    }

    private double width() {
        return ways.stream().mapToDouble(way -> way.left() + way.right()).sum() + BETWEEN * (ways.size() - 1);
    }

    private double tallest() {
        return ways.stream().mapToDouble(Tile::height).max().orElse(0);
    }

    @Override public void paint(Pen pen, double axis, double top) {
        double split = top + ABOVE;
        double start = split + LEAD;
        double merge = start + tallest() + BELOW;
        double circle = top + height() - Pen.JOINT_RADIUS;
        double x = axis - width() / 2;
        double first = x + ways.get(0).left();
        double last = axis + width() / 2 - ways.get(ways.size() - 1).right();
        pen.line(axis, top, axis, split);
        pen.line(first, split, last, split);
        pen.line(first, merge, last, merge);
        for (ColumnTile way : ways) {
            double own = x + way.left();
            way.lead(pen, own, split, start);
            way.paint(pen, own, start);
            pen.line(own, start + way.height(), own, merge);
            x += way.left() + way.right() + BETWEEN;
        }
        pen.line(axis, merge, axis, circle);
        pen.joint(joint, axis, circle);
    }
}
