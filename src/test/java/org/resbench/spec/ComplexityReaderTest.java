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

class ComplexityReaderTest {
    private static final String HEAD = "name: x\npaper: {id: he2015, place: table 1}\n";

    @TempDir Path folder;

    private Experiment load(String text) throws IOException {
        return ExperimentFile.load(Files.writeString(folder.resolve("x.yaml"), HEAD + text), Scale.REDUCED, List.of(), Optional.empty());
    }

    @Test void anExperimentThatCountsHasNoTrialsAndStandsAtScalePaper() throws IOException {
        Experiment experiment = load("complexity: {networks: [resnet-20, plain-20], layout: [resnet-20]}\n");
        assertThat(experiment.trials()).isEmpty();
        assertThat(experiment.scale()).isEqualTo(Scale.PAPER);
        assertThat(experiment.complexity()).contains(new Complexity(List.of("resnet-20", "plain-20"), List.of("resnet-20")));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            complexity: {networks: []}                                  | :3:24: complexity.networks: is missing
            complexity: {networks: [resnet20]}                          | :3:25: complexity.networks: 'resnet20' is no network
            complexity: {networks: [plain-20, plain-20]}                | :3:24: complexity.networks: names a network twice
            complexity: {network: [plain-20]}                           | :3:14: complexity.network: unknown key; did you mean 'networks'?
            complexity: {networks: [plain-20]}, seeds: [1]              | \
            seeds: is about training, and an experiment with 'complexity' trains nothing
            complexity: {networks: [plain-20]}, data: {name: cifar10}   | data: is about training
            complexity: {networks: [plain-20]}, scales: {smoke: {}}     | scales: is about training
            complexity: {networks: [plain-20]}, report: {tables: [runs]} | report: is about training
            """)
    void saysWhatIsWrong(String text, String message) throws IOException {
        SpecException refused = catchThrowableOfType(SpecException.class, () -> load(text.replace("}, ", "}\n")));
        assertThat(refused).as(text).isNotNull();
        assertThat(refused.getMessage()).contains(message);
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            count: {metric: flops, of: plain-20, published: 1 G}                                    | \
            metric: 'flops' must be one of multiply_adds, parameters
            count: {metric: parameters, of: plain-21, published: 1 M}                               | nearest: plain-20 or plain-26
            count: {metric: parameters, of: plain-20, published: one}                               | such as 3.6 G
            count: {metric: parameters, of: plain-20, published: 18 %}                              | say of what with relative_to
            count: {metric: parameters, of: plain-20, relative_to: plain-32, published: 1 M}        | must be a percentage
            count: {metric: parameters, of: plain-20, layers: convolutions, published: 1 M}         | is about multiply-adds only
            order: {metric: parameters, of: plain-20, side: below}                                  | than: is missing
            threshold: {metric: test_loss, of: {network.depth: 20}, side: above, value: 1}          | claims on counts are count, order
            """)
    void claimsOnCountsAreChecked(String claim, String message) throws IOException {
        SpecException refused = catchThrowableOfType(SpecException.class,
                () -> load("complexity: {networks: [plain-20]}\nclaims: [{id: a, text: t, place: p, " + claim + "}]\n"));
        assertThat(refused.getMessage()).contains(message);
    }

    @Test void countsDecideNothingWhereNetworksAreTrained() {
        SpecException refused = catchThrowableOfType(SpecException.class, () -> load("data: {name: cifar10}\nnetwork: plain-20\n"
                + "claims: [{id: a, text: t, place: p, order: {metric: parameters, of: plain-20, side: below, than: plain-32}}]\n"));
        assertThat(refused.getMessage()).contains("claims[0].order: cannot be decided by training");
    }

    /** As in the style guide's example: the place is that of the key, not of its value. */
    @Test void anUnknownKeyIsShownWhereItStands() {
        SpecException refused = catchThrowableOfType(SpecException.class,
                () -> load("data: {name: cifar10}\nnetwork: plain-20\nrecipe:\n  learning_rte: 0.1\n"));
        assertThat(refused.getMessage()).contains("x.yaml:6:3: recipe.learning_rte: unknown key; did you mean 'learning_rate'?");
    }
}
