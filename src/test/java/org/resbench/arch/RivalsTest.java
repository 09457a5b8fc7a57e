package org.resbench.arch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.resbench.arch.Operation.Convolution;
import org.resbench.arch.Operation.MaxPool;
import org.resbench.arch.counting.Counting;

/** Holds the ImageNet networks and the paper's rivals to what their papers and torchvision say. */
class RivalsTest {
    /** torchvision 0.20, num_params of each weights enum's meta; googlenet-aux: sum over googlenet(init_weights=False,
     * aux_logits=True).parameters(); resnext-29: Xie et al.'s model in prlz77/ResNeXt.pytorch with 10 classes. */
    @ParameterizedTest
    @CsvSource({"vgg-11, 132863336", "vgg-13, 133047848", "densenet-169, 14149480", "densenet-201, 20013928", "resnext-101-32x8d, 88791336",
        "googlenet-aux, 13004888", "resnext-29, 34426698"})
    void parametersAreThoseOfOthers(String name, long parameters) {
        assertThat(Counting.parameters(Catalogue.find(name).standardNetwork())).isEqualTo(parameters);
    }

    static Stream<Architecture> all() {
        return Catalogue.names().stream().map(Catalogue::find);
    }

    /** AlexNet's name has no number; Krizhevsky et al. 2012: "five convolutional and three fully-connected layers"; Szegedy et al. 2014,
     * section 5: "22 layers deep when counting only layers with parameters". */
    @ParameterizedTest @MethodSource("all") void depthIsTheNumberOfWeightedLayers(Architecture architecture) {
        Network network = architecture.network(Shape.image(96), 7);
        assertThat(Counting.depth(network)).isEqualTo(architecture.depth());
        assertThat(network.name()).isEqualTo(architecture.label());
    }

    /** Table 1 of He et al. 2015: 112, 56, 56, 28, 14, 7. Table 1 of Szegedy et al. 2014. Table 1 of Huang et al. 2016. */
    @ParameterizedTest
    @CsvSource({"resnet-50, conv1, 112x112x64", "resnet-50, maxpool, 56x56x64", "resnet-50, stage1.block3.relu3, 56x56x256",
        "resnet-50, stage4.block3.relu3, 7x7x2048", "resnet-34-A, stage3.block6.relu2, 14x14x256", "plain-34, stage4.block3.relu2, 7x7x512",
        "googlenet-2014, pool1, 56x56x64", "googlenet-2014, conv3, 56x56x192", "googlenet-2014, inception3a.concatenate, 28x28x256",
        "googlenet-2014, inception3b.concatenate, 28x28x480", "googlenet-2014, inception4a.concatenate, 14x14x512",
        "googlenet-2014, inception4e.concatenate, 14x14x832", "googlenet-2014, inception5b.concatenate, 7x7x1024",
        "googlenet-2014-aux, aux1.pool, 4x4x512", "googlenet-2014-aux, aux2.pool, 4x4x528", "googlenet, inception5a.concatenate, 7x7x832",
        "densenet-121, pool0, 56x56x64", "densenet-121, transition1.pool, 28x28x128", "densenet-121, transition3.pool, 7x7x512",
        "densenet-121, relu, 7x7x1024", "vgg-16, stage5.pool, 7x7x512", "alexnet, conv1, 55x55x64", "alexnet, pool5, 6x6x256",
        "resnext-50, stage1.block1.conv2, 56x56x128", "resnext-29, stage3.block3.relu3, 8x8x1024"})
    void mapsAreThoseOfThePapersTables(String name, String layer, String shape) {
        assertThat(layer(Catalogue.find(name).standardNetwork(), layer).output().toString()).isEqualTo(shape);
    }

    @Test void theStrideOfABottleneckIsWhereItsVersionHasIt() {
        assertThat(strides("resnet-50")).containsExactly(2, 1, 1);
        assertThat(strides("resnet-50-v1.5")).containsExactly(1, 2, 1);
        assertThat(strides("resnext-50")).containsExactly(1, 2, 1);
        assertThat(((Convolution) layer(Catalogue.find("resnext-50").standardNetwork(), "stage2.block1.conv2")
                .operation()).groups()).isEqualTo(32);
    }

