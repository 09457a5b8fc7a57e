package org.resbench.report.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;

/** A network in a few words, one entry for each size of map, in the manner of the paper's table 1. */
public final class Stages {
    private static final String TIMES = " × ";

    private Stages() {}

    /** @param outputSize side of the map, or height x width
     * @param layers such as {@code 3x3 max pool, /2; [3x3, 64; 3x3, 64] × 3}: blocks in brackets, the stride of their first layer left
     *     out */
    public record Stage(String outputSize, String layers) {}

    public static List<Stage> of(Network network) {
        List<Stage> stages = new ArrayList<>();
        String size = "";
        List<String> words = new ArrayList<>();
        for (Piece piece : new Outline(network).pieces()) {
            String own = sides(piece.output());
            if (!own.equals(size) && !words.isEmpty()) {
                stages.add(new Stage(size, folded(words)));
                words.clear();
            }
            words.add(words(piece));
            size = own;
        }
        stages.add(new Stage(size, folded(words)));
        return List.copyOf(stages);
    }

    static String sides(Shape shape) {
        return shape.height() == shape.width() ? Integer.toString(shape.height()) : shape.height() + "x" + shape.width();
    }

    private static String folded(List<String> words) {
        List<String> parts = new ArrayList<>();
        for (int first = 0, next; first < words.size(); first = next) {
            next = first + 1;
            while (next < words.size() && words.get(next).equals(words.get(first))) {
                next++;
            }
            String word = words.get(first);
            parts.add(next - first == 1 && !word.startsWith("[") ? word : word + TIMES + (next - first));
        }
        return String.join("; ", parts);
    }

    private static String words(Piece piece) {
        if (piece instanceof Piece.Block block) {
            return "[" + block.layers().stream().map(layer -> words(layer).replaceAll(", /\\d+", "")).collect(Collectors.joining("; "))
                    + "]";
        }
        if (piece instanceof Piece.Fan fan) {
            return "[" + fan.ways().stream().map(way -> way.stream().map(Stages::words).collect(Collectors.joining("; ")))
                    .collect(Collectors.joining(" | ")) + "]";
        }
        return ((Piece.Box) piece).label().replace(" conv,", ",");
    }
}
