package org.resbench.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.resbench.arch.Architecture;
import org.resbench.arch.Catalogue;

class NetworkReaderTest {
    private static final String HEAD = "name: x\npaper: {id: he2015, place: table 6}\ndata: {name: cifar10}\n";

    @TempDir Path folder;

    static Stream<Architecture> every() {
        return Stream.concat(Catalogue.names().stream(),
                Stream.of("resnext-29-4x8d-w64", "cifar-resnext-101", "densenet-40-k8", "mlp-6-w64-no_batch_norm",
                        "resnet-50-C-v1.5", "resnet-20-w32-tensorflow_same", "vgg-11")).map(Catalogue::find);
    }

    /** What the settings say, written out as a mapping, is the network again; so is its name. */
    @ParameterizedTest @MethodSource("every") void aNameAndItsPropertiesMeanTheSame(Architecture architecture) throws IOException {
        Trial named = load("network: " + architecture.label()).trials().get(0);
        assertThat(named.architecture()).isEqualTo(architecture);
        Map<String, String> settings = Settings.of(named).values();
        String mapping = settings.entrySet().stream().filter(entry -> entry.getKey().startsWith("network."))
                .map(entry -> entry.getKey().substring("network.".length()) + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
        assertThat(load("network: " + mapping).trials().get(0).architecture()).isEqualTo(architecture);
    }

    @Test void propertiesOfEveryFamilyCanBeVaried() throws IOException {
        assertThat(load("network: {family: resnext, depth: 20}\nmatrix: {network.cardinality: [2, 4], "
                + "network.group_width: [4, 8]}").trials())
                .extracting(Trial::cell).containsExactly("resnext-20-2x4d", "resnext-20-2x8d", "resnext-20-4x4d", "resnext-20-4x8d");
        assertThat(load("network: densenet-40\nmatrix: {network.growth: [8, 12]}").trials()).extracting(Trial::cell)
                .containsExactly("densenet-40-k8", "densenet-40");
        assertThat(load("network: {units: 64, depth: 6}\nmatrix: {network.family: [mlp, residual-mlp]}").trials()).extracting(Trial::cell)
                .containsExactly("mlp-6-w64", "residual-mlp-6-w64");
        assertThat(load("matrix: {network: [resnet-20, googlenet-aux, vgg-11]}").trials()).extracting(Trial::cell)
                .containsExactly("resnet-20", "googlenet-aux", "vgg-11");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            network: {family: vgg, depth: 16, width: 8}         | \
            4:42: network.width: family 'vgg' has no such property; it has depth; of plain, residual
            network: {family: alexnet, depth: 8}                | network.depth: family 'alexnet' has no such property; it has none
            network: {family: vgg, depth: 12}                   | \
            4:31: network.depth: 12 is not the depth of a VGG network; must be 11, 13, 16 or 19
            network: {family: densenet, depth: 41}              | network.depth: 41 is not the depth of a DenseNet for CIFAR; must be 6n+4
            network: {family: resnext, depth: 29, layout: imagenet} | \
            network.depth: 29 is not the depth of a ResNeXt for ImageNet; must be 50, 101 or 152
            network: {family: imagenet-plain, depth: 50}        | \
            network.depth: 50 is not the depth of a plain ImageNet network; must be 18 or 34
            network: {family: resnext}                          | network.depth: is missing
            network: {family: densnet, depth: 40}               | network.family: 'densnet' must be one of plain, residual,
            network: {family: resnext, depth: 29, cardinality: 0} | network.cardinality: '0' must be a whole number of at least 1
            network: {family: resnext, depth: 29, cardinality: 9999} | network: a ResNeXt of 9999 groups
            network: vgg-12                                     | network: 'vgg-12': 12 is not the depth of a VGG network
            """)
    void whatDoesNotFitIsSaidWithItsPlace(String line, String problem) {
        SpecException refused = catchThrowableOfType(SpecException.class, () -> load(line));
        assertThat(refused.problems().stream().map(Problem::toString)).anySatisfy(said -> assertThat(said).contains(problem));
    }

    @Test void imagesThatAreTooSmallForANetworkAreRefusedWithTheLayer() {
        SpecException refused = catchThrowableOfType(SpecException.class,
                () -> load("matrix: {data.image_size: [32], network: [resnet-20, alexnet], recipe.learning_rate: [0.1, 0.2]}"));
        assertThat(refused.problems()).singleElement().extracting(Problem::toString).asString()
                .endsWith("data.image_size: '32' is too small: alexnet on input 32x32x3: pool5: the map vanishes: a 3x3 window "
                        + "does not fit into 1x1x256");
    }

    private Experiment load(String lines) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), HEAD + lines + "\n");
        return ExperimentFile.load(file, Scale.PAPER, List.of(), Optional.empty());
    }
}
