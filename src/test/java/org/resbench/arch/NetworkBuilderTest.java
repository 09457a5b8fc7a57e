package org.resbench.arch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resbench.arch.Operation.Add;
import org.resbench.arch.Operation.Convolution;
import org.resbench.arch.Operation.Dense;
import org.resbench.arch.Operation.PaddedShortcut;
import org.resbench.arch.Operation.Relu;

class NetworkBuilderTest {
    private final NetworkBuilder builder = new NetworkBuilder("net", Shape.image(8), 10);

    /** PyTorch's Conv2d: floor((in + 2 padding - size) / stride) + 1. The first is ResNet's and AlexNet's stem (112 and 55 as in the
     * papers' tables; AlexNet in the 227-pixel form that its 55 needs). */
    @ParameterizedTest
    @CsvSource({"224, 7, 2, 3, 112", "227, 11, 4, 0, 55", "32, 3, 1, 1, 32", "33, 3, 2, 1, 17", "32, 1, 2, 0, 16", "3, 3, 1, 0, 1"})
    void convolutionsShrinkMapsByTheFormula(int side, int size, int stride, int padding, int expected) {
        assertThat(ShapeInference.of(new Convolution(size, 5, stride, Padding.same(padding), false), List.of(Shape.image(side))))
                .isEqualTo(new Shape(expected, expected, 5));
    }

    @Test void sidesAreTreatedSeparately() {
        List<Shape> map = List.of(new Shape(8, 5, 3));
        assertThat(ShapeInference.of(new Convolution(3, 4, 2, new Padding(0, 1, 1, 1), false), map)).isEqualTo(new Shape(4, 3, 4));
        assertThat(ShapeInference.of(new PaddedShortcut(2, 1, 2), map)).isEqualTo(new Shape(4, 3, 6));
    }

    @Test void whatDoesNotFitNamesTheLayer() {
        String half = builder.add("half", new Convolution(3, 4, 2, Padding.same(1), false), Network.INPUT);
        String full = builder.add("full", new Convolution(3, 4, 1, Padding.same(1), false), Network.INPUT);
        assertThatThrownBy(() -> builder.add("sum", new Add(), half, full)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("net on input 8x8x3: sum: ").hasMessageContaining("4x4x4 and 8x8x4");
        assertThatThrownBy(() -> builder.add("huge", new Convolution(5, 4, 1, Padding.NONE, false), half))
                .hasMessageContaining("huge: the map vanishes").hasMessageContaining("5x5").hasMessageContaining("4x4x4");
        assertThatThrownBy(() -> builder.add("sum", new Add(), half)).hasMessageContaining("sum: reads 2 layers, not 1");
        assertThatThrownBy(() -> builder.add("half", new Relu(), full)).hasMessageContaining("two layers are named 'half'");
        assertThatThrownBy(() -> builder.add("relu", new Relu(), "none")).hasMessageContaining("no layer 'none'");
    }

    @Test void aNetworkEndsWithOneScoreForEachClass() {
        builder.add("relu", new Relu(), Network.INPUT);
        assertThatThrownBy(builder::network).hasMessageContaining("1x1x10").hasMessageContaining("8x8x3");
        builder.add("fc", new Dense(10), "relu");
        assertThat(builder.network().layers()).extracting(Layer::name).containsExactly("relu", "fc");
        Layer early = new Layer("fc", new Dense(10), List.of("relu"), new Shape(1, 1, 10));
        assertThatThrownBy(() -> new Network("net", Shape.image(8), 10, List.of(early))).hasMessageContaining("fc reads 'relu'");
    }
}
