package org.resbench.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.resbench.arch.CifarNetwork;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;

/** Held against nested loops in double precision. */
class InferenceNetworkTest {
    private static final double EPSILON = 1e-5;
    private static final Shape SIZE = new Shape(8, 6, 3);
    private static final int LENGTH = (int) SIZE.elements();
    private static final Network NETWORK = CifarNetwork.resnet(8).withWidth(4).network(SIZE, 3);
    private static final float[] PIXELS = gaussian(2 * LENGTH, new Random(1));
    private static InferenceNetwork inference;
    private static Map<String, float[]> weights;

    @BeforeAll static void build() {
        inference = InferenceNetwork.build(NETWORK, EPSILON, Device.CPU);
        weights = weights(inference.shapes(), new Random(2));
        inference.write(weights);
    }

    @AfterAll static void close() {
        inference.close();
    }

    @Test void logitsAreWhatTheLayersSay() {
        float[] logits = inference.logits(PIXELS, 2);
        assertThat(logits).hasSize(6);
        for (int image = 0; image < 2; image++) {
            double[] expected = plain(image).get("fc")[0][0];
            for (int c = 0; c < 3; c++) {
                assertThat((double) logits[image * 3 + c]).isCloseTo(expected[c], within(1e-4));
            }
        }
    }

    @Test void anInnerLayerIsReadByItsName() {
        String layer = "stage2.block1.add";
        float[] output = inference.output(layer, PIXELS, 2);
        double[][][] expected = plain(1).get(layer);
        double[] flat = Arrays.stream(expected).flatMap(Arrays::stream).flatMapToDouble(Arrays::stream).toArray();
        assertThat(output).hasSize(2 * flat.length);
        for (int i = 0; i < flat.length; i++) {
            assertThat((double) output[flat.length + i]).isCloseTo(flat[i], within(1e-4));
        }
        assertThat(inference.sensitivity(layer, PIXELS, new int[] {0, 1}).output()).containsExactly(output);
    }

    /** Global average pooling and one fully connected layer follow: the gradient is the class's kernel column over height times width. */
    @Test void theLastMapsSensitivityIsTheClassesKernelSpreadEvenly() {
        InferenceNetwork.Sensitivity sensitivity = inference.sensitivity("stage3.block1.relu2", PIXELS, new int[] {2, 0});
        float[] kernel = weights.get("fc/kernel");
        int channels = kernel.length / 3;
        int places = sensitivity.gradient().length / 2 / channels;
        assertThat(places).isEqualTo(2 * 2);
        for (int i = 0; i < sensitivity.gradient().length; i++) {
            int chosen = i < channels * places ? 2 : 0;
            assertThat(sensitivity.gradient()[i]).isCloseTo(kernel[i % channels * 3 + chosen] / places, within(1e-6f));
        }
    }

    /** Central differences in double precision: a step of 1e-4 errs by less than 1e-6, unless a ReLU switches in between. */
    @Test void theImagesSensitivityAgreesWithFiniteDifferences() {
        double step = 1e-4;
        float[] image = Arrays.copyOfRange(PIXELS, LENGTH, 2 * LENGTH);
        float[] gradient = inference.sensitivity(Network.INPUT, PIXELS, new int[] {0, 1}).gradient();
        double scale = 0;
        for (float value : gradient) {
            scale = Math.max(scale, Math.abs(value));
        }
        for (int i = 0; i < LENGTH; i += 7) {
            float[] up = image.clone();
            float[] down = image.clone();
            up[i] += (float) step;
            down[i] -= (float) step;
            double difference = (score(up) - score(down)) / ((double) up[i] - down[i]);
            assertThat((double) gradient[LENGTH + i]).as("pixel %d", i).isCloseTo(difference, within(1e-3 * scale));
        }
    }

    @Test void momentumInACheckpointIsPassedOver() {
        Map<String, float[]> checkpoint = new LinkedHashMap<>(weights);
        weights.forEach((name, values) -> checkpoint.put(name + Updates.MOMENTUM, values));
        float[] before = inference.logits(PIXELS, 2);
        inference.write(checkpoint);
        assertThat(inference.logits(PIXELS, 2)).containsExactly(before);
    }

    @Test void everyWeightThatDoesNotFitIsNamed() {
        Map<String, float[]> wrong = new LinkedHashMap<>(weights);
        wrong.remove("bn1/scale");
        wrong.put("fc/bias", new float[10]);
        wrong.put("fc2/bias", new float[10]);
        assertThatThrownBy(() -> inference.write(wrong)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("these weights are not of resnet-8-w4: bn1/scale is missing; fc/bias has 10 values, not the 3 of its shape [3];"
                        + " fc2/bias is of no layer");
    }

    @Test void unknownLayersAndClassesAreRefused() {
        assertThatThrownBy(() -> inference.output("conv9", PIXELS, 1)).hasMessageContaining("resnet-8-w4 has no layer 'conv9'");
        assertThatThrownBy(() -> inference.sensitivity("fc", PIXELS, new int[] {3})).hasMessage("resnet-8-w4 has classes 0 to 2, not 3");
    }

    private static double score(float[] image) {
        return new PlainForward(weights, EPSILON).run(NETWORK, image).get("fc")[0][0][1];
    }

    private static Map<String, double[][][]> plain(int image) {
        return new PlainForward(weights, EPSILON).run(NETWORK, Arrays.copyOfRange(PIXELS, image * LENGTH, (image + 1) * LENGTH));
    }

    private static Map<String, float[]> weights(Map<String, long[]> shapes, Random random) {
        Map<String, float[]> values = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> {
            float[] some = gaussian((int) Arrays.stream(shape).reduce(1, (a, b) -> a * b), random);
            for (int i = 0; i < some.length; i++) {
                some[i] = name.endsWith("variance") ? 0.5f + Math.abs(some[i]) : some[i] / 2;
            }
            values.put(name, some);
        });
        return values;
    }

    private static float[] gaussian(int length, Random random) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
