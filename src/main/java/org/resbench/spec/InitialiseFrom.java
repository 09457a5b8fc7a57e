package org.resbench.spec;

import java.util.List;

/** The trained network whose weights a training starts from, and what becomes of its layers. A layer is meant by its name or by the
 * beginning of it up to a point: {@code stage1} is {@code stage1.block1.conv1} and all others of that stage.
 * @param kind whether the path is a run folder or a file of weights
 * @param path as it can be opened from here; says nothing of the weights' identity
 * @param newLayers that are drawn anew instead of copied
 * @param freeze copied layers that training leaves as they are, batch norm's statistics included
 * @param sha256 of the weights: a run's {@code weights_sha256}, a file's own; empty while the source is not there */
public record InitialiseFrom(Kind kind, String path, List<String> newLayers, List<String> freeze, String sha256) {
    /** What {@code new_layers} says for a network without any copied layer. */
    static final String ALL = "all";

    /** Where weights are kept. */
    public enum Kind { RUN, WEIGHTS }

    public InitialiseFrom {
        newLayers = List.copyOf(newLayers);
        freeze = List.copyOf(freeze);
    }

    /** The same with known weights. */
    public InitialiseFrom of(String weightsSha256) {
        return new InitialiseFrom(kind, path, newLayers, freeze, weightsSha256);
    }

    /** Whether the source was there when the experiment was read. */
    public boolean known() {
        return !sha256.isEmpty();
    }

    /** Whether a layer is drawn anew. */
    public boolean drawsAnew(String layer) {
        return among(newLayers, layer);
    }

    /** Whether training leaves a layer as it is. */
    public boolean freezes(String layer) {
        return among(freeze, layer);
    }

    private static boolean among(List<String> prefixes, String layer) {
        return prefixes.stream().anyMatch(prefix -> matches(prefix, layer));
    }

    static boolean matches(String prefix, String layer) {
        return layer.equals(prefix) || layer.startsWith(prefix + ".");
    }
}
