package org.resbench.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.resbench.arch.Network;
import org.resbench.arch.NetworkBuilder;
import org.resbench.arch.Operation.Convolution;
import org.resbench.arch.Operation.Dense;
import org.resbench.arch.Padding;
import org.resbench.arch.Shape;
import org.tensorflow.Graph;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

class KindsTrainTest {
    private static final Shape SIZE = new Shape(9, 7, 3);
    private static final int[] LABELS = {0, 1, 2, 0, 1, 2};

    static Stream<Network> kinds() {
        return Stream.of(Kinds.branches(SIZE, 3), Kinds.pools(SIZE, 3), Kinds.vectors(SIZE, 3));
    }

    /** Every kind of layer has a gradient: six images are learned by heart, and every kernel moves. The last steps only move averages. */
    @ParameterizedTest @MethodSource("kinds") void everyKindOfLayerTrains(Network network) {
        try (TrainableNetwork trainable = build(network)) {
            Map<String, float[]> before = trainable.read();
            double first = trainable.test(pixels(), LABELS, LABELS.length).lossSum();
            for (int i = 1; i <= 80; i++) {
                trainable.step(pixels(), LABELS, 0.01, 1, i);
            }
            for (int i = 0; i < 20; i++) {
                trainable.step(pixels(), LABELS, 0, 1, i);
            }
            assertThat(trainable.test(pixels(), LABELS, LABELS.length).lossSum()).isLessThan(first / 2);
            Map<String, float[]> after = trainable.read();
            assertThat(before.keySet().stream().filter(name -> name.endsWith("/kernel")))
                    .isNotEmpty().allSatisfy(name -> assertThat(after.get(name)).isNotEqualTo(before.get(name)));
        }
    }

    @Test void dropoutIsAFunctionOfSeedAndIteration() {
        assertThat(weights(1, 1)).isEqualTo(weights(1, 1)).isNotEqualTo(weights(2, 1)).isNotEqualTo(weights(1, 2));
    }

    @Test void aNetworkWithDropoutWantsItsSeed() {
        try (TrainableNetwork trainable = build(Kinds.branches(SIZE, 3))) {
            assertThatThrownBy(() -> trainable.step(pixels(), LABELS, 0.1)).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("branches has dropout");
        }
    }

    /** Binomial: of 100,000 values a share of 0.3 is dropped, within five standard deviations (0.0072); the mean stays. */
    @Test void masksDropTheStatedShareAndKeepTheMean() {
        try (Graph graph = new Graph(); Session session = new Session(graph, Device.CPU.configuration())) {
            OpMaker ops = new OpMaker(graph);
            DropoutMasks masks = new DropoutMasks(ops);
            Output<?> zeros = ops.constant(100, 1000, new float[100_000]);
            Output<?> one = masks.mask("one", "fc1/dropout", 0.3, zeros);
            Output<?> other = masks.mask("other", "fc2/dropout", 0.3, zeros);
            float[] a = values(session, masks, one, 1);
            int dropped = 0;
            for (float value : a) {
                assertThat(value == 0 || Math.abs(value - 1 / 0.7) < 1e-6).isTrue();
                dropped += value == 0 ? 1 : 0;
            }
            assertThat(dropped / 100_000.0).isCloseTo(0.3, within(0.0072));
            assertThat(values(session, masks, one, 1)).isEqualTo(a);
            assertThat(values(session, masks, one, 2)).as("another forward pass").isNotEqualTo(a);
            assertThat(values(session, masks, other, 1)).as("another layer").isNotEqualTo(a);
        }
    }

    /** Filters of two groups are those of a convolution whose kernel is zero between the groups: same loss, same gradients where it is
     * not. */
    @Test void groupsAreAKernelThatIsZeroBetweenThem() {
        try (TrainableNetwork grouped = build(convolution(2)); TrainableNetwork whole = build(convolution(1))) {
            Map<String, float[]> values = grouped.read();
            float[] kernel = values.get("conv/kernel");
            values.put("conv/kernel", spread(kernel));
            values.put("conv/kernel/momentum", new float[9 * 4 * 6]);
            whole.write(values);
            assertThat(grouped.step(pixels4(), LABELS, 0.1).loss()).isCloseTo(whole.step(pixels4(), LABELS, 0.1).loss(), within(1e-5));
            float[] after = whole.read().get("conv/kernel");
            float[] expected = spread(grouped.read().get("conv/kernel"));
            for (int i = 0; i < expected.length; i++) {
                if (expected[i] != 0) {
                    assertThat(after[i]).isCloseTo(expected[i], within(1e-5f));
                }
            }
        }
    }

    private static Network convolution(int groups) {
        NetworkBuilder builder = new NetworkBuilder("groups", new Shape(9, 7, 4), 3);
        builder.add("conv", new Convolution(3, 6, 1, Padding.same(1), true, groups), Network.INPUT);
        builder.add("fc", new Dense(3), "conv");
        return builder.network();
    }

    /** {@code [3, 3, 2, 6]} to {@code [3, 3, 4, 6]}: filters 0 to 2 read channels 0 and 1, the others 2 and 3. */
    private static float[] spread(float[] kernel) {
        float[] spread = new float[9 * 4 * 6];
        for (int place = 0; place < 9; place++) {
            for (int c = 0; c < 2; c++) {
                for (int filter = 0; filter < 6; filter++) {
                    spread[(place * 4 + filter / 3 * 2 + c) * 6 + filter] = kernel[(place * 2 + c) * 6 + filter];
                }
            }
        }
        return spread;
    }

    private static float[] values(Session session, DropoutMasks masks, Output<?> mask, long key) {
        try (TInt64 fed = TInt64.scalarOf(key); Result result = session.runner().feed(masks.key(), fed).fetch(mask).run()) {
            return Variables.floats((TFloat32) result.get(0));
        }
    }

    private static float[] weights(long seed, int iteration) {
        try (TrainableNetwork trainable = build(Kinds.branches(SIZE, 3))) {
            trainable.step(pixels(), LABELS, 0.1, seed, iteration);
            return trainable.read().get("fc/kernel");
        }
    }

    private static TrainableNetwork build(Network network) {
        TrainableNetwork trainable = TrainableNetwork.build(network,
                new TrainableNetwork.Settings(1, 0.9, 0, TrainableNetwork.Decayed.ALL, 1e-5, 0.9), Device.CPU);
        trainable.write(InitialWeights.of(trainable.shapes(), InitialWeights.Scheme.HE_NORMAL, 7));
        return trainable;
    }

    private static float[] pixels() {
        return pixels(SIZE);
    }

    private static float[] pixels4() {
        return pixels(new Shape(9, 7, 4));
    }

    private static float[] pixels(Shape size) {
        Random random = new Random(4);
        float[] pixels = new float[(int) (LABELS.length * size.elements())];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        return pixels;
    }
}
