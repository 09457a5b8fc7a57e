package org.resbench.arch.counting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.resbench.arch.Layer;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;

/** Counts parameters, multiply-adds and activations of a network, for one image and the forward pass.
 * Conventions (the paper's): multiply-adds of convolutions and fully connected layers only, biases left out; parameters are what is
 * trained, so batch norm has scale and offset and not its moving statistics.
 * @see "He et al. 2015, Table 1 and section 3.3: FLOPs there are multiply-adds" */
public final class Counting {
    private static final Weighted WEIGHTED = new Weighted();

    private Counting() {}

    /** One layer's size.
     * @param multiplyAdds its work for one image, forward, as a {@link Convention} counts and in its unit; the paper's if none was named
     * @param activations values that it yields for one image */
    public record LayerSize(Layer layer, long parameters, long multiplyAdds, long activations) {}

    /** Every layer's size, in the network's order, by the paper's convention. */
    public static List<LayerSize> layers(Network network) {
        return layers(network, Convention.PAPER);
    }

    /** Every layer's size, in the network's order. Layers of auxiliary heads are layers like others, though testing leaves them out.
     * @throws IllegalArgumentException if the convention says nothing of one of them; names it */
    public static List<LayerSize> layers(Network network, Convention convention) {
        Map<String, Shape> shapes = new HashMap<>();
        shapes.put(Network.INPUT, network.input());
        List<LayerSize> sizes = new ArrayList<>();
        for (Layer layer : network.layers()) {
            List<Shape> inputs = layer.inputs().stream().map(shapes::get).toList();
            sizes.add(new LayerSize(layer, layer.operation().read(new Parameters(inputs.get(0))), convention.count(layer, inputs),
                    layer.output().elements()));
            shapes.put(layer.name(), layer.output());
        }
        return List.copyOf(sizes);
    }

    /** Trainable values of the whole network. */
    public static long parameters(Network network) {
        return sum(network, LayerSize::parameters);
    }

    /** Multiply-adds of the whole network for one image, forward. A training step takes about three times as many for each image. */
    public static long multiplyAdds(Network network) {
        return sum(network, LayerSize::multiplyAdds);
    }

    /** Work of the whole network for one image, forward, in the convention's unit.
     * @throws IllegalArgumentException if the convention says nothing of a layer; names it */
    public static long forward(Network network, Convention convention) {
        return layers(network, convention).stream().mapToLong(LayerSize::multiplyAdds).sum();
    }

    /** Work of a training step, forward and backward ({@link Convention#TRAINING_FACTOR} times forward), for a batch.
     * @throws IllegalArgumentException if the convention says nothing of a layer; names it */
    public static long trainingStep(Network network, Convention convention, int batch) {
        return Convention.TRAINING_FACTOR * batch * forward(network, convention);
    }

    /** Memory that a training step takes; {@link TrainingMemory} states the model. */
    public static TrainingMemory trainingMemory(Network network, int batch) {
        return TrainingMemory.of(network, batch);
    }

    /** Bytes that the scores of a batch take: parameters, and four times the largest map. Two neighbouring maps at a time would do; blocks
     * that keep several are allowed for by the sum of the two largest, doubled. */
    public static long inferenceBytes(Network network, int batch) {
        long largest = network.layers().stream().map(Layer::output).mapToLong(Shape::elements).max().orElse(0);
        return Float.BYTES * (parameters(network) + 4L * batch * largest);
    }

    /** Values that all layers yield for one image. Training keeps most of them for the backward pass, as 4-byte floats. */
    public static long activations(Network network) {
        return sum(network, LayerSize::activations);
    }

    /** Weighted layers (convolutions and fully connected ones) on the longest way from the image to the scores, which is how the paper
     * counts a network's layers: projections beside the main path add none. */
    public static int depth(Network network) {
        Map<String, Integer> depths = new HashMap<>();
        depths.put(Network.INPUT, 0);
        int depth = 0;
        for (Layer layer : network.layers()) {
            int before = layer.inputs().stream().mapToInt(depths::get).max().orElse(0);
            depth = before + (layer.operation().read(WEIGHTED) ? 1 : 0);
            depths.put(layer.name(), depth);
        }
        return depth;
    }

    private static long sum(Network network, ToLongFunction<LayerSize> size) {
        return layers(network).stream().mapToLong(size).sum();
    }
}
