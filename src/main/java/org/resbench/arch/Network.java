package org.resbench.arch;

import java.util.List;

/** A network as plain data: layers in an order in which every layer comes after those it reads; the last one yields the class
 * scores (logits) {@code 1 x 1 x classes}. */
public record Network(String name, Shape input, int classes, List<Layer> layers) {
    /** The name under which layers read the image. */
    public static final String INPUT = "input";

    public Network {
        layers = List.copyOf(layers);
    }
}
