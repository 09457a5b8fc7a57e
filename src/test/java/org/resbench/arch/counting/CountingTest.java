package org.resbench.arch.counting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resbench.arch.CifarNetwork;
import org.resbench.arch.Network;
import org.resbench.arch.Operation.BatchNorm;
import org.resbench.arch.Operation.Convolution;
import org.resbench.arch.Operation.Dense;
import org.resbench.arch.Padding;
import org.resbench.arch.Shape;
import org.resbench.arch.ShortcutOption;

class CountingTest {
    private static final Shape CIFAR = Shape.image(32);

    /** Counted by the Python script in docs/networks.md from the numbers of layers and filters in section 4.2; table 6 prints 0.27M, 0.46M,
     * 0.66M, 0.85M, 1.7M and 19.4M parameters. */
    @ParameterizedTest(name = "depth {0}")
    @CsvSource({
        "20, 40.55, 269722, 272474", "32, 68.86, 464154, 466906", "44, 97.17, 658586, 661338",
        "56, 125.49, 853018, 855770", "110, 252.89, 1727962, 1730714", "1202, 2829.24, 19421274, 19424026"})
    void cifarNetworksHaveThePublishedSize(int depth, double millionMultiplyAdds, long parametersA, long parametersB) {
        Network plain = CifarNetwork.plain(depth).network(CIFAR, 10);
        Network a = CifarNetwork.resnet(depth).network(CIFAR, 10);
        Network b = CifarNetwork.resnet(depth).withShortcut(ShortcutOption.B).network(CIFAR, 10);
        assertThat(Counting.parameters(plain)).isEqualTo(parametersA);
        assertThat(Counting.parameters(a)).isEqualTo(parametersA);
        assertThat(Counting.parameters(b)).isEqualTo(parametersB);
        assertThat(Math.round(Counting.multiplyAdds(a) / 1e4) / 100.0).isEqualTo(millionMultiplyAdds);
        assertThat(Counting.multiplyAdds(plain)).isEqualTo(Counting.multiplyAdds(a));
        assertThat(Counting.multiplyAdds(b) - Counting.multiplyAdds(a)).as("two 1x1 projections: 16*16*16*32 + 8*8*32*64")
                .isEqualTo(16 * 16 * 16 * 32 + 8 * 8 * 32 * 64);
    }

    /** Textbook formulas by hand: k*k*cIn*h*w*cOut and k*k*cIn*cOut. */
    @Test void oneOperationCountsByItsFormula() {
        Shape map = new Shape(32, 32, 16);
        Convolution convolution = new Convolution(3, 16, 1, Padding.same(1), false);
        assertThat(convolution.read(new MultiplyAdds(new Convention.Shapes(map, map)))).isEqualTo(2_359_296);
        assertThat(convolution.read(new Parameters(map))).isEqualTo(2_304);
        assertThat(new Convolution(3, 16, 1, Padding.same(1), true).read(new Parameters(map))).isEqualTo(2_320);
        assertThat(new BatchNorm().read(new Parameters(map))).isEqualTo(32);
        assertThat(new Dense(10).read(new Parameters(new Shape(1, 1, 64)))).isEqualTo(650);
        assertThat(new Dense(10).read(new MultiplyAdds(new Convention.Shapes(new Shape(1, 1, 64), new Shape(1, 1, 10))))).isEqualTo(640);
        assertThat(new Dense(4096).read(new Parameters(new Shape(7, 7, 512)))).as("VGG-16 fc6, Simonyan and Zisserman 2014")
                .isEqualTo(102_764_544);
    }

    /** Option A and plain, 32x32: outputs of stem (3 layers of 32*32*16), blocks (conv, bn, relu twice, add), two shortcuts, pool, fc. */
    @Test void activationsAreTheValuesThatLayersYield() {
        long full = 32 * 32 * 16;
        long plain = 3 * full + 3 * 6 * (full + full / 2 + full / 4) + 64 + 10;
        assertThat(Counting.activations(CifarNetwork.plain(20).network(CIFAR, 10))).isEqualTo(plain);
        long additions = 3 * (full + full / 2 + full / 4);
        assertThat(Counting.activations(CifarNetwork.resnet(20).network(CIFAR, 10))).isEqualTo(plain + additions + full / 2 + full / 4);
    }
}
