package org.resbench.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to files that are wrong: where, what, and what would be right. */
class FaultsTest {
    private static final String HEAD = """
            name: x
            paper: {id: he2015, place: table 6}
            data: {name: cifar10}
            """;
    private static final String NETWORK = "network: {family: residual, depth: 20}\n";

    @TempDir Path folder;

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            recipe: {batch_siz: 64}                        | 5:10: recipe.batch_siz: unknown key; did you mean 'batch_size'?
            recipe: {batch_norm: {statistics: movin}}      | 5:35: recipe.batch_norm.statistics: 'movin' must be one of moving, averaged; \
            did you mean 'moving'?
            recipe: {momentum: [0.9]}                      | 5:20: recipe.momentum: '[0.9]' must be at least 0 and below 1
            recipe: {learning_rate: .nan}                  | 5:25: recipe.learning_rate: '.nan' must be a number above 0
            recipe: {learning_rate: NaN}                   | 5:25: recipe.learning_rate: 'NaN' must be a number above 0
            recipe: {learning_rate: -.inf}                 | 5:25: recipe.learning_rate: '-.inf' must be a number above 0
            recipe: {learning_rate: 1e999}                 | 5:25: recipe.learning_rate: '1e999' must be a number above 0
            recipe: {learning_rate: 0x1p3}                 | 5:25: recipe.learning_rate: '0x1p3' must be a number above 0
            recipe: {iterations: 2.5}                      | 5:22: recipe.iterations: '2.5' must be a whole number of at least 1
            recipe: {layer_responses: yes}                 | 5:27: recipe.layer_responses: 'yes' must be true or false
            recipe: {micro_batch_size: 48}                 | 5:28: recipe.micro_batch_size: 48 must divide batch_size 128
            recipe: {drops: [{iteration: 64000, factor: 1}]} | \
            5:30: recipe.drops[0].iteration: 64000 is not before the last of 64000 iterations
            recipe: fast                                   | 5:9: recipe: must be a mapping of keys to values, not fast
            recipe: {weight_decay: !!java.net.URL [x]}     | 5:24: recipe.weight_decay: tags such as tag:yaml.org,2002:java.net.URL are \
            not allowed
            seeds: 3                                       | 5:8: seeds: must be a list, not 3
            seeds: [1, 1]                                  | 5:8: seeds: must be a list of different whole numbers
            seeds: []                                      | 5:8: seeds: must be a list of different whole numbers, at least one
            sclaes: {}                                     | 5:1: sclaes: unknown key; did you mean 'scales'?
            scales: {papre: {}}                            | 5:10: scales.papre: unknown key; did you mean 'paper'?
            scales: {paper: {name: y}}                     | 5:24: scales.paper.name: is the same at every scale
            matrix: {network.depth: []}                    | 5:25: matrix.network.depth: is empty
            matrix: {network.depth: [20, 20]}              | 5:9: matrix: 'resnet-20' stands twice
            matrix: {recipe.momentum: [0.9, 0.90]}         | 5:9: matrix: 'resnet-20 momentum=0.9' stands twice
            matrix: {network.depth: [20, 33]}              | 5:30: network.depth: 33 is not the depth of a CIFAR network; must be 6n+2
            matrix: {networks.depth: [20]}                 | 5:26: matrix.networks.depth: 'networks.depth' cannot be varied
            matrix: {seeds: [1, 2]}                        | 5:17: matrix.seeds: 'seeds' cannot be varied
            matrix: {cases: [20]}                          | 5:17: matrix.cases: must be a list of mappings
            matrix: {recipe.learning_rte: [0.1]}           | 5:32: recipe.learning_rte: unknown key; did you mean 'learning_rate'?
            report: {figures: [learning-curve]}            | 5:20: report.figures: 'learning-curve' must be one of learning-curves
            report: {tables: [costs]}                      | 5:19: report.tables: 'costs' must be one of
            title: {a: 1}                                  | 5:8: title: must be text
            """)
    void isNamedWithItsPlace(String line, String expected) throws IOException {
        assertThat(problems(HEAD + NETWORK + line + "\n")).anySatisfy(problem -> assertThat(problem).contains("x.yaml:" + expected));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            metric: test_error, of: {network.depth: 20}, side: above, value: 1                      | \
            metric: 'test_error' must be one of test_error_percent
            metric: test_error_percent, of: {network.depth: 56}, side: above, value: 1              | \
            of: picks no cell; cells are resnet-20, resnet-32
            metric: test_error_percent, of: {network.dpth: 20}, side: above, value: 1               | \
            of: 'network.dpth' is no setting; did you mean 'network.depth'?
            metric: test_error_percent, of: {recipe.momentum: 0.90}, side: above, value: 1          | \
            of: picks 2 cells (resnet-20, resnet-32), where it must pick one
            metric: test_error_percent, of: {network.depth: 20}, side: over, value: 1               | \
            side: 'over' must be one of above, below
            metric: test_error_percent, of: {network.depth: 20}, side: above                        | value: is missing
            metric: test_error_percent, of: {network.depth: 20}, side: above, value: .inf           | value: '.inf' must be a finite number
            """)
    void claimsMustBeDecidable(String threshold, String expected) throws IOException {
        assertThat(problems(HEAD + NETWORK
                + "matrix: {network.depth: [20, 32]}\nclaims: [{id: a, text: t, place: p, threshold: {" + threshold + "}}]\n"))
                .anySatisfy(problem -> assertThat(problem).startsWith(folder + "/x.yaml:6:").contains("claims[0].threshold." + expected));
    }

    @Test void trendsNeedLevels() throws IOException {
        String trend = "claims: [{id: a, text: t, place: p, trend: {metric: test_error_percent, axis: %s, direction: increases}}]\n";
        assertThat(problems(HEAD + NETWORK + "matrix: {network.depth: [20, 32]}\n" + trend.formatted("network.dept")))
                .singleElement().asString().contains("'network.dept' is no setting of resnet-20; did you mean 'network.depth'?");
        assertThat(problems(HEAD + NETWORK + trend.formatted("network.depth"))).singleElement().asString()
                .contains("where a trend needs two");
        assertThat(problems(HEAD + "network: {depth: 20}\nmatrix: {network.family: [plain, residual], network.depth: [20, 32]}\n"
                + trend.formatted("network.depth"))).singleElement().asString()
                        .contains("plain-20 and resnet-20 at one value of network.depth");
    }

    @Test void allProblemsComeAtOnceInTheFilesOrder() throws IOException {
        assertThat(problems("name: x\nrecipe: {momentum: 2, iteratons: 5}\nnetwork: {family: plian, depth: 21}\n"))
                .hasSizeGreaterThanOrEqualTo(6).satisfies(all -> assertThat(all.get(0)).contains("is missing"))
                .satisfies(all -> assertThat(String.join("\n", all)).containsSubsequence("x.yaml:2:20: recipe.momentum",
                        "x.yaml:2:23: recipe.iteratons", "x.yaml:3:19: network.family", "x.yaml:3:33: network.depth"));
    }

    @Test void aClaimThatPicksNothingIsNamedBesideOtherProblems() throws IOException {
        String claim = "claims: [{id: a, text: t, place: p, threshold: {metric: test_error_percent, of: {network.depth: 44}, "
                + "side: above, value: 1}}]\n";
        assertThat(problems(HEAD + NETWORK + claim + "titel: x\n")).hasSize(2)
                .anySatisfy(problem -> assertThat(problem).contains("titel"))
                .anySatisfy(problem -> assertThat(problem).contains("picks no cell"));
    }

    @Test void seedsThatAreNoListAreOneProblem() throws IOException {
        assertThat(problems(HEAD + NETWORK + "seeds: 3\n")).singleElement().asString().contains("seeds: must be a list, not 3");
        assertThat(problems(HEAD + NETWORK + "seeds: [x]\n")).singleElement().asString().contains("'x' must be a whole number");
    }

    @Test void keysMayNotStandTwice() throws IOException {
        assertThat(problems(HEAD + NETWORK + "recipe: {momentum: 0.9, momentum: 0.8}\n")).singleElement().asString()
                .contains("x.yaml:5:25: recipe.momentum: stands twice");
    }

    @Test void whatIsNoMappingIsSaidToBeNone() throws IOException {
        assertThat(problems("")).singleElement().asString().contains("must be a YAML mapping").contains("empty");
        assertThat(problems("# nothing\n")).singleElement().asString().contains("empty");
        assertThat(problems("- a\n")).singleElement().asString().contains("must be a YAML mapping");
        assertThat(problems("a: [\n")).singleElement().asString().contains("x.yaml:2:1: not YAML");
        assertThat(problems("a: 1\n---\nb: 2\n")).singleElement().asString().contains("not YAML");
        assertThat(catchThrowableOfType(SpecException.class, () -> load(folder, List.of()))).hasMessageContaining("is a folder");
        assertThat(catchThrowableOfType(SpecException.class, () -> load(folder.resolve("none.yaml"), List.of())))
                .hasMessageContaining("no such file");
        assertThat(catchThrowableOfType(SpecException.class, () -> load(Path.of("experiments/quickstrat.yaml"), List.of())))
                .hasMessageContaining("no such file").hasMessageContaining("did you mean 'quickstart.yaml'?");
        Path latin = Files.write(folder.resolve("latin.yaml"), "name: Größe\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(catchThrowableOfType(SpecException.class, () -> load(latin, List.of()))).hasMessageContaining("is not UTF-8");
    }

    @Test void aliasesCannotFillTheMemory() throws IOException {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 24; i++) {
            laughs.append("a").append(i).append(": &a").append(i).append(" [*a").append(i - 1).append(", *a").append(i - 1).append("]\n");
        }
        assertThat(problems(laughs.toString())).singleElement().asString().contains("more than " + YamlReader.MOST_VALUES + " values");
        assertThat(problems("a: &a [*a]\n")).isNotEmpty();
        assertThat(problems("a: " + "[".repeat(50_000) + "]".repeat(50_000))).isNotEmpty();
        assertThat(problems("x".repeat((int) YamlReader.MOST_BYTES + 1))).singleElement().asString().contains("bytes");
    }

    @Test void theMatrixCannotEither() throws IOException {
        String seeds = "seeds: [" + String.join(", ", IntStream.range(0, 200).mapToObj(Integer::toString).toList()) + "]\n";
        String rates = String.join(", ", IntStream.range(1, 100).mapToObj(i -> "0." + i).toList());
        assertThat(problems(HEAD + NETWORK + seeds + "matrix: {recipe.learning_rate: [" + rates + "]}\n")).singleElement().asString()
                .contains("makes more than 10000 trials");
    }

    @Test void cyclesAreNamedByTheirChain() throws IOException {
        write("a.yaml", "extends: b.yaml\n");
        write("b.yaml", "extends: x.yaml\n");
        assertThat(problems("extends: a.yaml\n")).singleElement().asString()
                .contains("b.yaml:1:10: extends: 'x.yaml' closes a cycle: x.yaml extends a.yaml extends b.yaml extends x.yaml");
        assertThat(problems("extends: [nowhere.yaml]\n")).singleElement().asString()
                .contains("x.yaml:1:11: extends: 'nowhere.yaml' is not there");
        assertThat(problems("extends: {a: b}\n")).singleElement().asString().contains("must be a file name or a list of them");
    }

    /** Left changes what top says; right does not speak of it. */
    @Test void aDiamondsSharedBaseUndoesNothing() throws IOException {
        write("top.yaml", HEAD + NETWORK + "recipe: {momentum: 0.5, batch_size: 64}\n");
        write("left.yaml", "extends: top.yaml\nrecipe: {momentum: 0.7}\n");
        write("right.yaml", "extends: top.yaml\nrecipe: {batch_size: 32}\n");
        Recipe recipe = load(write("x.yaml", "extends: [left.yaml, right.yaml]\n"), List.of()).trials().get(0).recipe();
        assertThat(recipe.momentum()).isEqualTo(0.7);
        assertThat(recipe.batchSize()).isEqualTo(32);
    }

    @Test void aKeyWithoutAValueTakesABasesAway() throws IOException {
        write("top.yaml", HEAD + NETWORK + "recipe: {momentum: 0.5, warm_up: {give_up_after: 3}}\n");
        Recipe recipe = load(write("x.yaml", "extends: top.yaml\nrecipe: {warm_up: null, momentum: }\n"),
                List.of()).trials().get(0).recipe();
        assertThat(recipe.warmUp()).isEmpty();
        assertThat(recipe.momentum()).isEqualTo(Defaults.MOMENTUM);
    }

    @Test void anAxisWithoutAValueTakesABasesAway() throws IOException {
        write("top.yaml", HEAD + NETWORK + "matrix: {recipe.momentum: [0.5, 0.6], recipe.weight_decay: [0, 0.1]}\n");
        assertThat(load(write("x.yaml", "extends: top.yaml\nmatrix: {recipe.momentum: }\n"), List.of()).trials()).extracting(Trial::axes)
                .containsExactly(Map.of("recipe.weight_decay", "0"), Map.of("recipe.weight_decay", "0.1"));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            recipe.learning_rte=0.1         | recipe.learning_rte: unknown key; did you mean 'learning_rate'?
            recipe.learning_rate=fast       | recipe.learning_rate: 'fast' must be a number above 0
            recipe.learning_rate            | must be key.path=value
            =3                              | must be key.path=value
            recipe..momentum=0.5            | must be key.path=value
            recipe.drops=[                  | not YAML
            scales.paper=1                  | is chosen with --scale
            claims=[]                       | claims: cannot be set
            network.depth=56                | network.depth: is varied by the matrix (network.depth), which would win; set \
            matrix.network.depth=[...]
            """)
    void overridesAreChecked(String override, String expected) throws IOException {
        Path file = write("x.yaml", HEAD + NETWORK + "matrix: {network.depth: [20, 32]}\n");
        assertThat(catchThrowableOfType(SpecException.class, () -> load(file, List.of(override))).problems())
                .anySatisfy(problem -> assertThat(problem.toString()).startsWith("--set " + override + ": ").contains(expected));
    }

    @Test void overridesHaveTheLastWordAndAreRemembered() throws IOException {
        Path file = write("x.yaml",
                HEAD + "network: resnet-20\nmatrix: {recipe.momentum: [0.8, 0.9]}\nscales: {paper: {recipe: {iterations: 70000}}}\n");
        List<String> overrides = List.of("matrix.recipe.momentum=[0.7]", "network.width=32",
                "recipe.iterations=500", "recipe.evaluate_every=50");
        Experiment experiment = load(file, overrides);
        assertThat(experiment.trials()).singleElement().satisfies(trial -> {
            assertThat(trial.recipe().momentum()).isEqualTo(0.7);
            assertThat(trial.recipe().iterations()).isEqualTo(500);
            assertThat(trial.architecture().label()).isEqualTo("resnet-20-w32");
        });
        assertThat(experiment.overrides()).isEqualTo(overrides);
        assertThat(experiment.recipeChanges()).containsExactlyElementsOf(overrides.subList(0, 3));
    }

    @Test void casesSetSeveralKeysAtOnceAndOverridesOfThemAreRefused() throws IOException {
        Path file = write("x.yaml", HEAD + "network: {family: residual}\nmatrix: {cases: [{network.depth: 20}, {network.depth: 32, "
                + "recipe.momentum: 0.5}]}\n");
        assertThat(load(file, List.of()).trials()).extracting(Trial::cell).containsExactly("resnet-20", "resnet-32");
        assertThat(catchThrowableOfType(SpecException.class, () -> load(file, List.of("recipe.momentum=0.1"))))
                .hasMessageContaining("is varied by the matrix (cases)");
    }

    @ParameterizedTest @ValueSource(strings = {"a b", "../up", "", "'  '"})
    void namesMustDoForFolders(String name) throws IOException {
        assertThat(problems(HEAD.replace("name: x", "name: " + name) + NETWORK)).isNotEmpty();
    }

    private List<String> problems(String text) throws IOException {
        Path file = write("x.yaml", text);
        return catchThrowableOfType(SpecException.class, () -> load(file, List.of())).problems().stream().map(Problem::toString).toList();
    }

    private Experiment load(Path file, List<String> overrides) {
        return ExperimentFile.load(file, Scale.PAPER, overrides, Optional.empty());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
