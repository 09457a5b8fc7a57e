package org.resbench.arch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.resbench.arch.Operation.BatchNorm;
import org.resbench.arch.Operation.Convolution;
import org.resbench.arch.Operation.PaddedShortcut;
import org.resbench.arch.counting.Counting;

/** Holds the networks to the words of He et al. 2015, section 4.2. */
class CifarNetworkTest {
    private static final Shape CIFAR = Shape.image(32);

    static Stream<CifarNetwork> everyKindOfEveryDepth() {
        return IntStream.rangeClosed(1, 20).map(n -> 6 * n + 2).boxed().flatMap(depth -> Stream.of(CifarNetwork.plain(depth),
                CifarNetwork.resnet(depth), CifarNetwork.resnet(depth).withShortcut(ShortcutOption.B),
                CifarNetwork.resnet(depth).withShortcut(ShortcutOption.C)));
    }

    /** "There are totally 6n+2 stacked weighted layers"; projections lie beside the stack. */
    @ParameterizedTest @MethodSource("everyKindOfEveryDepth")
    void depthIsTheNumberOfWeightedLayers(CifarNetwork network) {
        Network built = network.network(CIFAR, 10);
        assertThat(Counting.depth(built)).isEqualTo(network.depth());
        assertThat(convolutions(built).filter(layer -> !layer.name().contains("shortcut")).count()).isEqualTo(network.depth() - 1);
    }

    /** The section's table: output map sizes 32, 16, 8; 1+2n, 2n, 2n layers; 16, 32, 64 filters. */
    @Test void mapsFiltersAndLayersAreThoseOfTheSectionsTable() {
        for (int n : new int[] {3, 5, 7, 9, 18}) {
            Map<Shape, Long> layers = convolutions(CifarNetwork.plain(6 * n + 2).network(CIFAR, 10))
                    .collect(Collectors.groupingBy(Layer::output, Collectors.counting()));
            assertThat(layers)
                    .isEqualTo(Map.of(new Shape(32, 32, 16), 1L + 2 * n, new Shape(16, 16, 32), 2L * n, new Shape(8, 8, 64), 2L * n));
        }
    }

    /** "The shortcut connections are connected to the pairs of 3x3 layers (totally 3n shortcuts)"; identity in all cases, zeros for new
     * dimensions. */
    @Test void residualNetworksHaveThreeNShortcutsAndElseEqualThePlainOnes() {
        Network plain = CifarNetwork.plain(56).network(CIFAR, 10);
        Network residual = CifarNetwork.resnet(56).network(CIFAR, 10);
        assertThat(names(residual).filter(name -> name.endsWith(".add")).count()).isEqualTo(27);
        assertThat(names(residual).filter(name -> name.endsWith(".shortcut")))
                .containsExactly("stage2.block1.shortcut", "stage3.block1.shortcut");
        assertThat(names(residual).filter(name -> !name.endsWith(".shortcut") && !name.endsWith(".add"))).isEqualTo(names(plain).toList());
        assertThat(layer(residual, "stage2.block1.shortcut").operation()).isEqualTo(new PaddedShortcut(2, 0, 16));
        assertThat(layer(residual, "stage2.block1.add").inputs()).containsExactly("stage2.block1.bn2", "stage2.block1.shortcut");
        assertThat(layer(residual, "stage2.block2.add").inputs()).containsExactly("stage2.block2.bn2", "stage2.block1.relu2");
    }

    /** Section 3.3 and 4.1: B projects where dimensions increase, C everywhere. */
    @ParameterizedTest @CsvSource({"A, 0", "B, 2", "C, 9"})
    void optionsProjectWhereThePaperSays(ShortcutOption option, int projections) {
        Network network = CifarNetwork.resnet(20).withShortcut(option).network(CIFAR, 10);
        List<Layer> found = network.layers().stream().filter(layer -> layer.name().endsWith(".shortcut.conv")).toList();
        assertThat(found).hasSize(projections).allSatisfy(layer -> {
            assertThat(((Convolution) layer.operation()).size()).isEqualTo(1);
            assertThat(layer(network, layer.name().replace(".conv", ".bn")).operation()).isInstanceOf(BatchNorm.class);
        });
    }

