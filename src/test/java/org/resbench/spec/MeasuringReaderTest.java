package org.resbench.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuringReaderTest {
    private static final String HEAD = "name: x\npaper: {id: he2015, place: table 1}\n";

    @TempDir Path folder;

    private Experiment load(String text, Scale scale) throws IOException {
        return ExperimentFile.load(Files.writeString(folder.resolve("x.yaml"), HEAD + text), scale, List.of(), Optional.empty());
    }

    @Test void aScaleMayMeasureOtherwise() throws IOException {
        Experiment experiment = load("measure: {networks: [plain-8, resnet-8], inference_batches: [1, 8], training_batch: 4}\n"
                + "scales: {smoke: {measure: {image_size: 16, rounds: 2}}}\n", Scale.SMOKE);
        assertThat(experiment.trials()).isEmpty();
        assertThat(experiment.scale()).isEqualTo(Scale.SMOKE);
        assertThat(experiment.measuring()).contains(new Measuring(List.of("plain-8", "resnet-8"), List.of(),
                new Measuring.Settings(16, List.of(1, 8), Optional.of(4), 1, 2, 1)));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            measure: {inference_batches: [1]}                                              | measure.networks: is missing
            measure: {networks: [plain-8]}                                                 | so nothing is measured
            measure: {networks: [plain-9], training_batch: 1}                              | 9 is not the depth of a plain network
            measure: {networks: [plain-8], inference_batches: [8, 1]}                      | each above the one before
            measure: {networks: [plain-8], training_batch: 0}                              | a whole number of at least 1
            measure: {networks: [alexnet], training_batch: 1, image_size: 16}              | '16' is too small for alexnet
            measure: {networks: [plain-8], training_batch: 1, seconds: 0}                  | above 0
            measure: {networks: [plain-8], training_batch: 1, round: 2}                    | did you mean 'rounds'?
            measure: {networks: [plain-8], training_batch: 1};seeds: [1]                   | seeds: is about training
            measure: {networks: [plain-8], training_batch: 1};data: {name: cifar10}        | data: is about training
            measure: {networks: [plain-8], training_batch: 1};complexity: {networks: [plain-8]} | remove one of them
            measure: {networks: [plain-8], training_batch: 1, errors: [{published: no, place: t, metric: m}]} | \
            there is no published/no.yaml
            """)
    void saysWhatIsWrong(String text, String message) {
        SpecException refused = catchThrowableOfType(SpecException.class, () -> load(text.replace(";", "\n"), Scale.PAPER));
        assertThat(refused).as(text).isNotNull();
        assertThat(refused.getMessage()).contains(message);
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            cost: {metric: watts, of: plain-8, side: below, than: resnet-8}             | 'watts' must be one of inference_seconds
            cost: {metric: training_joules, of: plain-20, side: below, than: resnet-8}  | \
            'plain-20' is not measured here; networks are plain-8, resnet-8
            cost: {metric: inference_seconds, of: plain-8, side: below, than: resnet-8} | give measure.inference_batches
            threshold: {metric: test_loss, of: {network.depth: 20}, side: above, value: 1} | \
            claims on counts and costs are count, order and cost
            """)
    void claimsOnCostsAreChecked(String claim, String message) {
        SpecException refused = catchThrowableOfType(SpecException.class,
                () -> load("measure: {networks: [plain-8, resnet-8], training_batch: 1}\nclaims: [{id: a, text: t, place: p, "
                        + claim + "}]\n", Scale.PAPER));
        assertThat(refused.getMessage()).contains(message);
    }

    @Test void aTableThatThePublishedFileLacksIsNamedWithThoseThatItHas() throws IOException {
        Files.createDirectories(folder.resolve("published"));
        Files.copy(Path.of("experiments/published/torchvision.yaml"), folder.resolve("published/torchvision.yaml"));
        SpecException refused = catchThrowableOfType(SpecException.class, () -> load("measure: {networks: [vgg-16], training_batch: 1, "
                + "errors: [{published: torchvision, place: table 3, metric: top1_error_percent}]}\n", Scale.PAPER));
        assertThat(refused.getMessage())
                .contains("'table 3' with top1_error_percent is not in torchvision.yaml; it has documentation, ImageNet 1-crop");
    }
}
