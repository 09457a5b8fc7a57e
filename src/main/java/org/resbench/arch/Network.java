package org.resbench.arch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A network as plain data: layers in an order in which every layer comes after those it reads; the last one yields the class
 * scores (logits) {@code 1 x 1 x classes}. Layers that only auxiliary heads read are layers like others: they are counted and
 * trained; drawings leave them out, and in testing they do nothing.
 * @param auxiliaryHeads further layers that yield scores, in training only; most networks have none */
public record Network(String name, Shape input, int classes, List<Layer> layers, List<AuxiliaryHead> auxiliaryHeads) {
    /** The name under which layers read the image. */
    public static final String INPUT = "input";

    /** @throws IllegalArgumentException if there are no layers, two have one name, one comes before a layer that it reads, or the last or
     *     an auxiliary head does not yield one score for each class */
    public Network {
        layers = List.copyOf(layers);
        auxiliaryHeads = List.copyOf(auxiliaryHeads);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException(name + ": a network needs layers");
        }
        Set<String> known = new HashSet<>(Set.of(INPUT));
        for (Layer layer : layers) {
            for (String read : layer.inputs()) {
                if (!known.contains(read)) {
                    throw new IllegalArgumentException(name + ": " + layer.name() + " reads '" + read + "', which does not come before it");
                }
            }
            if (!known.add(layer.name())) {
                throw new IllegalArgumentException(name + ": two layers are named '" + layer.name() + "'");
            }
        }
        requireScores(name, layers.get(layers.size() - 1), classes);
        for (AuxiliaryHead head : auxiliaryHeads) {
            requireScores(name, layers.stream().filter(layer -> layer.name().equals(head.layer())).findFirst().orElseThrow(
                    () -> new IllegalArgumentException(name + ": there is no layer '" + head.layer() + "' for an auxiliary head")),
                    classes);
        }
    }

    /** Without auxiliary heads. */
    public Network(String name, Shape input, int classes, List<Layer> layers) {
        this(name, input, classes, layers, List.of());
    }

    private static void requireScores(String name, Layer layer, int classes) {
        if (!layer.output().equals(new Shape(1, 1, classes))) {
            throw new IllegalArgumentException(name + ": " + layer.name() + " must yield 1x1x" + classes
                    + ", one score for each class, not "
                    + layer.output());
        }
    }
}
