package org.resbench.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published JSON Schema, as an outside validator (networknt's) understands it. */
class SchemaTest {
    private static final Path FOLDER = Path.of("experiments");
    private static final String LINE = "# yaml-language-server: $schema=";
    private static final String HEAD = "name: x\npaper: {id: he2015, place: table 6}\ndata: {name: cifar10}\nnetwork: resnet-20\n";

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> bases = Files.list(FOLDER.resolve("bases"))) {
            return Stream.concat(ShippedExperimentsTest.files(), bases)
                    .filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    /** The schema is the one that the file names in its first line, which is where editors look. */
    @ParameterizedTest @MethodSource("shipped") void everyShippedFileFits(Path file) throws IOException {
        String text = Files.readString(file);
        String first = text.lines().findFirst().orElseThrow();
        assertThat(first).startsWith(LINE);
        assertThat(errors(file.resolveSibling(first.substring(LINE.length())), text)).isEmpty();
    }

    @Test void theSmallestExperimentFits() throws IOException {
        assertThat(errors(HEAD)).isEmpty();
        assertThat(errors("extends: x.yaml\nrecipe: {warm_up: null, momentum: }\nmatrix: {recipe.momentum: }\n")).isEmpty();
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            recipe: {batch_siz: 64}                                        | /recipe
            recipe: {batch_norm: {statistics: movin}}                      | /recipe/batch_norm/statistics
            recipe: {momentum: 1}                                          | /recipe/momentum
            recipe: {learning_rate: 0}                                     | /recipe/learning_rate
            recipe: {learning_rate: fast}                                  | /recipe/learning_rate
            recipe: {iterations: 2.5}                                      | /recipe/iterations
            recipe: {layer_responses: 1}                                   | /recipe/layer_responses
            recipe: {drops: [{iteration: 5}]}                              | /recipe/drops/0
            recipe: {warm_up: {until_training_error_percent: 101}}         | /recipe/warm_up/until_training_error_percent
            recipe: fast                                                   | /recipe
            data: {name: cifar10, classes: 1}                              | /data/classes
            data: {name: cifar10, augmentation: {pad: -1}}                 | /data/augmentation/pad
            network: resnet20                                              | /network
            network: {family: plain, depth: 3}                             | /network/depth
            seeds: [1, 1]                                                  | /seeds
            seeds: []                                                      | /seeds
            seeds: 3                                                       | /seeds
            sclaes: {}                                                     | ''
            scales: {papre: {}}                                            | /scales
            scales: {paper: {name: y}}                                     | /scales/paper
            scales: {smoke: {recipe: {momentum: 2}}}                       | /scales/smoke/recipe/momentum
            matrix: {network.depth: []}                                    | /matrix/network.depth
            matrix: {networks.depth: [20]}                                 | /matrix
            matrix: {recipe.momentum: [0.9, 2]}                            | /matrix/recipe.momentum/1
            matrix: {cases: [{network.dpth: 20}]}                          | /matrix/cases/0
            report: {figures: [learning-curve]}                            | /report/figures/0
            name: a b                                                      | /name
            extends: 3                                                     | /extends
            claims: [{id: A, text: t, place: p, threshold: {metric: test_error_percent, side: above, value: 1}}]     | /claims/0/id
            claims: [{id: a, text: t, place: p}]                                                                     | /claims/0
            claims: [{id: a, text: t, place: p, threshold: {metric: test_error, side: above, value: 1}}]             | \
            /claims/0/threshold/metric
            claims: [{id: a, text: t, place: p, threshold: {metric: test_error_percent, side: above}}]               | /claims/0/threshold
            claims: [{id: a, text: t, place: p, threshold: {metric: test_error_percent, of: {network.dpth: 20}, side: above, value: 1}}] | \
            /claims/0/threshold/of
            """)
    void whatIsWrongDoesNotFit(String line, String place) throws IOException {
        String key = line.substring(0, line.indexOf(':'));
        String rest = HEAD.lines().filter(kept -> !kept.startsWith(key + ":")).reduce("", (a, b) -> a + b + "\n");
        assertThat(errors(rest + line + "\n")).extracting(error -> error.getInstanceLocation().toString()).contains(place);
    }

    @Test void anExperimentWithoutBasesNeedsANameAndAPaper() throws IOException {
        assertThat(errors("data: {name: cifar10}\n")).extracting(Error::getKeyword).contains("required");
        assertThat(errors("name: x\npaper: {id: he2015}\n")).extracting(error -> error.getInstanceLocation().toString()).contains("/paper");
    }

    private static List<Error> errors(String text) throws IOException {
        return errors(FOLDER.resolve("schema/experiment.schema.json"), text);
    }

    private static List<Error> errors(Path schema, String text) throws IOException {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas((String uri) -> uri.startsWith("file:") ? read(Path.of(URI.create(uri))) : null));
        Schema compiled = registry.getSchema(SchemaLocation.of(schema.toAbsolutePath().normalize().toUri().toString()));
        return compiled.validate(text, InputFormat.YAML);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
