package org.resbench.report.networks;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.resbench.arch.counting.Counting;
import org.resbench.arch.Network;
import org.resbench.report.charts.Picture;

/** A network from its image at the top to its scores at the bottom, in the manner of He et al. 2015, figure 3: output sizes at the left,
 * shortcuts at the right, dotted where they change the shape. In a deep network what follows itself is drawn once, with its number. */
public final class NetworkPicture implements Picture {
    private static final double MARGIN = 14;
    private static final double HEADING = 18;
    private static final double FACTS = 14;
    private static final double AIR = 14;

    /** A tile with the output size that is written beside it; empty where it is the same as above. */
    private record Row(Tile tile, String size) {}

    private final Network network;
    private final List<Row> rows = new ArrayList<>();
    private final Legend legend;

    /** @param full draws every layer of a deep network too */
    public NetworkPicture(Network network, boolean full) {
        this.network = network;
        Outline outline = new Outline(network);
        List<Piece> pieces = full ? outline.pieces() : Folding.ifDeep(outline.pieces());
        legend = new Legend(pieces, outline.leftOut());
        String image = "image, " + network.input();
        Tiles tiles = Tiles.fitting(pieces, image);
        rows.add(new Row(tiles.box(image, Color.WHITE), ""));
        String size = "";
        int stage = -1;
        for (Piece piece : pieces) {
            String own = "output size: " + Stages.sides(piece.output());
            stage += own.equals(size) ? 0 : 1;
            rows.add(new Row(tiles.of(piece, StageColours.of(stage, piece.output())), own.equals(size) ? "" : own));
            size = own;
        }
    }

    @Override public String id() {
        return network.name();
    }

    @Override public Dimension size() {
        double drawing = sizes() + AIR + column().left() + column().right();
        double text = Math.max(Pen.width(network.name(), Pen.TITLE), facts().stream().mapToDouble(line -> Pen.width(line, Pen.SMALL)).max()
                .orElse(0));
        double width = Math.max(Math.max(drawing, text), legend.width());
        double height = heading() + column().height() + AIR + legend.height();
        return new Dimension((int) Math.ceil(width + 2 * MARGIN), (int) Math.ceil(height + 2 * MARGIN));
    }

    @Override public void paint(Graphics2D g) {
        Pen pen = new Pen(g);
        ColumnTile column = column();
        double y = MARGIN + HEADING - 4;
        pen.text(network.name(), Pen.TITLE, MARGIN, y);
        for (String line : facts()) {
            y += FACTS;
            pen.text(line, Pen.SMALL, MARGIN, y);
        }
        double top = MARGIN + heading();
        column.paint(pen, MARGIN + sizes() + AIR + column.left(), top);
        double at = top;
        for (Row row : rows) {
            if (!row.size().isEmpty()) {
                pen.beside(row.size(), MARGIN, at + row.tile().firstMiddle());
            }
            at += row.tile().height() + ColumnTile.GAP;
        }
        legend.paint(pen, MARGIN, top + column.height() + AIR);
    }

    private ColumnTile column() {
        return new ColumnTile(rows.stream().map(Row::tile).toList());
    }

    private double heading() {
        return HEADING + FACTS * facts().size() + AIR;
    }

    private double sizes() {
        return rows.stream().mapToDouble(row -> Pen.width(row.size(), Pen.SMALL)).max().orElse(0);
    }

    private List<String> facts() {
        return List.of(Counting.depth(network) + " weighted layers",
                String.format(Locale.ROOT, "%,d parameters", Counting.parameters(network)),
                String.format(Locale.ROOT, "%,d multiply-adds", Counting.multiplyAdds(network)));
    }
}
