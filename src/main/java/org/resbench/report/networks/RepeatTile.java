package org.resbench.report.networks;

/** A tile in a frame, with how often it follows itself. */
record RepeatTile(Tile tile, int times) implements Tile {
    private static final double AROUND = 7;
    private static final double AIR = 6;

    @Override public double left() {
        return tile.left() + AROUND;
    }

    @Override public double right() {
        return tile.right() + AROUND + AIR + Pen.width(words(), Pen.STRONG);
    }

    @Override public double height() {
        return tile.height() + 2 * AROUND + ColumnTile.GAP / 2;
    }

    @Override public double firstMiddle() {
        return inner() + tile.firstMiddle();
    }

    private static double inner() {
        return AROUND + ColumnTile.GAP / 2;
    }

    private String words() {
        return "x " + times;
    }

    @Override public void paint(Pen pen, double axis, double top) {
        double inner = top + inner();
        pen.frame(axis - left(), top, tile.left() + tile.right() + 2 * AROUND, height());
        tile.lead(pen, axis, top, inner);
        tile.paint(pen, axis, inner);
        pen.line(axis, inner + tile.height(), axis, top + height());
        pen.text(words(), Pen.STRONG, axis + tile.right() + AROUND + AIR, top + height() / 2 + Pen.STRONG.getSize2D() * 0.36);
    }
}