    @ParameterizedTest @EnumSource(ShortcutOption.class)
    void everyConvolutionIsFollowedByBatchNormAndHasNoBias(ShortcutOption option) {
        Network network = CifarNetwork.resnet(32).withShortcut(option).network(CIFAR, 10);
        convolutions(network).forEach(convolution -> {
            assertThat(((Convolution) convolution.operation()).bias()).isFalse();
            assertThat(network.layers().stream().filter(layer -> layer.inputs().contains(convolution.name())))
                    .singleElement().extracting(Layer::operation).isEqualTo(new BatchNorm());
        });
    }

    /** TensorFlow's documentation of SAME: ceil(side / stride) pixels, pad max((out - 1) * stride + size - side, 0), the odd pixel at
     * the end: (0,1) on even, (1,1) on odd maps. */
    @ParameterizedTest @CsvSource({"32, CENTRED, 1", "32, TENSORFLOW_SAME, 0", "33, CENTRED, 1", "33, TENSORFLOW_SAME, 1"})
    void gridsDifferOnEvenMapsOnly(int side, PixelGrid grid, int before) {
        Network network = CifarNetwork.resnet(20).withGrid(grid).network(Shape.image(side), 10);
        Convolution convolution = (Convolution) layer(network, "stage2.block1.conv1").operation();
        assertThat(convolution.padding()).isEqualTo(new Padding(before, 1, before, 1));
        assertThat(layer(network, "stage2.block1.conv1").output().height()).isEqualTo((side + 1) / 2);
    }

    @Test void zeroChannelsCanBeSplit() {
        Network network = CifarNetwork.resnet(20).withZeroChannels(ZeroChannels.SPLIT).network(CIFAR, 10);
        assertThat(layer(network, "stage3.block1.shortcut").operation()).isEqualTo(new PaddedShortcut(2, 16, 16));
        assertThatThrownBy(() -> CifarNetwork.resnet(20).withWidth(7).withZeroChannels(ZeroChannels.SPLIT))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("odd").hasMessageContaining("6 or 8");
        assertThat(CifarNetwork.resnet(20).withWidth(7).network(CIFAR, 10).layers()).isNotEmpty();
    }

    @Test void whatANetworkHasNoUseForDoesNotTellItFromOthers() {
        CifarNetwork plain = CifarNetwork.plain(20);
        assertThat(plain.withShortcut(ShortcutOption.C).withZeroChannels(ZeroChannels.SPLIT)).isEqualTo(plain);
        CifarNetwork projecting = CifarNetwork.resnet(20).withShortcut(ShortcutOption.B);
        assertThat(projecting.withZeroChannels(ZeroChannels.SPLIT)).isEqualTo(projecting);
        assertThat(CifarNetwork.resnet(20).withZeroChannels(ZeroChannels.SPLIT)).isNotEqualTo(CifarNetwork.resnet(20));
    }

    @ParameterizedTest @CsvSource(delimiter = ';', value = {"21; 20, 26", "19; 14, 20", "7; 8", "0; 8", "-6; 8", "2147483647; 60002"})
    void otherDepthsAreRefusedWithTheNearest(int depth, String nearest) {
        assertThatThrownBy(() -> CifarNetwork.resnet(depth)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(depth + " is not the depth").hasMessageContaining("section 4.2")
                .hasMessageEndingWith("nearest: " + nearest);
    }

    @Test void aMapThatCannotBeHalvedNamesItsLayer() {
        assertThat(CifarNetwork.resnet(8).network(new Shape(3, 5, 1), 2).layers()).isNotEmpty();
        assertThatThrownBy(() -> CifarNetwork.resnet(8).network(Shape.image(2), 10)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stage3.block1.conv1").hasMessageContaining("1x1x32").hasMessageContaining("3 pixels");
        assertThatThrownBy(() -> CifarNetwork.plain(8).network(new Shape(1, 32, 3), 10)).hasMessageContaining("stage2.block1.conv1");
        assertThatThrownBy(() -> CifarNetwork.plain(8).network(CIFAR, 1)).hasMessageContaining("classes must be 2 or more, not 1");
    }

    private static Stream<Layer> convolutions(Network network) {
        return network.layers().stream().filter(layer -> layer.operation() instanceof Convolution);
    }

    private static Stream<String> names(Network network) {
        return network.layers().stream().map(Layer::name);
    }

    private static Layer layer(Network network, String name) {
        return network.layers().stream().filter(layer -> layer.name().equals(name)).findFirst().orElseThrow();
    }
}
