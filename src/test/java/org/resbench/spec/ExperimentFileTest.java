package org.resbench.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExperimentFileTest {
    @TempDir Path folder;

    @ParameterizedTest @EnumSource(Scale.class) void quickstartLoadsAtEveryScale(Scale scale) {
        Experiment experiment = load(Path.of("experiments/quickstart.yaml"), scale);
        assertThat(experiment.trials()).hasSize(4 * (scale == Scale.SMOKE ? 1 : 5));
        assertThat(experiment.trials()).extracting(Trial::cell).contains("plain-8-w8", "resnet-32-w8");
        assertThat(experiment.claims()).hasSize(2);
    }

    @ParameterizedTest @EnumSource(Scale.class) void photographsLoadAtEveryScale(Scale scale) {
        Experiment experiment = load(Path.of("experiments/photographs.yaml"), scale);
        assertThat(experiment.trials()).extracting(Trial::cell).contains("plain-20", "plain-56", "resnet-20", "resnet-56");
        assertThat(experiment.claims()).hasSize(6);
    }

    /** He et al. 2015, section 4.2. */
    @Test void defaultsAreThePapersRecipe() throws IOException {
        Recipe recipe = load(write("a.yaml", "name: a\npaper: {id: he2015, place: table 6}\ndata: {name: cifar10}\nnetwork: resnet-20\n"),
                Scale.PAPER).trials().get(0).recipe();
        assertThat(recipe.batchSize()).isEqualTo(128);
        assertThat(recipe.iterations()).isEqualTo(64_000);
        assertThat(recipe.drops()).containsExactly(new Recipe.Drop(32_000, 0.1), new Recipe.Drop(48_000, 0.1));
        assertThat(recipe.momentum()).isEqualTo(0.9);
        assertThat(recipe.weightDecay()).isEqualTo(1e-4);
    }

    @Test void everyProblemIsNamedAtOnceWithItsPlace() throws IOException {
        Path file = write("b.yaml", """
                name: b
                paper: {id: he2015, place: table 6}
                data: {name: cifar10}
                network: {family: plain, depth: 21}
                recipe:
                  learning_rte: 0.1
                  momentum: 2
                """);
        assertThatThrownBy(() -> load(file, Scale.PAPER)).isInstanceOf(SpecException.class)
                .hasMessageContaining("b.yaml:6:3: recipe.learning_rte: unknown key; did you mean 'learning_rate'?")
                .hasMessageContaining("b.yaml:7:13: recipe.momentum: '2' must be at least 0 and below 1")
                .hasMessageContaining("b.yaml:4:33: network.depth: 21").hasMessageContaining("6n+2");
    }

    @Test void basesMergeAndCyclesAreNamed() throws IOException {
        write("base.yaml",
                "paper: {id: he2015, place: x}\ndata: {name: cifar10}\nnetwork: resnet-20\nrecipe: {batch_size: 64, momentum: 0.5}\n");
        Path file = write("c.yaml", "extends: base.yaml\nname: c\nrecipe: {momentum: 0.8}\n");
        Recipe recipe = ExperimentFile.load(file, Scale.PAPER, List.of("recipe.learning_rate=0.05"), Optional.of(List.of(4L)))
                .trials().get(0).recipe();
        assertThat(List.of(recipe.batchSize(), recipe.momentum(), recipe.learningRate())).containsExactly(64, 0.8, 0.05);
        Path cycle = write("d.yaml", "extends: d.yaml\nname: d\n");
        assertThatThrownBy(() -> load(cycle, Scale.PAPER)).hasMessageContaining("a cycle");
    }

    @Test void equalCellsAndEmptyAxesAreRefused() throws IOException {
        String head = "name: e\npaper: {id: he2015, place: x}\ndata: {name: cifar10}\nnetwork: {family: plain, depth: 20}\n";
        Path twins = write("e.yaml", head + "matrix: {network.depth: [20, 20]}\n");
        assertThatThrownBy(() -> load(twins, Scale.PAPER)).hasMessageContaining("'plain-20' stands twice");
        Path empty = write("f.yaml", head + "matrix: {network.depth: []}\n");
        assertThatThrownBy(() -> load(empty, Scale.PAPER)).hasMessageContaining("matrix.network.depth: is empty");
    }

    private Experiment load(Path file, Scale scale) {
        return ExperimentFile.load(file, scale, List.of(), Optional.empty());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
