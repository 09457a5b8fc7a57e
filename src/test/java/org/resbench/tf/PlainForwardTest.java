package org.resbench.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.resbench.arch.CifarNetwork;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;
import org.resbench.arch.ShortcutOption;

/** TensorFlow against nested loops in double precision, with every variable set to random values. */
class PlainForwardTest {
    private static final double EPSILON = 1e-5;
    private static final int IMAGES = 5;
    private static final Shape SIZE = new Shape(9, 7, 3);

    static List<Network> networks() {
        return List.of(CifarNetwork.resnet(8).withWidth(4).network(SIZE, 3), CifarNetwork.plain(8).withWidth(4).network(SIZE, 3),
                CifarNetwork.resnet(8).withWidth(4).withShortcut(ShortcutOption.C).network(SIZE, 3));
    }

    /** Every kind of layer, with pools at which Caffe's, PyTorch's and TensorFlow's rules differ. */
    static List<Network> kinds() {
        return List.of(Kinds.branches(SIZE, 3), Kinds.pools(SIZE, 3), Kinds.vectors(SIZE, 3));
    }

    @ParameterizedTest @MethodSource({"networks", "kinds"}) void testingComputesWhatTheLayersSay(Network network) {
        try (TrainableNetwork trainable = build(network)) {
            float[] pixels = pixels();
            int[] labels = {0, 1, 2, 0, 1};
            TrainableNetwork.Answer answer = trainable.test(pixels, labels, IMAGES);
            double loss = 0;
            for (int i = 0; i < IMAGES; i++) {
                double[] logits = plain(network, trainable, pixels, i).get("fc")[0][0];
                double sum = Arrays.stream(logits).map(Math::exp).sum();
                loss -= Math.log(Math.exp(logits[labels[i]]) / sum);
                double largest = Arrays.stream(logits).max().orElseThrow();
                assertThat(logits[answer.predicted()[i]]).isCloseTo(largest, within(1e-4));
            }
            assertThat(answer.lossSum()).isCloseTo(loss, within(1e-4 * Math.abs(loss)));
        }
    }

    /** He et al. 2015, section 4.2: "the outputs of each 3x3 layer, after BN and before other nonlinearity (ReLU/addition)". */
    @ParameterizedTest @MethodSource("networks") void responsesAreThoseOfTheBatchNormsOf3x3Layers(Network network) {
        Map<String, String> normOf = new LinkedHashMap<>();
        normOf.put("conv1", "bn1");
        for (int stage = 1; stage <= 3; stage++) {
            for (int i = 1; i <= 2; i++) {
                normOf.put("stage" + stage + ".block1.conv" + i, "stage" + stage + ".block1.bn" + i);
            }
        }
        try (TrainableNetwork trainable = build(network)) {
            float[] pixels = pixels();
            Map<String, Moments> responses = trainable.responses(pixels, new int[IMAGES], IMAGES);
            assertThat(responses.keySet()).containsExactlyElementsOf(normOf.keySet());
            normOf.forEach((convolution, norm) -> {
                List<Double> values = new ArrayList<>();
                for (int i = 0; i < IMAGES; i++) {
                    for (double[][] row : plain(network, trainable, pixels, i).get(norm)) {
                        Arrays.stream(row).flatMapToDouble(Arrays::stream).forEach(values::add);
                    }
                }
                double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
                double variance = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).average().orElseThrow();
                assertThat(responses.get(convolution).deviation()).isCloseTo(Math.sqrt(variance), within(1e-4 * Math.sqrt(variance)));
                assertThat(responses.get(convolution).count()).isEqualTo(values.size());
            });
        }
    }

    /** 2, 4, 4, 4, 5, 5, 7, 9 has mean 5 and standard deviation 2. */
    @Test void momentsOfPartsArePooled() {
        Moments first = new Moments(4, 3.5, 3);
        Moments second = new Moments(4, 6.5, 11);
        Moments all = first.plus(second);
        assertThat(all.mean()).isEqualTo(5);
        assertThat(all.deviation()).isEqualTo(2);
        assertThat(Moments.NONE.plus(first)).isEqualTo(first);
        assertThat(Moments.NONE.deviation()).isNaN();
    }

    private static Map<String, double[][][]> plain(Network network, TrainableNetwork trainable, float[] pixels, int image) {
        int length = (int) SIZE.elements();
        return new PlainForward(trainable.read(), EPSILON).run(network, Arrays.copyOfRange(pixels, image * length, (image + 1) * length));
    }

    private static TrainableNetwork build(Network network) {
        TrainableNetwork trainable = TrainableNetwork.build(network,
                new TrainableNetwork.Settings(1, 0.9, 1e-4, TrainableNetwork.Decayed.ALL, EPSILON, 0.9), Device.CPU);
        Random random = new Random(3);
        Map<String, float[]> values = new LinkedHashMap<>();
        trainable.shapes().forEach((name, shape) -> {
            float[] some = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
            for (int i = 0; i < some.length; i++) {
                some[i] = name.endsWith("variance") ? 0.5f + random.nextFloat() : (float) random.nextGaussian() / 2;
            }
            values.put(name, some);
        });
        trainable.write(values);
        return trainable;
    }

    private static float[] pixels() {
        Random random = new Random(4);
        float[] pixels = new float[(int) (IMAGES * SIZE.elements())];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        return pixels;
    }
}
