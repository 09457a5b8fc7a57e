package org.resbench.arch.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.resbench.arch.Catalogue;
import org.resbench.arch.Network;
import org.resbench.arch.NetworkBuilder;
import org.resbench.arch.Operation.Add;
import org.resbench.arch.Operation.Convolution;
import org.resbench.arch.Operation.Dense;
import org.resbench.arch.Operation.Dropout;
import org.resbench.arch.Operation.GlobalAveragePool;
import org.resbench.arch.Operation.Relu;
import org.resbench.arch.Padding;
import org.resbench.arch.Shape;

/** Expected values are followed by hand, in values for one image, as the javadoc of the model says. */
class TrainingMemoryTest {
    private final NetworkBuilder builder = new NetworkBuilder("net", new Shape(2, 2, 1), 3);

    /** Image 4, convolution 8, ReLU 8, scores 3. Kept: image, ReLU's output, scores: 15. Backward: 15 and the scores' gradient 3; without
     * the scores and with ReLU's gradient 15 - 3 + 3 + 8 = 23; without the scores' gradient and with the convolution's 20 + 8 = 28. */
    @Test void aChainIsFollowedLayerByLayer() {
        builder.add("conv", new Convolution(1, 2, 1, Padding.NONE, false), Network.INPUT);
        builder.add("relu", new Relu(), "conv");
        builder.add("fc", new Dense(3), "relu");
        TrainingMemory one = Counting.trainingMemory(builder.network(), 1);
        assertThat(one.keptBytes()).isEqualTo(4 * 15);
        assertThat(one.peakActivationBytes()).isEqualTo(4 * 28);
        assertThat(one.parameterBytes()).isEqualTo(4 * (2 + 8 * 3 + 3));
        assertThat(one.totalBytes()).isEqualTo(3 * 4 * 29 + 4 * 28);
        TrainingMemory ten = Counting.trainingMemory(builder.network(), 10);
        assertThat(ten.peakActivationBytes()).isEqualTo(10 * one.peakActivationBytes());
        assertThat(ten.parameterBytes()).isEqualTo(one.parameterBytes());
    }

    /** Image 4, ReLU 4, sum of both 4, pooled 1, scores 3: the sum and ReLU's input are kept by nobody, the image is. Backward from the
     * pool on: kept are ReLU's output 4 and the pooled value 1, later only 4. Forward peak: image 4, ReLU 4, sum 4 = 12, after which the
     * image goes: nobody but the sum and ReLU reads it. */
    @Test void whatNobodyReadsBackwardGoesAfterItsLastReader() {
        builder.add("relu", new Relu(), Network.INPUT);
        builder.add("add", new Add(), "relu", Network.INPUT);
        builder.add("pool", new GlobalAveragePool(), "add");
        builder.add("fc", new Dense(3), "pool");
        TrainingMemory memory = Counting.trainingMemory(builder.network(), 1);
        assertThat(memory.keptBytes()).isEqualTo(4 * (4 + 1 + 3));
        assertThat(memory.peakActivationBytes()).isEqualTo(4 * 12);
    }

    /** A mask as large as what it is laid over, and the dense layer's input: 4 + 4 kept for dropout and fc, scores 3. */
    @Test void dropoutKeepsItsMask() {
        builder.add("dropout", new Dropout(0.5), Network.INPUT);
        builder.add("fc", new Dense(3), "dropout");
        assertThat(Counting.trainingMemory(builder.network(), 1).keptBytes()).isEqualTo(4 * (4 + 4 + 3));
    }

    /** Whatever the network: something is kept, never more than all activations, masks and the image; nothing is left at the end, or the
     * next call would differ. */
    @Test void everyNetworkOfTheCatalogueHasAPlausiblePeak() {
        for (String name : Catalogue.names()) {
            Network network = Catalogue.find(name).network(Shape.image(96), 10);
            TrainingMemory memory = Counting.trainingMemory(network, 2);
            long all = 4 * 2 * (Counting.activations(network) + network.input().elements());
            assertThat(memory.keptBytes()).as(name).isBetween(1L, 2 * all);
            assertThat(memory.peakActivationBytes()).as(name).isGreaterThanOrEqualTo(memory.keptBytes()).isLessThan(3 * all);
        }
    }

    @Test void aBatchHasAnImage() {
        Network network = Catalogue.find("resnet-20").standardNetwork();
        assertThatThrownBy(() -> Counting.trainingMemory(network, 0)).hasMessageContaining("at least one image, not 0");
    }
}
