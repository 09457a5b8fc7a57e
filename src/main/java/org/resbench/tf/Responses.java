package org.resbench.tf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.resbench.arch.Layer;
import org.resbench.arch.Network;
import org.resbench.arch.Operation;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Moments of the outputs of each 3x3 convolution after its batch norm, before ReLU or addition, over all images, places and channels.
 * @see "He et al. 2015, section 4.2, Analysis of Layer Responses, and figure 7" */
final class Responses {
    private static final int KERNEL = 3;

    private record Outputs(Output<?> size, Output<?> mean, Output<?> variance) {}

    private final Map<String, Outputs> byLayer = new LinkedHashMap<>();

    /** @param lowered the network whose responses are meant, with or without training statistics */
    Responses(OpMaker ops, Network network, Lowering lowered) {
        Map<String, Layer> layers = network.layers().stream().collect(Collectors.toMap(Layer::name, layer -> layer));
        for (Layer layer : network.layers()) {
            Layer source = layers.get(layer.inputs().get(0));
            if (layer.operation() instanceof Operation.BatchNorm && source != null
                    && source.operation() instanceof Operation.Convolution convolution && convolution.size() == KERNEL) {
                byLayer.put(source.name(), outputs(ops, "responses/" + source.name(), lowered.output(layer.name())));
            }
        }
    }

    private static Outputs outputs(OpMaker ops, String name, Output<?> response) {
        Output<?> all = ops.vector(0, 1, 2, 3);
        Output<?> mean = ops.op("Mean", name + "/mean").addInput(response).addInput(all).setAttr("keep_dims", true).build().output(0);
        Output<?> variance = ops.unary("Mean", name + "/variance", ops.unary("SquaredDifference", name + "/squares", response, mean), all);
        return new Outputs(ops.unary("Size", name + "/size", response), ops.unary("Reshape", name + "/scalar", mean, ops.vector()),
                variance);
    }

    /** Moments by convolution, in the network's order. */
    Map<String, Moments> of(Session session, Feed feed) {
        Session.Runner runner = feed.into(session.runner());
        byLayer.values().forEach(outputs -> List.of(outputs.size(), outputs.mean(), outputs.variance()).forEach(runner::fetch));
        Map<String, Moments> moments = new LinkedHashMap<>();
        try (Result result = runner.run()) {
            int i = 0;
            for (String layer : byLayer.keySet()) {
                int count = ((TInt32) result.get(i++)).getInt();
                double mean = ((TFloat32) result.get(i++)).getFloat();
                double variance = ((TFloat32) result.get(i++)).getFloat();
                moments.put(layer, new Moments(count, mean, variance * count));
            }
        }
        return moments;
    }
}
