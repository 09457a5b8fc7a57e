package org.resbench.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.resbench.arch.CifarNetwork;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;

/** Mixed precision against float32 on this machine's CPU, whose float16 kernels round as every IEEE 754 binary16 does. */
class MixedPrecisionTest {
    private static final Network NETWORK = CifarNetwork.resnet(8).withWidth(4).network(new Shape(8, 8, 3), 3);
    private static final int BATCH = 8;
    /** Steps of float16 above 1 are 2^-10; some twenty roundings lie between an image and a gradient. */
    private static final double TOLERANCE = 0.02;

    @Test void firstGradientsAreThoseOfFloat32WithinTheRoundingOfFloat16() {
        try (TrainableNetwork wide = build(NETWORK, 1, Precision.FLOAT32); TrainableNetwork mixed = build(NETWORK, 1, Precision.MIXED)) {
            TrainableNetwork.Step expected = step(wide, 1);
            TrainableNetwork.Step actual = step(mixed, 1);
            assertThat(actual.loss()).isCloseTo(expected.loss(), within(TOLERANCE)).isNotEqualTo(expected.loss());
            assertThat(actual.gradientNorm()).isCloseTo(expected.gradientNorm(), within(TOLERANCE * expected.gradientNorm()));
            expected.gradientNorms().forEach((layer, norm) ->
                    assertThat(actual.gradientNorms().get(layer)).as(layer).isCloseTo(norm, within(TOLERANCE * norm)));
        }
    }

    @Test void itLearnsABatchByHeartAsFloat32Does() {
        try (TrainableNetwork wide = build(NETWORK, 1, Precision.FLOAT32); TrainableNetwork mixed = build(NETWORK, 1, Precision.MIXED)) {
            double expected = 0;
            double actual = 0;
            double first = step(mixed, 1).loss();
            for (int i = 0; i < 40; i++) {
                expected = step(wide, 1).loss();
                actual = step(mixed, 1).loss();
            }
            assertThat(actual).isLessThan(first / 4).isCloseTo(expected, within(0.05));
        }
    }

    @Test void microBatchesAddUpToTheSameGradients() {
        try (TrainableNetwork wide = build(NETWORK, 4, Precision.FLOAT32); TrainableNetwork mixed = build(NETWORK, 4, Precision.MIXED)) {
            TrainableNetwork.Step expected = step(wide, 1);
            assertThat(step(mixed, 1).gradientNorm()).isCloseTo(expected.gradientNorm(), within(2 * TOLERANCE * expected.gradientNorm()));
            assertThat(difference(trained(wide), trained(mixed))).isLessThan(TOLERANCE);
        }
    }

    /** Section 3.2 of Micikevicius et al. 2018: "skip the update when an overflow is detected and simply move on to the next iteration". */
    @Test void overflowSkipsTheUpdateAndHalvesTheScale() {
        for (int parts : new int[] {1, 2}) {
            try (TrainableNetwork mixed = build(NETWORK, parts, Precision.MIXED);
                    TrainableNetwork never = build(NETWORK, parts, Precision.MIXED)) {
                LossScale scale = mixed.lossScale().orElseThrow();
                Map<String, float[]> before = trained(mixed);
                scale.restore(LossScale.LARGEST * 1024 + ";0");
                TrainableNetwork.Step skipped = step(mixed, 1);
                assertThat(skipped.loss()).isFinite();
                assertThat(skipped.gradientNorm()).isNotFinite();
                assertThat(difference(before, trained(mixed))).isZero();
                assertThat(scale.value()).isEqualTo(LossScale.LARGEST * 512);
                scale.restore(LossScale.FIRST + ";0");
                assertThat(step(mixed, 2).gradientNorm()).isFinite();
                step(never, 2);
                assertThat(difference(trained(never), trained(mixed))).as("nothing is left of the skipped step").isZero();
            }
        }
    }

    /** Dropout, local response normalisation, concatenation, every pool, vectors: the scale finds its place, and then all kernels move. */
    @ParameterizedTest @MethodSource("kinds") void everyKindOfLayerTrains(Network network) {
        try (TrainableNetwork mixed = build(network, 1, Precision.MIXED)) {
            Map<String, float[]> before = mixed.read();
            float[] pixels = pixels(Math.toIntExact(2 * network.input().elements()), 1);
            TrainableNetwork.Step step = null;
            for (int i = 1; i <= 30; i++) {
                step = mixed.step(pixels, new int[] {0, 2}, 0.01, 1, i);
            }
            assertThat(step.loss()).isFinite();
            assertThat(step.gradientNorm()).isFinite().isPositive();
            Map<String, float[]> after = mixed.read();
            assertThat(before.keySet().stream().filter(name -> name.endsWith("/kernel")))
                    .isNotEmpty().allSatisfy(name -> assertThat(after.get(name)).isNotEqualTo(before.get(name)));
        }
    }

    static Stream<Network> kinds() {
        return KindsTrainTest.kinds();
    }

    private static TrainableNetwork build(Network network, int parts, Precision precision) {
        TrainableNetwork trainable = TrainableNetwork.build(network,
                new TrainableNetwork.Settings(parts, 0.9, 1e-4, TrainableNetwork.Decayed.ALL, 1e-5, 0.9, precision), Device.CPU);
        trainable.write(InitialWeights.of(trainable.shapes(), InitialWeights.Scheme.HE_NORMAL, 7));
        return trainable;
    }

    private static TrainableNetwork.Step step(TrainableNetwork trainable, long seed) {
        int[] labels = {0, 1, 2, 0, 1, 2, 0, 1};
        return trainable.step(pixels(BATCH * 8 * 8 * 3, seed), labels, 0.05);
    }

    private static float[] pixels(int count, long seed) {
        Random random = new Random(seed);
        float[] pixels = new float[count];
        for (int i = 0; i < count; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        return pixels;
    }

    /** What updates change: weights, momentum and added up gradients, without batch norm's moving statistics. */
    private static Map<String, float[]> trained(TrainableNetwork trainable) {
        Map<String, float[]> variables = new TreeMap<>(trainable.read());
        variables.keySet().removeIf(name -> name.contains("/moving_"));
        return variables;
    }

    private static double difference(Map<String, float[]> one, Map<String, float[]> other) {
        double largest = 0;
        for (Map.Entry<String, float[]> entry : one.entrySet()) {
            for (int i = 0; i < entry.getValue().length; i++) {
                largest = Math.max(largest, Math.abs(entry.getValue()[i] - other.get(entry.getKey())[i]));
            }
        }
        return largest;
    }
}
