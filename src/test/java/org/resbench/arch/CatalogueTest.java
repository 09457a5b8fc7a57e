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
        assertThatThrownBy(() -> Catalogue.find("resnet-" + depth + "-w32")).hasMessageContaining("ImageNet")
                .hasMessageContaining("base width");
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
            vgg-17          | must be 11, 13, 16 or 19 (Simonyan and Zisserman 2014, table 1); nearest: vgg-16 or vgg-19
            densenet-120    | nearest: densenet-118 or densenet-124 for CIFAR, densenet-121 for ImageNet
            densenet-122    | nearest: densenet-118 or densenet-124 for CIFAR, densenet-121 or densenet-169 for ImageNet
            densenet-122    | must be 6n+4 from 10 to 1204 for CIFAR (Huang et al. 2016, section 3), or 121, 169, 201 or 264 for ImageNet
            resnext-30      | nearest: resnext-29 or resnext-38 for CIFAR, resnext-50 for ImageNet
            resnext-102     | nearest: cifar-resnext-101 or resnext-110 for CIFAR, resnext-101 or resnext-152 for ImageNet
            cifar-resnext-50 | must be 9n+2 from 11 to 9002 for CIFAR (Xie et al. 2016, section 5.3); nearest: resnext-47 or resnext-56 \
            for CIFAR
            mlp-7           | must be 2n+2 from 4 to 10002, a first layer, n blocks of two and the classifier; nearest: mlp-6 or mlp-8
            residual-mlp-1  | nearest: residual-mlp-4
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
        assertThatThrownBy(() -> Catalogue.find("resnet-21")).hasMessageContaining(
                "nearest: resnet-20 or resnet-26 for CIFAR, resnet-18 or resnet-34 for ImageNet");
    }

    /** Depths of the paper: 18, 34, 50, 101 and 152 in Table 1, plain ones 18 and 34; 6n+2 in section 4.2, of which 50 and 152 are
     * ImageNet's. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            resnet-51       | cifar-resnet-50 or resnet-56 for CIFAR, resnet-50 or resnet-101 for ImageNet
            resnet-33       | resnet-32 or resnet-38 for CIFAR, resnet-18 or resnet-34 for ImageNet
            resnet-33-B     | resnet-32 or resnet-38 for CIFAR, resnet-18 or resnet-34 for ImageNet
            resnet-151-w32  | resnet-146 or cifar-resnet-152 for CIFAR, resnet-101 or resnet-152 for ImageNet
            resnet-1        | resnet-8 for CIFAR, resnet-18 for ImageNet
            resnet-99999999 | resnet-60002 for CIFAR, resnet-152 for ImageNet
            plain-35        | plain-32 or plain-38 for CIFAR, plain-34 for ImageNet
            cifar-resnet-51 | cifar-resnet-50 or resnet-56 for CIFAR
            resnet-51-v1.5  | resnet-50-v1.5 or resnet-101-v1.5
            ResNet51        | cifar-resnet-50 or resnet-56 for CIFAR, resnet-50 or resnet-101 for ImageNet
            """)
    void depthsThatNoNetworkHasGetTheNearestForEachPurpose(String name, String nearest) {
        assertThatThrownBy(() -> Catalogue.find(name)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not the depth of a ").hasMessageEndingWith("; nearest: " + nearest);
    }

    @Test void nearestNamesAreNamesOfNetworks() {
        for (String kind : List.of("plain-", "resnet-", "cifar-plain-", "cifar-resnet-", "resnext-", "cifar-resnext-",
                "densenet-", "vgg-", "mlp-")) {
            for (int depth : new int[] {0, 1, 9, 17, 33, 51, 103, 151, 153, 265, 1205, 70_001}) {
                assertThatThrownBy(() -> Catalogue.find(kind + depth)).as(kind + depth)
                        .satisfies(thrown -> assertThat(names(thrown)).isNotEmpty()
                                .allSatisfy(name -> assertThat(Catalogue.find(name)).isNotNull()));
            }
        }
    }

    private static List<String> names(Throwable thrown) {
        String nearest = thrown.getMessage().substring(thrown.getMessage().indexOf("nearest: ") + "nearest: ".length());
        return List.of(nearest.replaceAll(" for (CIFAR|ImageNet)", "").split(", | or "));
    }

    /** Spellings of torchvision's and Keras's model builders. */
    @ParameterizedTest
    @CsvSource({"resnet50, resnet-50", "ResNet152, resnet-152", "resnext50_32x4d, resnext-50-32x4d",
        "densenet169, densenet-169", "VGG13, vgg-13", "resnet_110, resnet-110", "resnet-110-c, resnet-110-C",
        "RESNET-20-W32-tensorflow_same, resnet-20-w32-tensorflow_same"})
    void spellingsOfOtherLibrariesGetOurs(String theirs, String ours) {
        assertThatThrownBy(() -> Catalogue.find(theirs)).hasMessageContaining("did you mean '" + ours + "'?");
        assertThat(Catalogue.find(ours)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"wide-resnet-28-10, resnet-20-w32", "wide_resnet50_2, resnet-20-w32", "wrn-40-4, resnet-20-w32",
        "preact-resnet-18, resnet-110", "preresnet-110, resnet-110", "ResNet50V2, resnet-50", "resnet-110-v2, resnet-110",
        "vgg16_bn, vgg-16", "inception-v3, googlenet"})
    void relativesThatAreNotHereGetWhatIs(String name, String here) {
        assertThatThrownBy(() -> Catalogue.find(name)).hasMessageStartingWith("'" + name + "' is no network that is known here: ")
                .hasMessageContaining("'" + here + "'");
        assertThat(Catalogue.find(here)).isNotNull();
    }

    @ParameterizedTest @CsvSource({"kitten, sitting, 3", "ca, abc, 3", "resnet, rsenet, 1", "'', abc, 3", "same, same, 0"})
    void editsAreCountedAsInTheTextbook(String a, String b, int edits) {
        assertThat(Spelling.distance(a, b)).isEqualTo(edits);
        assertThat(Spelling.distance(b, a)).isEqualTo(edits);
        assertThat(Spelling.distance(a.toUpperCase(Locale.ROOT), b.toUpperCase(Locale.ROOT))).isEqualTo(edits);
    }
}
