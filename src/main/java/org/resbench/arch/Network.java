package org.resbench.arch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A network as plain data: layers in an order in which every layer comes after those it reads; the last one yields the class
 * scores (logits) {@code 1 x 1 x classes}. */
public record Network(String name, Shape input, int classes, List<Layer> layers) {
    /** The name under which layers read the image. */
    public static final String INPUT = "input";

    /** @throws IllegalArgumentException if there are no layers, two have one name, one comes before a layer that it reads, or the last
     *     does not yield one score for each class */
    public Network {
        layers = List.copyOf(layers);
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
        Shape scores = layers.get(layers.size() - 1).output();
        if (!scores.equals(new Shape(1, 1, classes))) {
            throw new IllegalArgumentException(name + ": the last layer must yield 1x1x" + classes + ", one score for each class, not " + scores);
        }
    }
}
