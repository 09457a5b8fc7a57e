package org.resbench.tf;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.resbench.arch.AuxiliaryHead;
import org.resbench.arch.Layer;
import org.resbench.arch.Network;
import org.resbench.arch.Operation;
import org.resbench.arch.Shape;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Training batch norm and the ReLU after it as one operation, which writes a map once instead of twice. TensorFlow's own rewriting joins
 * the two in testing only. The operation is TensorFlow's ({@code _FusedBatchNormEx}), and its CPU kernel is oneDNN's, so not every platform
 * has it: {@link #worksOn} tries. Values and gradients are the same to the last bit as those of the two operations;
 * where a map's gradient is a sum of more than two, as in DenseNet, TensorFlow may add in another order. */
final class NormRelu {
    private static final String TYPE = "_FusedBatchNormEx";
    private static final int NORM_INPUTS = 5;
    /** The operation wants so many channels, or a multiple. */
    private static final int CHANNELS = 4;

    private NormRelu() {}

    /** Names of layers of batch norm that take their statistics from the batch and that nothing but one ReLU reads.
     * Vectors, and numbers of channels that the operation does not take, are left out. */
    static Set<String> normsBeforeRelu(Network network, Predicate<String> frozen) {
        Map<String, Integer> readers = new HashMap<>();
        Set<String> norms = new HashSet<>();
        network.layers().forEach(layer -> layer.inputs().forEach(input -> readers.merge(input, 1, Integer::sum)));
        network.auxiliaryHeads().stream().map(AuxiliaryHead::layer).forEach(layer -> readers.merge(layer, 1, Integer::sum));
        for (Layer layer : network.layers()) {
            if (layer.operation() instanceof Operation.BatchNorm && fits(layer.output()) && !frozen.test(layer.name())) {
                norms.add(layer.name());
            }
        }
        Set<String> joined = new HashSet<>();
        for (Layer layer : network.layers()) {
            String input = layer.inputs().get(0);
            if (layer.operation() instanceof Operation.Relu && norms.contains(input) && readers.get(input) == 1) {
                joined.add(input);
            }
        }
        return joined;
    }

    private static boolean fits(Shape map) {
        return map.height() > 1 && map.channels() % CHANNELS == 0;
    }

    /** @param given {@code [n, height, width, channels]} @param scale and offset, {@code [channels]}
     * @return outputs as of {@code FusedBatchNormV3}: normed and cut off at zero, mean, variance (n-1), and three for the gradient */
    static GraphOperation build(OpMaker ops, String name, Output<?> given, Output<?> scale, Output<?> offset,
                                Output<?> unread, float epsilon) {
        Gradient.register();
        return ops.op(TYPE, name).addInput(given).addInput(scale).addInput(offset).addInput(unread).addInput(unread)
                .addInputList(new Output<?>[0]).setAttr("epsilon", epsilon).setAttr("is_training", true).setAttr("num_side_inputs", 0L)
                .setAttr("activation_mode", "Relu").build();
    }

    /** Whether a CPU does the work, and its TensorFlow has the operation and answers what it should. */
    static boolean worksOn(Device device) {
        return device != Device.GPU && Here.WORKS && (device == Device.CPU || !Devices.hasGpu());
    }

    /** Tried once a process. */
    private static final class Here {
        static final boolean WORKS = tried();

        private static boolean tried() {
            int channels = 16;
            float[] given = new float[4 * channels];
            IntStream.range(0, given.length).forEach(i -> given[i] = (float) Math.sin(i));
            try (Graph graph = new Graph(); Session session = new Session(graph, Device.CPU.configuration(GraphRewriting.DEEP + 1))) {
                OpMaker ops = new OpMaker(graph);
                Output<?> rows = ops.constant(4, channels, given);
                Output<?> map = ops.unary("Reshape", "map", rows, ops.vector(1, 2, 2, channels));
                Output<?> scale = ops.unary("Reshape", "scale", ops.constant(1, channels, Arrays.copyOf(given, channels)), ops.vector(-1));
                Output<?> unread = ops.emptyVector();
                Output<?> joined = build(ops, "joined", map, scale, scale, unread, 1e-5f).output(0);
                Output<?> apart = ops.unary("Relu", "apart", ops.op("FusedBatchNormV3", "norm").addInput(map)
                        .addInput(scale).addInput(scale)
                        .addInput(unread).addInput(unread).setAttr("epsilon", 1e-5f).setAttr("is_training", true).build().output(0));
                try (Result result = session.runner().fetch(joined).fetch(apart).run()) {
                    return Arrays.equals(Variables.floats((TFloat32) result.get(0)), Variables.floats((TFloat32) result.get(1)));
                }
            } catch (TensorFlowException | IllegalArgumentException | IllegalStateException e) {
                return false;
            }
        }
    }

    /** That of ReLU, then that of batch norm. The sixth output, which marks what was cut off, is not read: CPU kernels of batch norm's
     * gradient leave that input alone, and unread it takes no memory until then. */
    private static final class Gradient {
        static {
            if (!TensorFlow.registerCustomGradient(TYPE, Gradient::of)) {
                throw new IllegalStateException("this TensorFlow has a gradient of " + TYPE + " already");
            }
        }

        private Gradient() {}

        /** Done when this class is loaded. */
        static void register() {}

        private static List<Operand<?>> of(Ops ops, GraphOperation norm, List<Output<?>> gradients) {
            Output<?> cut = ops.scope().opBuilder("ReluGrad", "ReluGrad").addInput(gradients.get(0))
                    .addInput(norm.output(0)).build().output(0);
            org.tensorflow.Operation back = ops.scope().opBuilder("FusedBatchNormGradV3", "FusedBatchNormGradV3").addInput(cut)
                    .addInput(norm.input(0)).addInput(norm.input(1)).addInput(norm.output(3))
                    .addInput(norm.output(4)).addInput(norm.output(3))
                    .setAttr("epsilon", norm.attributes().getAttrFloat("epsilon")).setAttr("is_training", true).build();
            return IntStream.range(0, NORM_INPUTS).<Operand<?>>mapToObj(back::output).toList();
        }
    }
}
