package org.resbench.tf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.resbench.arch.Layer;
import org.resbench.arch.Network;
import org.resbench.arch.Operation;
import org.resbench.arch.Padding;
import org.tensorflow.GraphOperation;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;

/** Lowers a network to TensorFlow operations, NHWC: once for training, once for testing, over the same variables. Variables are float32. In
 * {@link Precision#MIXED} convolutions (not grouped ones), batch norm, ReLU, additions and pools are float16 (batch norm with its
 * statistics, scale and offset in float32); from the global pool on, and in dropout and local response normalisation, all is float32. */
final class Lowering implements Operation.Reader<Output<?>> {
    /** What training batch norm saw in its batch: mean and variance {@code [channels]} (variance with n-1). */
    record BatchStatistics(Output<?> mean, Output<?> variance) {}

    private static final int CHANNEL_AXIS = 3;

    private final OpMaker ops;
    private final Variables variables;
    private final boolean training;
    private final float epsilon;
    private final Map<String, Output<?>> outputs = new HashMap<>();
    private final Map<String, BatchStatistics> statistics = new LinkedHashMap<>();
    private final String prefix;
    private final Pools pools;
    private final DropoutMasks masks;
    private final Predicate<String> frozen;
    private final DataType type;
    private final boolean joins;
    private Set<String> joined = Set.of();
    private Layer layer;
    private List<Output<?>> inputs;
    private org.resbench.arch.Shape inputShape;

    private Lowering(OpMaker ops, Variables variables, boolean training, double epsilon, DropoutMasks masks, Predicate<String> frozen,
                     Precision precision, boolean joins) {
        this.ops = ops;
        this.variables = variables;
        this.training = training;
        this.epsilon = (float) epsilon;
        this.prefix = training ? "train/" : "test/";
        this.pools = new Pools(ops);
        this.masks = masks;
        this.frozen = frozen;
        this.type = precision.computed();
        this.joins = joins && precision == Precision.FLOAT32;
    }

    /** @param frozen layers whose batch norm works with its stored statistics, as in testing
     * @param joins whether batch norm and the ReLU after it may be one operation, in float32; {@link NormRelu#worksOn} */
    static Lowering forTraining(OpMaker ops, Variables variables, double epsilon, DropoutMasks masks, Predicate<String> frozen,
                                Precision precision, boolean joins) {
        return new Lowering(ops, variables, true, epsilon, masks, frozen, precision, joins);
    }

    static Lowering forTesting(OpMaker ops, Variables variables, double epsilon) {
        return new Lowering(ops, variables, false, epsilon, null, layer -> true, Precision.FLOAT32, false);
    }

    /** @param images {@code [n, height, width, 3]} @return logits {@code [n, classes]}, float32 */
    Output<?> lower(Network network, Output<?> images) {
        outputs.put(Network.INPUT, images);
        joined = joins ? NormRelu.normsBeforeRelu(network, frozen) : Set.of();
        Map<String, org.resbench.arch.Shape> shapes = new HashMap<>();
        shapes.put(Network.INPUT, network.input());
        for (Layer next : network.layers()) {
            layer = next;
            inputShape = shapes.get(next.inputs().get(0));
            inputs = new ArrayList<>();
            next.inputs().forEach(name -> inputs.add(outputs.get(name)));
            outputs.put(next.name(), next.operation().read(this));
            shapes.put(next.name(), next.output());
        }
        return scores(layer.name());
    }

    /** What a layer yields; of a batch norm that is joined with the ReLU after it, what that yields. */
    Output<?> output(String layerName) {
        return outputs.get(layerName);
    }

    /** What a layer yields, in float32. */
    Output<?> scores(String layerName) {
        return ops.cast(prefix + layerName + "/scores", outputs.get(layerName), DataType.DT_FLOAT);
    }

    Map<String, BatchStatistics> statistics() {
        return statistics;
    }

    @Override public Output<?> convolution(Operation.Convolution convolution) {
        Padding padding = convolution.padding();
        boolean same = convolution.stride() == 1 && convolution.size() % 2 == 1 && padding.equals(Padding.same(convolution.size() / 2));
        // TensorFlow has no CPU gradient of grouped convolutions in float16; what cannot be tested stays in float32.
        DataType in = convolution.groups() > 1 ? DataType.DT_FLOAT : type;
        Output<?> input = ops.cast(name("input"), inputs.get(0), in);
        if (!same && !padding.equals(Padding.NONE)) {
            input = ops.unary("Pad", name("pad"), input,
                    ops.matrix(2, 0, 0, padding.top(), padding.bottom(), padding.left(), padding.right(), 0, 0));
        }
        // TensorFlow tells groups by the kernel's having fewer channels than the input; CPU and GPU have kernels and gradients for them.
        Output<?> kernel = ops.cast(name("kernel"), variable("kernel", Shape.of(convolution.size(), convolution.size(),
                inputShape.channels() / convolution.groups(), convolution.filters())), in);
        long stride = convolution.stride();
        Output<?> sum = ops.op("Conv2D", name("conv")).addInput(input).addInput(kernel)
                .setAttr("strides", new long[] {1, stride, stride, 1}).setAttr("padding", same ? "SAME" : "VALID").build().output(0);
        return convolution.bias()
                ? ops.unary("BiasAdd", name("bias_add"), sum,
                        ops.cast(name("bias"), variable("bias", Shape.of(convolution.filters())), in)) : sum;
    }

