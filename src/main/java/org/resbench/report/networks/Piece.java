package org.resbench.report.networks;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.resbench.arch.Shape;

/** What a drawing puts below what came before. */
sealed interface Piece {
    /** What the piece yields. */
    Shape output();

    /** Whether one drawing can stand for both: alike but for numbers of channels that nobody reads. */
    boolean isLike(Piece other);

    /** One layer. @param label such as {@code 3x3 conv, 64, /2} */
    record Box(String label, Shape output) implements Piece {
        @Override public boolean isLike(Piece other) {
            return other instanceof Box box && label.equals(box.label) && sameSides(output, box.output);
        }
    }

    /** Layers below each other with a shortcut beside them. */
    record Block(List<Piece> layers, Shortcut shortcut, Joint joint, Shape output) implements Piece {
        public Block {
            layers = List.copyOf(layers);
        }

        @Override public boolean isLike(Piece other) {
            return other instanceof Block block && shortcut.equals(block.shortcut) && joint == block.joint
                    && sameSides(output, block.output)
                    && alike(layers, block.layers);
        }
    }

    /** Ways side by side that start at one place and end in one; an empty way hands on what it gets. */
    record Fan(List<List<Piece>> ways, Joint joint, Shape output) implements Piece {
        public Fan {
            ways = ways.stream().map(List::copyOf).toList();
        }

        @Override public boolean isLike(Piece other) {
            return other instanceof Fan fan && joint == fan.joint && sameSides(output, fan.output) && ways.size() == fan.ways.size()
                    && IntStream.range(0, ways.size()).allMatch(i -> alike(ways.get(i), fan.ways.get(i)));
        }
    }

    /** Pieces that follow each other and are alike. @param piece the first of them @param output of the last one */
    record Repeat(Piece piece, int times, Shape output) implements Piece {
        @Override public boolean isLike(Piece other) {
            return false;
        }
    }

    /** @param label what lies on it; empty for an identity
     * @param changesShape drawn dotted, as in the paper's figure 3 */
    record Shortcut(Optional<String> label, boolean changesShape) {}

    /** How ways that meet become one. */
    enum Joint {
        ADD("sum"), CONCATENATE("concatenation of channels");

        private final String words;

        Joint(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private static boolean sameSides(Shape a, Shape b) {
        return a.height() == b.height() && a.width() == b.width();
    }

    private static boolean alike(List<Piece> some, List<Piece> others) {
        return some.size() == others.size() && IntStream.range(0, some.size()).allMatch(i -> some.get(i).isLike(others.get(i)));
    }
}
