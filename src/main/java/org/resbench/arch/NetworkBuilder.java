package org.resbench.arch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts layers one after the other and infers their shapes. Each {@code add} returns the layer's name, to be read by later ones:
 *
 * <pre>
 * String stem = builder.add("conv1", new Convolution(3, 16, 1, Padding.same(1), false), Network.INPUT);
 * String sum = builder.add("add", new Add(), left, right);
 * </pre> */
public final class NetworkBuilder {
    private final String name;
    private final int classes;
    private final Shape input;
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final List<Layer> layers = new ArrayList<>();
    private final List<AuxiliaryHead> heads = new ArrayList<>();

    /** @param name the network's */
    public NetworkBuilder(String name, Shape input, int classes) {
        this.name = name;
        this.input = input;
        this.classes = classes;
        shapes.put(Network.INPUT, input);
    }

    /** For an architecture, under its label.
     * @throws IllegalArgumentException if there are fewer than two classes */
    static NetworkBuilder of(Architecture architecture, Shape input, int classes) {
        if (classes < 2) {
            throw new IllegalArgumentException(architecture.label() + ": the number of classes must be 2 or more, not " + classes);
        }
        return new NetworkBuilder(architecture.label(), input, classes);
    }

    /** A map with a side of one pixel cannot be halved, though a padded window of stride 2 would fit.
     * @throws IllegalArgumentException if that is what the layer is about to do; names it */
    void requireHalvable(String layer, String read) {
        Shape map = shape(read);
        if (map.height() < 2 || map.width() < 2) {
            throw new IllegalArgumentException(name + " on input " + input + ": " + layer + ": the map vanishes: it is down to " + map
                    + " and cannot be halved any more; give larger images");
        }
    }

    /** Adds a layer.
     * @return its name
     * @throws IllegalArgumentException if the name is taken, an input unknown, or the inputs' shapes do not suit the operation; names
     *     the layer and the network's input */
    public String add(String layer, Operation operation, String... inputs) {
        if (shapes.containsKey(layer)) {
            throw new IllegalArgumentException(name + ": two layers are named '" + layer + "'");
        }
        List<String> read = List.of(inputs);
        Shape output;
        try {
            output = ShapeInference.of(operation, read.stream().map(this::shape).toList());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " on input " + input + ": " + layer + ": " + e.getMessage(), e);
        }
        shapes.put(layer, output);
        layers.add(new Layer(layer, operation, read, output));
        return layer;
    }

    /** The shape that a layer yields.
     * @throws IllegalArgumentException if there is no such layer yet */
    public Shape shape(String layer) {
        Shape shape = shapes.get(layer);
        if (shape == null) {
            throw new IllegalArgumentException("there is no layer '" + layer + "' before this one");
        }
        return shape;
    }

    /** Makes a layer that yields scores an auxiliary head; {@link #network} fails if it yields something else. */
    public void addHead(String layer, double lossWeight) {
        heads.add(new AuxiliaryHead(layer, lossWeight));
    }

    /** @throws IllegalArgumentException if the last layer does not yield one score for each class */
    public Network network() {
        return new Network(name, input, classes, layers, heads);
    }
}
