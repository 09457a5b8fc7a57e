package org.resbench.report.networks;

import java.util.List;

/** Tiles below each other, joined by arrows. Without any it is a point on the way. */
record ColumnTile(List<Tile> tiles) implements Tile {
    static final double GAP = 13;

    ColumnTile {
        tiles = List.copyOf(tiles);
    }

    @Override public double left() {
        return tiles.stream().mapToDouble(Tile::left).max().orElse(0);
    }

    @Override public double right() {
        return tiles.stream().mapToDouble(Tile::right).max().orElse(0);
    }

    @Override public double height() {
        return tiles.stream().mapToDouble(Tile::height).sum() + GAP * Math.max(0, tiles.size() - 1);
    }

    @Override public double firstMiddle() {
        return tiles.isEmpty() ? 0 : tiles.get(0).firstMiddle();
    }

    @Override public boolean takesArrow() {
        return !tiles.isEmpty() && tiles.get(0).takesArrow();
    }

    @Override public void paint(Pen pen, double axis, double top) {
        double y = top;
        for (int i = 0; i < tiles.size(); i++) {
            if (i > 0) {
                tiles.get(i).lead(pen, axis, y, y + GAP);
                y += GAP;
            }
            tiles.get(i).paint(pen, axis, y);
            y += tiles.get(i).height();
        }
    }
}
