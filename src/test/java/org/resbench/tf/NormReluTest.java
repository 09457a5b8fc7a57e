package org.resbench.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.resbench.arch.Catalogue;
import org.resbench.arch.CifarNetwork;
import org.resbench.arch.Layer;
import org.resbench.arch.Network;
import org.resbench.arch.Operation;
import org.resbench.arch.Shape;

/** One operation for batch norm and ReLU against TensorFlow's two. */
class NormReluTest {
    private static final TrainableNetwork.Settings SETTINGS =
            new TrainableNetwork.Settings(2, 0.9, 1e-4, TrainableNetwork.Decayed.ALL, 1e-5, 0.1);
    private static final int BATCH = 8;

    static Stream<Network> networks() {
        Shape image = new Shape(16, 16, 3);
        return Stream.of(CifarNetwork.resnet(14).network(image, 3), CifarNetwork.plain(8).network(image, 3),
                Catalogue.find("mlp-4").network(image, 3),
                Catalogue.find("resnext-20-8x4d-w64").network(image, 3));
    }

    @ParameterizedTest @MethodSource("networks") void weightsAreEqualToTheLastBit(Network network) {
        assumeTrue(NormRelu.worksOn(Device.CPU), "SKIPPED: this TensorFlow cannot join batch norm and ReLU in training");
        Map<String, float[]> apart = trained(network, false, 3);
        Map<String, float[]> joined = trained(network, true, 3);
        assertThat(joined.keySet()).isEqualTo(apart.keySet());
        apart.forEach((name, values) -> assertThat(Arrays.equals(joined.get(name), values)).as("%s of %s", name, network.name()).isTrue());
    }

    /** The gradient of DenseNet's maps is a sum of many, which another graph adds up in another order. */
    @Test void firstUpdateOfDenseNetIsEqualWithinRounding() {
        assumeTrue(NormRelu.worksOn(Device.CPU), "SKIPPED: this TensorFlow cannot join batch norm and ReLU in training");
        Network network = Catalogue.find("densenet-28").network(new Shape(16, 16, 3), 3);
        Map<String, float[]> apart = trained(network, false, 1);
        Map<String, float[]> joined = trained(network, true, 1);
        apart.forEach((name, values) -> assertThat(joined.get(name)).as(name).containsExactly(values, within(2e-5f)));
    }

    /** ResNet-20: one norm after the first convolution and one within each of nine blocks; the others are read by an addition. */
    @Test void onlyNormsThatNothingButAReluReadsAreJoined() {
        Network network = CifarNetwork.resnet(20).network(new Shape(32, 32, 3), 10);
        assertThat(NormRelu.normsBeforeRelu(network, layer -> false)).hasSize(10).contains("bn1", "stage1.block1.bn1")
                .doesNotContain("stage1.block1.bn2");
        assertThat(NormRelu.normsBeforeRelu(network, layer -> layer.startsWith("stage1"))).hasSize(7);
    }

    /** ReLU before batch norm's values are read elsewhere would be another network. */
    @Test void aNormThatIsReadTwiceIsLeftApart() {
        Shape map = new Shape(4, 4, 4);
        List<Layer> layers = List.of(new Layer("read_once", new Operation.BatchNorm(), List.of(Network.INPUT), map),
                new Layer("first", new Operation.Relu(), List.of("read_once"), map),
                new Layer("read_twice", new Operation.BatchNorm(), List.of("first"), map),
                new Layer("second", new Operation.Relu(), List.of("read_twice"), map),
                new Layer("sum", new Operation.Add(), List.of("second", "read_twice"), map),
                new Layer("pool", new Operation.GlobalAveragePool(), List.of("sum"), new Shape(1, 1, 4)));
        assertThat(NormRelu.normsBeforeRelu(new Network("made up", map, 4, layers), layer -> false)).containsExactly("read_once");
    }

    private static Map<String, float[]> trained(Network network, boolean joins, int steps) {
        try (TrainableNetwork trainable = new TrainableNetwork(network, SETTINGS, Device.CPU,
                layer -> layer.equals("stage1.block1.bn1"), joins)) {
            trainable.write(InitialWeights.of(trainable.shapes(), InitialWeights.Scheme.HE_NORMAL, 1));
            Random random = new Random(1);
            float[] pixels = new float[Math.toIntExact(BATCH * network.input().elements())];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (float) random.nextGaussian();
            }
            int[] labels = new int[BATCH];
            Arrays.setAll(labels, i -> i % network.classes());
            for (int i = 0; i < steps; i++) {
                trainable.step(pixels, labels, 0.1);
            }
            return trainable.read();
        }
    }
}
