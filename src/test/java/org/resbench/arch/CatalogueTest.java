package org.resbench.arch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    @Test void labelsAreReadBack() {
        for (Family family : List.of(Family.PLAIN, Family.RESIDUAL)) {
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

    @ParameterizedTest @ValueSource(strings = {"efficientnet", "", "transformer", "resnet-99999999999", "resnet--20"})
    void anotherNameGetsWhatIsAllowed(String name) {
        assertThatThrownBy(() -> Catalogue.find(name)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + name + "' is no network").hasMessageContaining("6n+2");
    }

    /** Table 1 of the paper: 18, 34, 50, 101 and 152 layers are ImageNet networks, though 50 and 152 are 6n+2. */
    @ParameterizedTest @ValueSource(ints = {18, 34, 50, 101, 152})
    void imageNetNamesMeanNoCifarNetwork(int depth) {
        assertThat(Catalogue.find("resnet-" + depth)).isEqualTo(ImagenetNetwork.resnet(depth));
        assertThatThrownBy(() -> Catalogue.find("resnet-" + depth + "-w32")).hasMessageContaining("ImageNet").hasMessageContaining("base width");
    }

    @Test void labelsOfTheOtherFamiliesAreReadBack() {
        List<Architecture> some = new ArrayList<>(List.of(new Alexnet(), Perceptron.of(Family.PLAIN, 8),
                new Perceptron(Family.RESIDUAL, 12, 64, false)));
        for (ShortcutOption option : ShortcutOption.values()) {
            for (StridePlace stride : StridePlace.values()) {
                some.add(ImagenetNetwork.resnet(50).withShortcut(option).withStride(stride));
                some.add(ImagenetNetwork.plain(34).withShortcut(option).withStride(stride));
            }
        }
        for (Layout layout : Layout.values()) {
            some.add(Resnext.of(layout, 101));
            some.add(new Resnext(layout, 101, 4, 16, 64));
        }
        some.addAll(List.of(Densenet.of(Layout.IMAGENET, 169), new Densenet(Layout.CIFAR, 40, 8), Resnext.of(Layout.CIFAR, 20)));
        Vgg.DEPTHS.forEach(depth -> some.add(new Vgg(depth)));
        for (Googlenet.Form form : Googlenet.Form.values()) {
            some.add(new Googlenet(form, true));
            some.add(new Googlenet(form, false));
        }
        assertThat(some).allSatisfy(architecture -> assertThat(Catalogue.find(architecture.label())).isEqualTo(architecture));
        assertThat(Catalogue.find("resnext-50-32x4d")).isEqualTo(Catalogue.find("resnext-50"));
        assertThat(Catalogue.find("resnet-34-B")).isEqualTo(Catalogue.find("resnet-34"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vgg-17          | must be 11, 13, 16 or 19
            densenet-122    | must be 6n+4 from 10 to 1204 (Huang et al. 2016, section 3), or for ImageNet 121, 169, 201 or 264; nearest: 118, 124
            resnext-30      | must be 9n+2 from 11 to 9002 (Xie et al. 2016, section 5.3), or for ImageNet 50, 101 or 152; nearest: 29, 38
            mlp-7           | must be 2n+2 from 4 to 10002
            mlp-8-w0        | must be 1 to 65536
            plain-18-B      | plain networks have no shortcuts; did you mean 'plain-18'?
            resnet-18-v1.5  | only bottlenecks
            googlenett      | did you mean 'googlenet'?
            resnext50       | did you mean 'resnext-50'?
            """)
    void impossibleNumbersGetWhatIsAllowed(String name, String allowed) {
        assertThatThrownBy(() -> Catalogue.find(name)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(allowed);
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
