package org.resbench.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.resbench.arch.Layer;
import org.resbench.arch.Network;
import org.resbench.arch.NetworkBuilder;
import org.resbench.arch.Operation;
import org.resbench.arch.Operation.AdaptiveAveragePool;
import org.resbench.arch.Operation.Add;
import org.resbench.arch.Operation.AveragePool;
import org.resbench.arch.Operation.BatchNorm;
import org.resbench.arch.Operation.Concatenate;
import org.resbench.arch.Operation.Convolution;
import org.resbench.arch.Operation.Dense;
import org.resbench.arch.Operation.Dropout;
import org.resbench.arch.Operation.GlobalAveragePool;
import org.resbench.arch.Operation.LocalResponseNorm;
import org.resbench.arch.Operation.MaxPool;
import org.resbench.arch.Operation.PaddedShortcut;
import org.resbench.arch.Operation.Relu;
import org.resbench.arch.Padding;
import org.resbench.arch.Shape;
import org.tensorflow.Graph;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** TensorFlow's gradients, as training applies them in float32, against central differences of a float64 loss in nested loops. Trained
 * layers lie before and after the kind in question, so both its own gradient and the one that it passes on are seen. Every element of every
 * variable is compared; float32 rounding allows {@value #TOLERANCE} of the variable's largest gradient. A step of {@value #STEP} errs by
 * about 1e-10, and no ReLU or maximum of these networks is within it of switching. */
class GradientsTest {
    private static final double EPSILON = 1e-5;
    private static final double STEP = 1e-6;
    private static final double TOLERANCE = 2e-4;
    private static final Shape SIZE = new Shape(7, 6, 3);
    private static final int[] LABELS = {0, 2, 1};
    private static final long SEED = 5;
    private static final long ITERATION = 9;
    private static final String STEM = "stem";

    /** @param name what is put between the stem and the classifier */
    record Kind(String name, Operation... operations) {
        Network network() {
            return GradientsTest.network(name, builder -> {
                String last = STEM;
                for (int i = 0; i < operations.length; i++) {
                    last = builder.add("kind" + i, operations[i], last);
                }
                return last;
            });
        }

        @Override public String toString() {
            return name;
        }
    }

    private static Network network(String name, Function<NetworkBuilder, String> kind) {
        NetworkBuilder builder = new NetworkBuilder(name, SIZE, 3);
        builder.add(STEM, new Convolution(1, 4, 1, Padding.NONE, true), Network.INPUT);
        builder.add("fc", new Dense(3), kind.apply(builder));
        return builder.network();
    }

    static Stream<Network> networks() {
        Stream<Network> single = Stream.of(
                new Kind("convolution", new Convolution(3, 5, 1, Padding.same(1), false)),
                new Kind("convolution with bias and stride on the centred grid", new Convolution(3, 5, 2, Padding.same(1), true)),
                new Kind("convolution with uneven padding", new Convolution(3, 5, 2, new Padding(0, 1, 1, 0), false)),
                new Kind("1x1 convolution with stride", new Convolution(1, 5, 2, Padding.NONE, false)),
                new Kind("grouped convolution", new Convolution(3, 6, 1, Padding.same(1), true, 2)),
                new Kind("grouped convolution with stride", new Convolution(3, 8, 2, Padding.same(1), false, 4)),
                new Kind("batch norm", new BatchNorm()),
                new Kind("batch norm of vectors", new GlobalAveragePool(), new Dense(5), new BatchNorm()),
                new Kind("relu", new Relu()),
                new Kind("option A's shortcut", new PaddedShortcut(2, 1, 2)),
                new Kind("option A's shortcut without stride", new PaddedShortcut(1, 0, 3)),
                new Kind("global average pool", new GlobalAveragePool()),
                new Kind("max pool", new MaxPool(2, 2, Padding.NONE, false)),
                new Kind("max pool with padding", new MaxPool(3, 2, Padding.same(1), false)),
                new Kind("max pool with overlap over the edge", new MaxPool(3, 2, Padding.NONE, true)),
                new Kind("max pool of stride 1", new MaxPool(3, 1, Padding.same(1), true)),
                new Kind("average pool", new AveragePool(2, 2)),
                new Kind("average pool with overlap", new AveragePool(3, 2)),
                new Kind("adaptive average pool of even windows", new AveragePool(2, 1), new AdaptiveAveragePool(1)),
                new Kind("adaptive average pool of uneven windows", new AdaptiveAveragePool(4)),
                new Kind("local response norm", new LocalResponseNorm(3, 0.5, 0.75, 2)),
                new Kind("dropout", new Dropout(0.4)),
                new Kind("dense", new Dense(5), new Dense(4))).map(Kind::network);
        return Stream.concat(single, Stream.of(
                network("add", builder -> builder.add("add", new Add(), STEM,
                        builder.add("beside", new Convolution(1, 4, 1, Padding.NONE, false), STEM))),
                network("concatenate", builder -> builder.add("all", new Concatenate(), STEM,
                        builder.add("beside", new Convolution(3, 2, 1, Padding.same(1), false), STEM), STEM)),
                network("auxiliary head", builder -> {
                    builder.addHead(builder.add("early_fc", new Dense(3), builder.add("early", new AveragePool(3, 3), STEM)), 0.3);
                    return builder.add("later", new Convolution(3, 4, 1, Padding.NONE, true), STEM);
                })));
    }

    @ParameterizedTest @MethodSource("networks") void gradientsAgreeWithFiniteDifferences(Network network) {
        Map<String, float[]> weights = new LinkedHashMap<>();
        Map<String, float[]> gradients = gradients(network, weights);
        PlainLoss loss = new PlainLoss(network, EPSILON, pixels(), LABELS, masks(network));
        Map<String, double[]> variables = PlainForward.doubles(weights);
        double largest = 0;
        Map<String, double[]> differences = new LinkedHashMap<>();
        for (String name : gradients.keySet()) {
            differences.put(name, differences(loss, variables, variables.get(name)));
            largest = Math.max(largest, largest(differences.get(name)));
        }
        assertThat(largest).as("a gradient to compare").isGreaterThan(1e-3);
        for (String name : gradients.keySet()) {
            double[] expected = differences.get(name);
            // A bias before batch norm, for one, has no gradient but rounding.
            double allowed = TOLERANCE * largest(expected) + TOLERANCE / 100 * largest;
            for (int i = 0; i < expected.length; i++) {
                assertThat((double) gradients.get(name)[i]).as("%s: %s[%d]", network.name(), name, i)
                        .isCloseTo(expected[i], within(allowed));
            }
        }
    }

    @Test void everyKindOfLayerIsHeldAgainstDifferences() {
        Set<String> tested = networks().flatMap(network -> network.layers().stream())
                .map(layer -> layer.operation().getClass().getSimpleName()).collect(Collectors.toCollection(TreeSet::new));
        Set<String> all = Arrays.stream(Operation.class.getPermittedSubclasses()).map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tested).isEqualTo(all);
    }

    private static double[] differences(PlainLoss loss, Map<String, double[]> variables, double[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> {
            double kept = values[i];
            values[i] = kept + STEP;
            double above = loss.of(variables);
            values[i] = kept - STEP;
            double below = loss.of(variables);
            values[i] = kept;
            return (above - below) / (2 * STEP);
        }).toArray();
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    /** Of every trained variable: without history and decay, one update by Caffe's momentum leaves minus the rate times the gradient in it.
     * @param weights is given the values before that update */
    private static Map<String, float[]> gradients(Network network, Map<String, float[]> weights) {
        double rate = 0.5;
        try (TrainableNetwork trainable = TrainableNetwork.build(network,
                new TrainableNetwork.Settings(1, 0.9, 0, TrainableNetwork.Decayed.ALL, EPSILON, 0.9), Device.CPU)) {
            Random random = new Random(3);
            Map<String, float[]> values = new LinkedHashMap<>();
            trainable.shapes().forEach((name, shape) -> {
                float[] some = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
                for (int i = 0; i < some.length && !name.endsWith(Updates.MOMENTUM); i++) {
                    some[i] = (float) random.nextGaussian() / 2;
                }
                values.put(name, some);
            });
            weights.putAll(values);
            trainable.write(values);
            trainable.step(pixels(), LABELS, rate, SEED, ITERATION);
            Map<String, float[]> gradients = new LinkedHashMap<>();
            trainable.read().forEach((name, momentum) -> {
                if (name.endsWith(Updates.MOMENTUM)) {
                    for (int i = 0; i < momentum.length; i++) {
                        momentum[i] /= (float) -rate;
                    }
                    gradients.put(name.substring(0, name.length() - Updates.MOMENTUM.length()), momentum);
                }
            });
            return gradients;
        }
    }

    /** The masks of that seed's iteration, made again. */
    private static Map<String, double[]> masks(Network network) {
        Map<String, double[]> masks = new HashMap<>();
        for (Layer layer : network.layers()) {
            if (layer.operation() instanceof Dropout dropout) {
                try (Graph graph = new Graph(); Session session = new Session(graph, Device.CPU.configuration())) {
                    OpMaker ops = new OpMaker(graph);
                    DropoutMasks maker = new DropoutMasks(ops);
                    int values = (int) layer.output().elements();
                    Output<?> mask = maker.mask("mask", layer.name(), dropout.rate(),
                            ops.constant(LABELS.length, values, new float[LABELS.length * values]));
                    try (TInt64 key = TInt64.scalarOf(DropoutMasks.key(SEED, ITERATION, 0));
                            Result result = session.runner().feed(maker.key(), key).fetch(mask).run()) {
                        masks.putAll(PlainForward.doubles(Map.of(layer.name(), Variables.floats((TFloat32) result.get(0)))));
                    }
                }
            }
        }
        return masks;
    }

    private static float[] pixels() {
        Random random = new Random(4);
        float[] pixels = new float[(int) (LABELS.length * SIZE.elements())];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        return pixels;
    }
}
