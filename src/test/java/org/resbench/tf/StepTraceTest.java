package org.resbench.tf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resbench.arch.Catalogue;
import org.resbench.arch.Layer;
import org.resbench.arch.Network;
import org.resbench.arch.Operation;
import org.resbench.arch.Shape;
import org.resbench.tf.StepTrace.Phase;

/** TensorFlow numbers its gradients and does not say of which layer they are. Which ones a layer must have follows from what it
 * computes. */
class StepTraceTest {
    private static final int BATCH = 2;

    private static StepTrace trace(Network network) {
        try (TrainableNetwork trainable = TrainableNetwork.build(network,
                new TrainableNetwork.Settings(1, 0.9, 1e-4, TrainableNetwork.Decayed.ALL, 1e-5, 0.9), Device.CPU)) {
            trainable.write(InitialWeights.of(trainable.shapes(), InitialWeights.Scheme.HE_NORMAL, 1));
            float[] pixels = new float[Math.toIntExact(BATCH * network.input().elements())];
            Random random = new Random(1);
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (float) random.nextGaussian();
            }
            return trainable.trace(() -> trainable.step(pixels, new int[BATCH], 0.001, 1, 1));
        }
    }

    private static List<String> layers(Network network, Predicate<Operation> of) {
        return network.layers().stream().filter(layer -> of.test(layer.operation())).map(Layer::name).toList();
    }

    private static List<String> traced(StepTrace trace, Predicate<StepTrace.Operation> which) {
        return trace.operations().stream().filter(which).map(StepTrace.Operation::layer).toList();
    }

    @ParameterizedTest
    @CsvSource({"resnet-14-w4, 16", "resnet-14-B-w4, 16", "plain-8-w4-tensorflow_same, 16", "googlenet-2014-aux, 224", "densenet-22-k4, 16",
        "resnext-11-2x4d, 16", "mlp-4-w8, 4"})
    void everyLayerHasItsOwnForwardOperationsAndGradients(String name, int side) {
        Network network = Catalogue.find(name).network(new Shape(side, side, 3), 10);
        StepTrace trace = trace(network);
        List<String> convolutions = layers(network, one -> one instanceof Operation.Convolution);
        List<String> dense = layers(network, one -> one instanceof Operation.Dense);
        List<String> normed = layers(network, one -> one instanceof Operation.BatchNorm);
        assertThat(traced(trace, one -> one.phase() == Phase.FORWARD && one.type().contains("Conv2D")))
                .containsExactlyInAnyOrderElementsOf(convolutions);
        assertThat(traced(trace, one -> one.phase() == Phase.GRADIENTS_TO_PARAMETERS && one.type().startsWith("Conv2DBackpropFilter")))
                .containsExactlyInAnyOrderElementsOf(convolutions);
        // The image has no gradient, so neither have layers that read it.
        List<String> inner = new ArrayList<>(convolutions);
        network.layers().stream().filter(layer -> layer.inputs().contains(Network.INPUT)).map(Layer::name).forEach(inner::remove);
        assertThat(traced(trace, one -> one.phase() == Phase.GRADIENTS_TO_INPUTS && one.type().equals("Conv2DBackpropInput")))
                .containsExactlyInAnyOrderElementsOf(inner);
        assertThat(traced(trace, one -> one.type().equals("FusedBatchNormGradV3"))).containsExactlyInAnyOrderElementsOf(normed);
        assertThat(traced(trace, one -> one.type().equals("ReluGrad")))
                .containsExactlyInAnyOrderElementsOf(layers(network, one -> one instanceof Operation.Relu));
        assertThat(traced(trace, one -> one.type().equals("MaxPoolGrad")))
                .containsExactlyInAnyOrderElementsOf(layers(network, one -> one instanceof Operation.MaxPool));
        assertThat(traced(trace, one -> one.type().equals("MatMul") && one.phase() == Phase.GRADIENTS_TO_PARAMETERS))
                .containsExactlyInAnyOrderElementsOf(dense);
        // Those of convolutions may be joined with their gradients to filters.
        assertThat(traced(trace, one -> one.type().equals("BiasAddGrad"))).doesNotHaveDuplicates().containsAll(dense);
    }

    /** TensorFlow joins a convolution with the batch norm and the ReLU that follow, and calls it after the last of them. */
    @ParameterizedTest
    @ValueSource(strings = {"resnet-14-B-w4", "densenet-22-k4", "plain-8-w4"})
    void convolutionsThatTensorFlowJoinsWithOthersStayConvolutions(String name) {
        Network network = Catalogue.find(name).network(new Shape(16, 16, 3), 10);
        try (InferenceNetwork inference = InferenceNetwork.build(network, 1e-5, Device.CPU)) {
            inference.write(InitialWeights.of(inference.shapes(), InitialWeights.Scheme.HE_NORMAL, 1));
            float[] pixels = new float[Math.toIntExact(BATCH * network.input().elements())];
            StepTrace trace = inference.trace(() -> inference.logits(pixels, BATCH));
            assertThat(traced(trace, one -> one.type().contains("Conv2D"))).containsExactlyInAnyOrderElementsOf(
                    layers(network, one -> one instanceof Operation.Convolution));
        }
    }

    /** Both shortcuts of the two identity blocks, and of the two that change the shape, start from a map that two layers read. */
    @Test void sumsOfGradientsBelongToTheMapThatIsReadTwice() {
        Network network = Catalogue.find("resnet-14-w4").network(new Shape(16, 16, 3), 10);
        assertThat(traced(trace(network), one -> one.type().equals("AddN")))
                .containsExactlyInAnyOrder("relu1", "stage1.block1.relu2", "stage1.block2.relu2",
                        "stage2.block1.relu2", "stage2.block2.relu2", "stage3.block1.relu2");
    }

    @Test void aStepIsWithinItsOwnTime() {
        StepTrace trace = trace(Catalogue.find("resnet-8-w4").network(new Shape(16, 16, 3), 10));
        assertThat(trace.operations()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.start()).isNotNegative();
            assertThat(one.nanoseconds()).isNotNegative();
            assertThat(one.start() + one.nanoseconds()).isLessThanOrEqualTo(trace.nanoseconds());
            assertThat(one.device()).isEqualTo("CPU:0");
            assertThat(one.type()).doesNotContain("(").isNotEmpty();
        });
        assertThat(trace.operations()).isSortedAccordingTo((a, b) -> Long.compare(a.start(), b.start()));
        assertThat(trace.operations().stream().map(StepTrace.Operation::name)).doesNotHaveDuplicates();
    }
}
