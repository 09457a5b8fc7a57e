package org.resbench.arch.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resbench.arch.Catalogue;
import org.resbench.arch.Network;

class ConventionTest {
    private static final Network RESNET_50 = Catalogue.find("resnet-50-v1.5").standardNetwork();

    /** thop counts torchvision's resnet50 as 4,111,514,624 (often quoted, as in its README's 4.11 G): like fvcore 2 for each value of batch
     * norm, but one division more for each of the 2048 channels that are pooled. */
    @Test void fvcoreCountsBatchNormAndPooling() {
        assertThat(Counting.forward(RESNET_50, Convention.FVCORE)).isEqualTo(4_111_514_624L - 2048);
    }

    /** Simonyan and Zisserman's convolutions: 15.347 G of 15.470 G; He et al. 2015 print 15.3 and 19.6 billion. */
    @ParameterizedTest @CsvSource({"vgg-16, 15.347", "vgg-19, 19.508"})
    void convolutionsLeaveFullyConnectedLayersOut(String name, double billions) {
        long count = Counting.forward(Catalogue.find(name).standardNetwork(), Convention.CONVOLUTIONS);
        assertThat(Math.round(count / 1e6) / 1e3).isEqualTo(billions);
    }

    @Test void flopsAreTwiceTheMultiplyAddsAndATrainingStepThreeTimesTheForwardPass() {
        long multiplyAdds = Counting.multiplyAdds(RESNET_50);
        assertThat(Counting.forward(RESNET_50, Convention.PAPER)).isEqualTo(multiplyAdds);
        assertThat(Counting.forward(RESNET_50, Convention.FLOPS)).isEqualTo(2 * multiplyAdds);
        assertThat(Counting.trainingStep(RESNET_50, Convention.PAPER, 16)).isEqualTo(3 * 16 * multiplyAdds);
    }

    @Test void whatAConventionDoesNotSayIsAnErrorAndNeverZero() {
        Network published = Catalogue.find("googlenet-2014").standardNetwork();
        assertThatThrownBy(() -> Counting.layers(published, Convention.FVCORE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the convention 'fvcore' does not say what norm1 (local response norm) counts; choose another convention");
    }

    @Test void conventionsAreFoundByTheirWords() {
        for (Convention convention : Convention.values()) {
            assertThat(Convention.of(convention.word())).isEqualTo(convention);
            assertThat(convention.description()).endsWith(".");
        }
        assertThatThrownBy(() -> Convention.of("thop")).hasMessageContaining("'thop'")
                .hasMessageContaining("paper, convolutions, fvcore, flops");
    }
}
