package org.resbench.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema knows what the loader knows, no more and no less. What the loader knows is what it names when it is given nonsense. */
class SchemaDriftTest {
    private static final String HEAD = """
            name: x
            paper: {id: he2015, place: table 6}
            data: {name: cifar10}
            network: {family: residual, depth: 20}
            """;
    private static final String NETWORK = "/$defs/network/anyOf/1";
    private static final JsonNode SCHEMA = schema();
    /** Mappings whose keys are settings, by the key path that they stand at. */
    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.of("data", "/$defs/data", "data.augmentation",
            "/$defs/data/properties/augmentation", "network", NETWORK, "recipe", "/$defs/recipe", "recipe.warm_up",
            "/$defs/recipe/properties/warm_up", "recipe.batch_norm", "/$defs/recipe/properties/batch_norm",
            "initialise_from", "/$defs/initialise_from"));

    @TempDir Path folder;

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            /$defs/file                                | zzz: 1
            /$defs/file/properties/paper               | paper: {zzz: 1}
            /$defs/file/properties/scales              | scales: {zzz: 1}
            /$defs/report                              | report: {zzz: 1}
            /$defs/data                                | data: {zzz: 1}
            /$defs/data/properties/augmentation        | data: {augmentation: {zzz: 1}}
            /$defs/network/anyOf/1                     | network: {zzz: 1}
            /$defs/recipe                              | recipe: {zzz: 1}
            /$defs/recipe/properties/warm_up           | recipe: {warm_up: {zzz: 1}}
            /$defs/recipe/properties/batch_norm        | recipe: {batch_norm: {zzz: 1}}
            /$defs/recipe/properties/drops/items       | recipe: {drops: [{zzz: 1}]}
            /$defs/initialise_from                     | initialise_from: {zzz: 1}
            /$defs/claim                               | claims: [{threshold: {}, zzz: 1}]
            /$defs/claim/properties/difference         | claims: [{difference: {zzz: 1}}]
            /$defs/claim/properties/trend              | claims: [{trend: {zzz: 1}}]
            /$defs/claim/properties/threshold          | claims: [{threshold: {zzz: 1}}]
            /$defs/claim/properties/equivalence        | claims: [{equivalence: {zzz: 1}}]
            /$defs/claim/properties/count              | claims: [{count: {zzz: 1}}]
            /$defs/claim/properties/order              | claims: [{order: {zzz: 1}}]
            /$defs/file/properties/complexity          | complexity: {zzz: 1}
            /$defs/measure                             | measure: {zzz: 1}
            /$defs/published_error                     | measure: {errors: [{zzz: 1}]}
            /$defs/claim/properties/cost               | claims: [{cost: {zzz: 1}}]
            /$defs/claim/properties/ratio              | claims: [{ratio: {zzz: 1}}]
            /$defs/claim/properties/sooner             | claims: [{sooner: {zzz: 1}}]
            """)
    void everyMappingHasTheLoadersKeys(String pointer, String line) throws IOException {
        assertThat(keys(pointer)).isEqualTo(named(line, "zzz: unknown key.*; known: (.*)"));
    }

    /** Besides those above: the overlay of a scale, the matrix and its cases, which the tests below cover. */
    @Test void noMappingOfTheSchemaIsForgottenHere() {
        List<String> pointers = new ArrayList<>();
        mappings(SCHEMA.at("/$defs"), "/$defs", pointers);
        assertThat(pointers).hasSize(25 + 3).contains("/$defs/overlay", "/$defs/matrix", "/$defs/matrix/properties/cases/items");
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            /$defs/data/properties/split                             | data: {split: zzz}
            /$defs/data/properties/normalisation                     | data: {normalisation: zzz}
            /$defs/network/anyOf/1/properties/family                 | network: {family: zzz}
            /$defs/network/anyOf/1/properties/shortcut               | network: {shortcut: zzz}
            /$defs/network/anyOf/1/properties/pixel_grid             | network: {pixel_grid: zzz}
            /$defs/network/anyOf/1/properties/zero_channels          | network: {zero_channels: zzz}
            /$defs/network/anyOf/1/properties/stride                 | network: {family: imagenet-residual, stride: zzz}
            /$defs/network/anyOf/1/properties/layout                 | network: {family: resnext, layout: zzz}
            /$defs/network/anyOf/1/properties/form                   | network: {family: googlenet, form: zzz}
            /$defs/recipe/properties/decayed_variables               | recipe: {decayed_variables: zzz}
            /$defs/recipe/properties/initialisation                  | recipe: {initialisation: zzz}
            /$defs/recipe/properties/batch_norm/properties/statistics | recipe: {batch_norm: {statistics: zzz}}
            /$defs/report/properties/figures/items                   | report: {figures: [zzz]}
            /$defs/report/properties/tables/items                    | report: {tables: [zzz]}
            /$defs/metric                                            | claims: [{threshold: {metric: zzz}}]
            /$defs/count_metric                                      | claims: [{count: {metric: zzz}}]
            /$defs/counted_layers                                    | claims: [{count: {layers: zzz}}]
            /$defs/claim/properties/order/properties/side            | claims: [{order: {side: zzz}}]
            /$defs/claim/properties/threshold/properties/side        | claims: [{threshold: {side: zzz}}]
            /$defs/claim/properties/cost/properties/side             | claims: [{cost: {side: zzz}}]
            /$defs/claim/properties/cost/properties/metric           | claims: [{cost: {metric: zzz}}]
            /$defs/claim/properties/ratio/properties/side            | claims: [{ratio: {side: zzz}}]
            /$defs/claim/properties/sooner/properties/metric         | claims: [{sooner: {metric: test_loss}}]
            /$defs/claim/properties/difference/properties/side       | claims: [{difference: {side: zzz}}]
            /$defs/claim/properties/trend/properties/direction       | claims: [{trend: {direction: zzz}}]
            """)
    void everyChoiceHasTheLoadersWords(String pointer, String line) throws IOException {
        Set<String> words = new TreeSet<>();
        SCHEMA.at(pointer).get("enum").forEach(word -> {
            if (!word.isNull()) {
                words.add(word.asText());
            }
        });
        assertThat(words).isEqualTo(named(line, "'(?:zzz|test_loss)'.* must be one of ([^;]*).*"));
    }

    @Test void theMatrixAndSelectorsKnowEverySettingAndNothingElse() {
        Set<String> paths = new TreeSet<>(Set.of("data", "network", "recipe", "initialise_from"));
        SETTINGS.forEach((prefix, pointer) -> keys(pointer).forEach(key -> paths.add(prefix + "." + key)));
        Set<String> listed = new TreeSet<>();
        SCHEMA.at("/$defs/key_path/enum").forEach(path -> listed.add(path.asText()));
        assertThat(listed).isEqualTo(paths);
        assertThat(keys("/$defs/matrix/properties/cases/items")).isEqualTo(paths);
        paths.add("cases");
        assertThat(keys("/$defs/matrix")).isEqualTo(paths);
    }

    @Test void aScaleMayChangeWhatTheLoaderLetsItChange() throws IOException {
        Set<String> all = keys("/$defs/file");
        assertThat(all).containsAll(keys("/$defs/overlay"));
        for (String key : all) {
            boolean fixed = String.join("\n", problems("scales: {paper: {" + key + ": {}}}"))
                    .contains(key + ": is the same at every scale");
            assertThat(keys("/$defs/overlay").contains(key)).as(key).isNotEqualTo(fixed);
        }
    }

    /** {@code micro_batch_size} is as large as a batch by default; {@code drops} are those of the paper that fit. */
    @Test void defaultsAreThoseThatHold() throws IOException {
        Settings settings = Settings.of(load(HEAD + "recipe: {warm_up: {}}\n").trials().get(0));
        Set<String> without = new TreeSet<>();
        settings.values().forEach((path, value) -> {
            String prefix = path.substring(0, path.lastIndexOf('.'));
            JsonNode published = SCHEMA.at(SETTINGS.get(prefix) + "/properties/"
                    + path.substring(path.lastIndexOf('.') + 1)).path("default");
            if (published.isMissingNode()) {
                without.add(path);
            } else if (published.isNumber()) {
                assertThat(published.doubleValue()).as(path).isEqualTo(Double.parseDouble(value));
            } else {
                assertThat(published.asText()).as(path).isEqualTo(value);
            }
        });
        assertThat(without).containsExactlyInAnyOrder("data.name", "network.family", "network.depth", "network.shortcut",
                "recipe.micro_batch_size", "recipe.drops");
    }

    @ParameterizedTest @ValueSource(strings = {"family: imagenet-plain, depth: 34",
        "family: imagenet-residual, depth: 50", "family: resnext, depth: 29",
        "family: densenet, depth: 40", "family: vgg, depth: 16", "family: alexnet", "family: googlenet", "family: mlp, depth: 8",
        "family: residual-mlp, depth: 8"})
    void everyFamilyHasTheDefaultsOfTheSchema(String network) throws IOException {
        Settings settings = Settings.of(load(HEAD.replaceFirst("network:.*", "network: {" + network + "}")).trials().get(0));
        settings.values().forEach((path, value) -> {
            JsonNode published = SCHEMA.at(NETWORK + "/properties/" + path.replace("network.", "")).path("default");
            if (path.startsWith("network.") && !published.isMissingNode()) {
                assertThat(value).as(path).isEqualTo(published.asText());
            }
        });
        assertThat(settings.values()).containsKey("network.family").doesNotContainKey("network.width");
    }

    private static Set<String> keys(String pointer) {
        Set<String> keys = new TreeSet<>();
        SCHEMA.at(pointer).get("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static void mappings(JsonNode node, String pointer, List<String> into) {
        if (node.path("properties").isObject()) {
            into.add(pointer);
        }
        node.fields().forEachRemaining(field -> mappings(field.getValue(), pointer + "/" + field.getKey(), into));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            mappings(node.get(i), pointer + "/" + i, into);
        }
    }

    /** The words that the loader lists for a file of one wrong line. */
    private Set<String> named(String line, String pattern) throws IOException {
        List<String> problems = problems(line);
        for (String problem : problems) {
            Matcher matcher = Pattern.compile(".*" + pattern).matcher(problem);
            if (matcher.matches()) {
                return new TreeSet<>(List.of(matcher.group(1).split(", ")));
            }
        }
        throw new AssertionError("no problem of '" + line + "' lists what is known: " + problems);
    }

    private List<String> problems(String line) throws IOException {
        String key = line.substring(0, line.indexOf(':'));
        String rest = HEAD.lines().filter(kept -> !kept.startsWith(key + ":")).reduce("", (a, b) -> a + b + "\n");
        SpecException refused = catchThrowableOfType(SpecException.class, () -> load(rest + line + "\n"));
        return refused == null ? List.of() : refused.problems().stream().map(Problem::toString).toList();
    }

    private Experiment load(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), text);
        return ExperimentFile.load(file, Scale.PAPER, List.of(), Optional.empty());
    }

    private static JsonNode schema() {
        try {
            return new ObjectMapper().readTree(Path.of("experiments/schema/experiment.schema.json").toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
