package org.resbench.tf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.resbench.arch.Network;
import org.tensorflow.Graph;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/** A network with given weights, forward only: batch norm uses its moving statistics, and there is no optimiser. Far smaller than a
 * {@link TrainableNetwork}; for evaluating, predicting, exporting. Images are NHWC float32, {@code [count, height, width, channels]} as
 * {@code network.input()} says, row-major in one array that may be longer. Memory grows with {@code count}. Not thread-safe.
 *
 * <pre>
 * try (InferenceNetwork inference = InferenceNetwork.build(network, 1e-5, Device.AUTO)) {
 *     inference.write(Checkpoint.read(file).variables());
 *     float[] logits = inference.logits(pixels, 2);
 * }
 * </pre> */
public final class InferenceNetwork implements AutoCloseable {
    /** How the scores of chosen classes depend on what a layer yielded, which is what Grad-CAM draws.
     * @param output of the layer, {@code [count, height, width, channels]}
     * @param gradient of each image's score (logit) with respect to it, of the same shape */
    public record Sensitivity(float[] output, float[] gradient) {}

    private final Graph graph = new Graph();
    private final OpMaker ops = new OpMaker(graph);
    private final Variables variables = new Variables(ops);
    private final Network network;
    private final Feed.Inputs inputs;
    private final Lowering lowering;
    private final Output<?> logits;
    private final Output<?> chosen;
    private final Map<String, Output<?>> gradients = new HashMap<>();
    private final Session session;
    private final Tracing tracing;

    private InferenceNetwork(Network network, double epsilon, Device device) {
        this.network = network;
        inputs = Feed.Inputs.of(ops, network.input());
        lowering = Lowering.forTesting(ops, variables, epsilon);
        // TensorFlow does not yield what it was fed; through an identity the image is a layer like the others.
        logits = lowering.lower(network, ops.unary("Identity", "image", inputs.images()));
        Output<?> oneHot = ops.unary("OneHot", "chosen/one_hot", inputs.labels(), ops.scalar(network.classes()), ops.scalar(1f),
                ops.scalar(0f));
        chosen = ops.unary("Mul", "chosen/scores", logits, oneHot);
        session = new Session(graph, device.configuration(network.layers().size()));
        tracing = new Tracing(graph, network);
    }

    /** Builds the graph; its variables have no values until {@link #write}.
     * @param epsilon of batch norm, as the weights were trained with */
    public static InferenceNetwork build(Network network, double epsilon, Device device) {
        return new InferenceNetwork(network, epsilon, device);
    }

    /** Every weight's shape by name, moving statistics included, in the network's order. */
    public Map<String, long[]> shapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        variables.shapes().forEach((name, shape) -> shapes.put(name, shape.asArray()));
        return shapes;
    }

    /** Sets all weights, row-major. What an optimiser keeps beside them (momentum in a checkpoint) is passed over.
     * @throws IllegalArgumentException if a weight is missing, has another size, or belongs to no layer; names all of them */
    public void write(Map<String, float[]> values) {
        Map<String, float[]> weights = TrainableNetwork.weights(values);
        List<String> faults = new ArrayList<>();
        variables.shapes().forEach((name, shape) -> {
            float[] given = weights.get(name);
            if (given == null) {
                faults.add(name + " is missing");
            } else if (given.length != shape.size()) {
                faults.add(name + " has " + given.length + " values, not the " + shape.size() + " of its shape " + shape);
            }
        });
        new TreeSet<>(weights.keySet()).stream().filter(name -> variables.get(name) == null)
                .forEach(name -> faults.add(name + " is of no layer"));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("these weights are not of " + network.name() + ": " + String.join("; ", faults));
        }
        variables.write(session, weights);
    }

    /** The class scores before softmax, {@code [count, classes]}. */
    public float[] logits(float[] pixels, int count) {
        return fetch(logits, pixels, count);
    }

    /** Calls {@code pass}, which asks for {@link #logits}, and tells what TensorFlow did for them, operation by operation. */
    public StepTrace trace(Runnable pass) {
        return tracing.during(pass);
    }

    /** What a layer, or {@link Network#INPUT}, yields, {@code [count, height, width, channels]} (of a fully connected layer {@code [count,
     * units]}).
     * @throws IllegalArgumentException if the network has no layer of that name */
    public float[] output(String layer, float[] pixels, int count) {
        return fetch(layerOutput(layer), pixels, count);
    }

    /** A layer's output, and the gradient of the score of a class with respect to it.
     * @param classes one for each image
     * @throws IllegalArgumentException if the network has no layer of that name, or a class is none of the network's */
    public Sensitivity sensitivity(String layer, float[] pixels, int[] classes) {
        for (int index : classes) {
            if (index < 0 || index >= network.classes()) {
                throw new IllegalArgumentException(network.name() + " has classes 0 to " + (network.classes() - 1) + ", not " + index);
            }
        }
        Output<?> output = layerOutput(layer);
        // Images do not meet in testing, so the gradient of the sum of scores holds each image's own.
        Output<?> gradient = gradients.computeIfAbsent(layer, name -> graph.addGradients(chosen, new Output<?>[] {output})[0]);
        try (Feed feed = new Feed(inputs, pixels, classes, 0, classes.length);
                Result result = feed.into(session.runner()).fetch(output).fetch(gradient).run()) {
            return new Sensitivity(Variables.floats((TFloat32) result.get(0)), Variables.floats((TFloat32) result.get(1)));
        }
    }

    private Output<?> layerOutput(String layer) {
        Output<?> output = lowering.output(layer);
        if (output == null) {
            throw new IllegalArgumentException(network.name() + " has no layer '" + layer + "'; `resbench network " + network.name()
                    + "` lists them");
        }
        return output;
    }

    private float[] fetch(Output<?> output, float[] pixels, int count) {
        try (Feed feed = new Feed(inputs, pixels, new int[count], 0, count);
                Result result = tracing.run(feed.into(session.runner()).fetch(output))) {
            return Variables.floats((TFloat32) result.get(0));
        }
    }

    /** Where TensorFlow put the weights, and so the work: {@code CPU:0} or {@code GPU:0}. Needs values to be written. */
    public String placement() {
        return Devices.placement(session, variables.any().read());
    }

    /** For what else this package makes of the graph, such as a SavedModel; still owned, and closed, by this network. */
    Session session() {
        return session;
    }

    Graph graph() {
        return graph;
    }

    /** Where images enter, {@code [n, height, width, channels]}. */
    Output<?> images() {
        return inputs.images();
    }

    /** Class scores before softmax, {@code [n, classes]}. */
    Output<?> scores() {
        return logits;
    }

    @Override public void close() {
        session.close();
        graph.close();
    }
}