    /** Vectors {@code [n, features]} are normalised as maps of one pixel. */
    @Override public Output<?> batchNorm(Operation.BatchNorm batchNorm) {
        Shape shape = Shape.of(inputShape.channels());
        boolean vectors = inputs.get(0).shape().numDimensions() == 2;
        Output<?> given = computed(0);
        Output<?> input = vectors ? ops.unary("Reshape", name("map"), given, ops.vector(-1, 1, 1, inputShape.channels())) : given;
        Output<?> scale = variable("scale", shape);
        Output<?> offset = variable("offset", shape);
        Output<?> mean = variable("moving_mean", shape);
        Output<?> variance = variable("moving_variance", shape);
        boolean fromBatch = training && !frozen.test(layer.name());
        Output<?> unread = fromBatch ? ops.emptyVector() : null;
        GraphOperation norm = joined.contains(layer.name()) ? NormRelu.build(ops, name("norm_relu"), input, scale, offset, unread, epsilon)
                : ops.op("FusedBatchNormV3", name("norm")).addInput(input).addInput(scale).addInput(offset)
                .addInput(fromBatch ? unread : mean).addInput(fromBatch ? unread : variance)
                .setAttr("epsilon", epsilon).setAttr("is_training", fromBatch).build();
        if (fromBatch) {
            statistics.put(layer.name(), new BatchStatistics(norm.output(1), norm.output(2)));
        }
        return vectors ? ops.unary("Reshape", name("vector"), norm.output(0), ops.vector(-1, inputShape.channels())) : norm.output(0);
    }

    @Override public Output<?> relu(Operation.Relu relu) {
        return joined.contains(layer.inputs().get(0)) ? inputs.get(0) : ops.unary("Relu", name("relu"), computed(0));
    }

    @Override public Output<?> add(Operation.Add add) {
        return ops.unary("AddV2", name("add"), computed(0), computed(1));
    }

    /** An average pool of size 1 takes every stride-th pixel, as a strided slice does, with a cheaper gradient. */
    @Override public Output<?> paddedShortcut(Operation.PaddedShortcut shortcut) {
        Output<?> taken = computed(0);
        if (shortcut.stride() > 1) {
            long stride = shortcut.stride();
            taken = ops.op("AvgPool", name("take")).addInput(taken).setAttr("ksize", new long[] {1, 1, 1, 1})
                    .setAttr("strides", new long[] {1, stride, stride, 1}).setAttr("padding", "VALID").build().output(0);
        }
        return ops.unary("Pad", name("zeros"), taken,
                ops.matrix(2, 0, 0, 0, 0, 0, 0, shortcut.channelsBefore(), shortcut.channelsAfter()));
    }

    @Override public Output<?> globalAveragePool(Operation.GlobalAveragePool pool) {
        return ops.unary("Mean", name("mean"), wide(), ops.vector(1, 2));
    }

    @Override public Output<?> dense(Operation.Dense dense) {
        int features = Math.toIntExact(inputShape.elements());
        Output<?> flat = ops.unary("Reshape", name("flat"), wide(), ops.vector(-1, features));
        Output<?> product = ops.unary("MatMul", name("product"), flat, variable("kernel", Shape.of(features, dense.units())));
        return ops.unary("BiasAdd", name("bias_add"), product, variable("bias", Shape.of(dense.units())));
    }

    @Override public Output<?> maxPool(Operation.MaxPool pool) {
        return pools.max(name("max"), pool, computed(0), inputShape, layer.output());
    }

    @Override public Output<?> averagePool(Operation.AveragePool pool) {
        return pools.average(name("average"), pool.size(), pool.size(), pool.stride(), pool.stride(), computed(0));
    }

    @Override public Output<?> adaptiveAveragePool(Operation.AdaptiveAveragePool pool) {
        return pools.adaptive(name("average"), pool.size(), wide(), inputShape);
    }

    @Override public Output<?> concatenate(Operation.Concatenate concatenate) {
        Output<?>[] all = IntStream.range(0, inputs.size()).mapToObj(this::computed).toArray(Output<?>[]::new);
        return ops.op("ConcatV2", name("concatenate")).addInputList(all).addInput(ops.scalar(CHANNEL_AXIS)).build()
                .output(0);
    }

    @Override public Output<?> localResponseNorm(Operation.LocalResponseNorm norm) {
        return LocalResponse.lower(ops, name("norm"), norm, wide());
    }

    @Override public Output<?> dropout(Operation.Dropout dropout) {
        Output<?> input = wide();
        return training ? ops.unary("Mul", name("dropped"), input, masks.mask(name("mask"), layer.name(), dropout.rate(), input)) : input;
    }

    /** An input in the type that this lowering computes in. */
    private Output<?> computed(int input) {
        return ops.cast(name("input_" + input), inputs.get(input), type);
    }

    /** The first input in float32. */
    private Output<?> wide() {
        return ops.cast(name("wide"), inputs.get(0), DataType.DT_FLOAT);
    }

    private Output<?> variable(String kind, Shape shape) {
        String name = layer.name() + "/" + kind;
        Variables.Variable known = variables.get(name);
        return (known == null ? variables.add(name, shape) : known).read();
    }

    private String name(String what) {
        return prefix + layer.name() + "/" + what;
    }
}
