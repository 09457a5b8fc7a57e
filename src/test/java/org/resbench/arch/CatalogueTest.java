package org.resbench.arch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    @Test void labelsAreReadBack() {
        for (Family family : Family.values()) {
            for (int depth : new int[] {8, 20, 50, 56, 110, 152, 1202}) {
                for (ShortcutOption option : ShortcutOption.values()) {
                    for (PixelGrid grid : PixelGrid.values()) {
                        for (ZeroChannels zeros : ZeroChannels.values()) {
                            for (int width : new int[] {2, 16, 64}) {
                                CifarNetwork network = new CifarNetwork(family, depth, option, width, grid, zeros);
                                assertThat(Catalogue.find(network.label())).isEqualTo(network);
                            }
                        }
                    }
                }
            }
        }
    }

    @Test void shortNamesMeanThePapersNetworks() {
        assertThat(Catalogue.find("resnet-110")).isEqualTo(CifarNetwork.resnet(110));
        assertThat(Catalogue.find("resnet-110-A")).isEqualTo(CifarNetwork.resnet(110));
        assertThat(Catalogue.find("resnet-110-C")).isEqualTo(CifarNetwork.resnet(110).withShortcut(ShortcutOption.C));
        assertThat(Catalogue.find("plain-26")).isEqualTo(CifarNetwork.plain(26));
        assertThat(Catalogue.names()).contains("plain-20", "resnet-1202", "resnet-56-B").doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(Catalogue.find(name).label()).isEqualTo(name));
    }

    @ParameterizedTest
    @CsvSource({"rsenet-20, resnet-20", "resnet20, resnet-20", "ResNet-56, resnet-56", "plian-44, plain-44", "resnet-56-D, resnet-56-B"})
    void aSlipOfTheHandGetsASuggestion(String name, String meant) {
        assertThatThrownBy(() -> Catalogue.find(name)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean '" + meant + "'?");
    }

    @ParameterizedTest @ValueSource(strings = {"vgg-16", "", "transformer", "resnet-99999999999", "resnet--20"})
    void anotherNameGetsWhatIsAllowed(String name) {
        assertThatThrownBy(() -> Catalogue.find(name)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + name + "' is no network").hasMessageContaining("6n+2");
    }

    /** Table 1 of the paper: 18, 34, 50, 101 and 152 layers are ImageNet networks, though 50 and 152 are 6n+2. */
    @ParameterizedTest @ValueSource(ints = {18, 34, 50, 101, 152})
    void imageNetNamesMeanNoCifarNetwork(int depth) {
        assertThatThrownBy(() -> Catalogue.find("resnet-" + depth)).hasMessageContaining("ImageNet");
    }

    @Test void contradictionsAreRefused() {
        assertThatThrownBy(() -> Catalogue.find("plain-20-B")).hasMessageContaining("no shortcuts").hasMessageContaining("'plain-20'");
        assertThatThrownBy(() -> Catalogue.find("resnet-20-B-split")).hasMessageContaining("only option A");
        assertThatThrownBy(() -> Catalogue.find("resnet-21")).hasMessageContaining("nearest: 20, 26");
    }

    @ParameterizedTest @CsvSource({"kitten, sitting, 3", "ca, abc, 3", "resnet, rsenet, 1", "'', abc, 3", "same, same, 0"})
    void editsAreCountedAsInTheTextbook(String a, String b, int edits) {
        assertThat(Spelling.distance(a, b)).isEqualTo(edits);
        assertThat(Spelling.distance(b, a)).isEqualTo(edits);
        assertThat(Spelling.distance(a.toUpperCase(Locale.ROOT), b.toUpperCase(Locale.ROOT))).isEqualTo(edits);
    }
}