    private static List<Integer> strides(String name) {
        Network network = Catalogue.find(name).standardNetwork();
        return Stream.of(1, 2, 3).map(i -> ((Convolution) layer(network, "stage2.block1.conv" + i).operation()).stride()).toList();
    }

    /** The numbers of projections of options A, B, C: none; where the width changes; at each of 8 or 16 blocks. */
    @ParameterizedTest @CsvSource({"resnet-18-A, 0", "resnet-18, 3", "resnet-18-C, 8", "resnet-34-C, 16", "resnet-50, 4", "plain-34, 0"})
    void optionsProjectWhereThePaperSays(String name, int projections) {
        assertThat(Catalogue.find(name).standardNetwork().layers())
                .filteredOn(layer -> layer.name().endsWith("shortcut.conv")).hasSize(projections);
    }

    /** PyTorch's MaxPool2d, ceil_mode: 112 to 56 with a 3x3 window of stride 2 and no padding, 5 to 3 with a 2x2 one. */
    @Test void ceilKeepsWindowsThatHangOverTheEdge() {
        assertThat(pooled(112, new MaxPool(3, 2, Padding.NONE, true))).isEqualTo(56);
        assertThat(pooled(112, new MaxPool(3, 2, Padding.NONE, false))).isEqualTo(55);
        assertThat(pooled(5, new MaxPool(2, 2, Padding.NONE, true))).isEqualTo(3);
        assertThat(pooled(2, new MaxPool(3, 2, Padding.NONE, true))).isEqualTo(1);
        assertThat(pooled(9, new MaxPool(3, 3, Padding.same(1), true))).as("a fourth window would begin behind the map").isEqualTo(4);
        assertThat(pooled(8, new MaxPool(3, 3, Padding.same(1), true))).isEqualTo(3);
    }

    private static int pooled(int side, MaxPool pool) {
        return ShapeInference.of(pool, List.of(new Shape(side, side, 1))).height();
    }

    @Test void auxiliaryHeadsReadTheModulesOfThePaper() {
        Network network = Catalogue.find("googlenet-2014-aux").standardNetwork();
        assertThat(network.auxiliaryHeads()).containsExactly(new AuxiliaryHead("aux1.fc2", 0.3), new AuxiliaryHead("aux2.fc2", 0.3));
        assertThat(layer(network, "aux1.pool").inputs()).containsExactly("inception4a.concatenate");
        assertThat(layer(network, "aux2.pool").inputs()).containsExactly("inception4d.concatenate");
        assertThat(Catalogue.find("googlenet-2014").standardNetwork().auxiliaryHeads()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"resnet-50, 16, stage4.block1.conv1", "resnet-18, 1, conv1", "resnext-50, 2, maxpool",
        "vgg-16, 31, stage5.pool", "alexnet, 62, pool5", "densenet-121, 28, transition3.pool", "googlenet-2014-aux, 78, aux1.pool",
        "densenet-100, 3, transition2.pool"})
    void tooSmallAnInputNamesTheLayer(String name, int side, String layer) {
        assertThatThrownBy(() -> Catalogue.find(name).network(Shape.image(side), 10)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + " on input " + side + "x" + side + "x3: " + layer + ": the map vanishes");
    }

    /** The sides that the javadoc of each names, and CIFAR's. */
    @ParameterizedTest
    @CsvSource({"resnet-50, 17", "resnext-50, 17", "resnet-18, 32", "vgg-16, 32", "alexnet, 63", "densenet-121, 29",
        "googlenet, 15", "googlenet, 32", "googlenet-2014, 32", "resnext-29, 3", "densenet-100, 4", "mlp-8, 1", "googlenet-2014-aux, 79"})
    void theSmallestInputsAreBuilt(String name, int side) {
        Architecture architecture = Catalogue.find(name);
        assertThat(architecture.network(new Shape(side, side + 1, 3), 2).classes()).isEqualTo(2);
        assertThatThrownBy(() -> architecture.network(Shape.image(224), 1)).hasMessageContaining("classes must be 2 or more, not 1");
    }

    private static Layer layer(Network network, String name) {
        return network.layers().stream().filter(layer -> layer.name().equals(name)).findFirst().orElseThrow();
    }
}
