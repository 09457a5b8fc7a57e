package org.resbench.report.networks;

import java.util.ArrayList;
import java.util.List;
import org.resbench.report.networks.Piece.Repeat;

/** Draws once what follows itself, in networks that would not fit on a page. */
final class Folding {
    /** The paper's figure 3 has 36 boxes in a column. */
    static final int MOST_BOXES = 40;

    private Folding() {}

    /** The pieces themselves if they are few enough. */
    static List<Piece> ifDeep(List<Piece> pieces) {
        return pieces.stream().mapToInt(Folding::rows).sum() <= MOST_BOXES ? pieces : folded(pieces);
    }

    static List<Piece> folded(List<Piece> pieces) {
        List<Piece> folded = new ArrayList<>();
        for (int first = 0, next; first < pieces.size(); first = next) {
            Piece piece = pieces.get(first);
            next = first + 1;
            while (next < pieces.size() && piece.isLike(pieces.get(next))) {
                next++;
            }
            folded.add(next - first == 1 ? piece : new Repeat(piece, next - first, pieces.get(next - 1).output()));
        }
        return folded;
    }

    /** Boxes below each other. */
    private static int rows(Piece piece) {
        if (piece instanceof Piece.Block block) {
            return block.layers().stream().mapToInt(Folding::rows).sum();
        }
        if (piece instanceof Piece.Fan fan) {
            return fan.ways().stream().mapToInt(way -> way.stream().mapToInt(Folding::rows).sum()).max().orElse(0);
        }
        return 1;
    }
}
