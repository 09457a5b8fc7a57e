package org.resbench.report.networks;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.resbench.report.networks.Piece.Joint;

/** Lines under a drawing: what its marks mean, as far as it has them, and what is not drawn. */
final class Legend {
    private static final double ROW = 15;
    private static final double SIGN = 26;
    private static final double AIR = 6;

    private final Set<Boolean> shortcuts = new LinkedHashSet<>();
    private final Set<Joint> joints = EnumSet.noneOf(Joint.class);
    private final List<String> notes = new ArrayList<>();

    Legend(List<Piece> pieces, List<String> leftOut) {
        pieces.forEach(this::look);
        if (!leftOut.isEmpty()) {
            notes.add("Not drawn: " + String.join(", ", leftOut) + ".");
        }
    }

    private void look(Piece piece) {
        if (piece instanceof Piece.Block block) {
            shortcuts.add(block.shortcut().changesShape());
            joints.add(block.joint());
            block.layers().forEach(this::look);
        } else if (piece instanceof Piece.Fan fan) {
            joints.add(fan.joint());
            fan.ways().forEach(way -> way.forEach(this::look));
        } else if (piece instanceof Piece.Repeat repeat) {
            look(repeat.piece());
        }
    }

    double height() {
        return ROW * (shortcuts.size() + joints.size() + notes.size());
    }

    double width() {
        double signs = shortcuts.stream().map(Legend::words).mapToDouble(words -> SIGN + AIR + Pen.width(words, Pen.SMALL)).max().orElse(0);
        double circles = joints.stream().mapToDouble(joint -> SIGN + AIR + Pen.width(joint.words(), Pen.SMALL)).max().orElse(0);
        return Math.max(Math.max(signs, circles), notes.stream().mapToDouble(note -> Pen.width(note, Pen.SMALL)).max().orElse(0));
    }

    void paint(Pen pen, double left, double top) {
        double middle = top + ROW / 2;
        for (boolean changes : shortcuts.stream().sorted().toList()) {
            pen.sample(left, left + SIGN, middle, changes);
            pen.beside(words(changes), left + SIGN + AIR, middle);
            middle += ROW;
        }
        for (Joint joint : joints) {
            pen.joint(joint, left + SIGN / 2, middle);
            pen.beside(joint.words(), left + SIGN + AIR, middle);
            middle += ROW;
        }
        for (String note : notes) {
            pen.beside(note, left, middle);
            middle += ROW;
        }
    }

    private static String words(boolean changes) {
        return changes ? "shortcut that increases dimensions" : "shortcut";
    }
}
