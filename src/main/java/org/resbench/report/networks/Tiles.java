package org.resbench.report.networks;

import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;

/** Turns pieces into tiles whose boxes are all of one width. */
record Tiles(double boxWidth) {

    /** Wide enough for every label, and for the image's. */
    static Tiles fitting(List<Piece> pieces, String image) {
        return new Tiles(BoxTile.AIR + Stream.concat(Stream.of(image), pieces.stream().flatMap(Tiles::labels))
                .mapToDouble(label -> Pen.width(label, Pen.LABEL)).max().orElse(0));
    }

    Tile of(Piece piece, Color fill) {
        if (piece instanceof Piece.Box box) {
            return box(box.label(), fill);
        }
        if (piece instanceof Piece.Block block) {
            return new BlockTile(column(block.layers(), fill), block.shortcut(), block.joint());
        }
        if (piece instanceof Piece.Fan fan) {
            return new FanTile(fan.ways().stream().map(way -> column(way, fill)).toList(), fan.joint());
        }
        Piece.Repeat repeat = (Piece.Repeat) piece;
        return new RepeatTile(of(repeat.piece(), fill), repeat.times());
    }

    Tile box(String label, Color fill) {
        return new BoxTile(label, boxWidth, fill);
    }

    private ColumnTile column(List<Piece> pieces, Color fill) {
        return new ColumnTile(pieces.stream().map(piece -> of(piece, fill)).toList());
    }

    private static Stream<String> labels(Piece piece) {
        if (piece instanceof Piece.Box box) {
            return Stream.of(box.label());
        }
        if (piece instanceof Piece.Block block) {
            return block.layers().stream().flatMap(Tiles::labels);
        }
        if (piece instanceof Piece.Fan fan) {
            return fan.ways().stream().flatMap(List::stream).flatMap(Tiles::labels);
        }
        return labels(((Piece.Repeat) piece).piece());
    }
}
