package org.resbench.profile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.resbench.arch.Layer;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;
import org.resbench.arch.counting.Counting;
import org.resbench.tf.StepTrace;
import org.resbench.tf.StepTrace.Phase;

/** Says of each traced operation which kind of work it is, and how many multiply-adds it makes or bytes it moves.
 *
 * <p>Multiply-adds: of a convolution or a fully connected layer, forward and for each of its two gradients, the paper's number for the
 * layer.
 *
 * <p>Bytes, where a layer does little else than move values; a map of float32 is read or written so many times:
 * <ul><li>batch norm 3 (read for the statistics, read again and written), with given statistics 2; its gradient 5 (map and gradient read
 * twice, gradient written)
 * <li>ReLU 2; its gradient 3 (gradient and map read, gradient written)
 * <li>addition 3; a sum of n gradients n + 1.</ul>
 * A cache that holds the map saves some of that, so these rates may exceed what memory yields. */
final class Attribution {
    /** Of operations that multiply, whatever TensorFlow made of them. */
    private static final Set<String> PRODUCTS = Set.of("Conv2D", "MatMul");

    private final Map<String, Layer> layers = new HashMap<>();
    private final Map<String, Shape> inputs = new HashMap<>();
    private final Map<String, Long> multiplyAdds = new HashMap<>();
    private final int batch;
    private final boolean training;
    private final Set<String> counted = new HashSet<>();

    Attribution(Network network, int batch, boolean training) {
        this.batch = batch;
        this.training = training;
        Map<String, Shape> outputs = new HashMap<>(Map.of(Network.INPUT, network.input()));
        for (Counting.LayerSize size : Counting.layers(network)) {
            Layer layer = size.layer();
            layers.put(layer.name(), layer);
            inputs.put(layer.name(), outputs.get(layer.inputs().get(0)));
            outputs.put(layer.name(), layer.output());
            multiplyAdds.put(layer.name(), size.multiplyAdds());
        }
    }

    /** Call it once for each operation of a step: a layer's multiply-adds go to its first product in a phase. */
    Part of(StepTrace.Operation operation) {
        Kind kind = kind(operation);
        return new Part(operation, kind, multiplyAdds(operation, kind), bytes(operation, kind));
    }

    private Kind kind(StepTrace.Operation operation) {
        Layer layer = layers.get(operation.layer());
        boolean gradient = operation.phase() == Phase.GRADIENTS_TO_INPUTS || operation.phase() == Phase.GRADIENTS_TO_PARAMETERS;
        if (operation.phase() == Phase.UPDATE) {
            return Kind.UPDATE;
        }
        if (gradient && operation.type().equals("AddN")) {
            return Kind.ADDITION;
        }
        if (layer != null) {
            return layer.operation().read(new LayerKind(operation.phase()));
        }
        return gradient || operation.phase() == Phase.FORWARD ? Kind.LOSS : Kind.OTHER;
    }

    private long multiplyAdds(StepTrace.Operation operation, Kind kind) {
        boolean product = PRODUCTS.stream().anyMatch(operation.type()::contains)
                && switch (kind) {
                    case CONVOLUTION, CONVOLUTION_FILTERS, CONVOLUTION_INPUTS, FULLY_CONNECTED -> true;
                    default -> false;
                };
        return product && counted.add(operation.layer() + " " + operation.phase()) ? multiplyAdds.get(operation.layer()) * batch : 0;
    }

    private long bytes(StepTrace.Operation operation, Kind kind) {
        if (!layers.containsKey(operation.layer())) {
            return 0;
        }
        long map = (kind == Kind.ADDITION ? layers.get(operation.layer()).output()
                : inputs.get(operation.layer())).elements() * batch * Float.BYTES;
        String type = operation.type();
        return map * switch (kind) {
            case BATCH_NORM -> type.startsWith("FusedBatchNorm") ? training ? 3 : 2 : 0;
            case BATCH_NORM_GRADIENT -> type.startsWith("FusedBatchNorm") ? 5 : 0;
            case RELU -> type.equals("Relu") ? 2 : 0;
            case RELU_GRADIENT -> type.equals("ReluGrad") ? 3 : 0;
            case ADDITION -> type.equals("AddN") ? operation.inputs() + 1 : type.equals("AddV2") ? 3 : 0;
            default -> 0;
        };
    }

    /** @param multiplyAdds 0 where none are known @param bytes read and written, 0 where none are known */
    record Part(StepTrace.Operation operation, Kind kind, long multiplyAdds, long bytes) {}
}
