package org.resbench.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.resbench.arch.CifarNetwork;
import org.resbench.arch.Family;

/** Every file in {@code experiments/}, at every scale. */
class ShippedExperimentsTest {
    static final Path FOLDER = Path.of("experiments");
    private static final List<String> NO_EXPERIMENTS = List.of("bases", "published", "schema");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml")
                    && !NO_EXPERIMENTS.contains(FOLDER.relativize(file).getName(0).toString()))
                    .sorted().toList().stream();
        }
    }

    static Stream<Experiment> experiments() throws IOException {
        return files().flatMap(file -> Arrays.stream(Scale.values()).map(scale -> load(file, scale)));
    }

    @Test void theOnesThatAreDocumentedAreThere() throws IOException {
        assertThat(files()).extracting(file -> file.getFileName().toString())
                .contains("quickstart.yaml", "photographs.yaml", "figure-6-left.yaml",
                        "table-6.yaml", "figure-6-right.yaml", "shortcut-options.yaml", "figure-7-layer-responses.yaml",
                        "gradient-norms.yaml", "ablation.yaml", "small-rivals.yaml", "transfer.yaml", "table6-parameters.yaml");
    }

    /** The ablation claims nothing of the paper's: it measures differences from the paper's recipe. */
    @ParameterizedTest @MethodSource("experiments") void isNamedAsItsFileAndClaimsOrMeasuresSomething(Experiment experiment) {
        assertThat(experiment.source().getFileName()).hasToString(experiment.name() + ".yaml");
        assertThat(experiment.claims().isEmpty()).isEqualTo(experiment.report().tables().contains("differences"));
        assertThat(experiment.trials()).doesNotHaveDuplicates();
    }

    /** Smoke shrinks images, classes and steps, never layers; the ablation, which has many trials, shrinks its network too. */
    @ParameterizedTest @MethodSource("files") void everyScaleTrainsTheSameNetworks(Path file) {
        if (file.endsWith("ablation.yaml")) {
            return;
        }
        List<String> networks = networks(load(file, Scale.PAPER));
        assertThat(networks(load(file, Scale.REDUCED))).isEqualTo(networks);
        assertThat(networks(load(file, Scale.SMOKE))).isEqualTo(networks);
    }

    /** A claim needs a spread in each cell. */
    @ParameterizedTest @MethodSource("experiments") void hasSeveralSeedsButAtSmoke(Experiment experiment) {
        if (!(experiment.work() instanceof Work.Training)) {
            return;
        }
        long seeds = experiment.trials().stream().map(Trial::seed).distinct().count();
        assertThat(seeds).isGreaterThanOrEqualTo(experiment.scale() == Scale.SMOKE ? 1 : 3);
    }

    /** He et al. 2015, section 4.2, for all that rerun the paper's own experiments. */
    @ParameterizedTest @MethodSource("files") void scalePaperIsThePapersRecipe(Path file) {
        Experiment experiment = load(file, Scale.PAPER);
        if (List.of("quickstart", "transfer").contains(experiment.name()) || !(experiment.work() instanceof Work.Training)) {
            return;
        }
        List<Trial> trials = experiment.name().equals("ablation")
                ? experiment.trials().stream().filter(trial -> trial.axes().isEmpty()).toList()
                : experiment.trials();
        assertThat(trials).isNotEmpty();
        for (Trial trial : trials) {
            Recipe recipe = trial.recipe();
            assertThat(recipe.batchSize()).isEqualTo(128);
            assertThat(recipe.microBatchSize()).as("two GPUs").isEqualTo(64);
            assertThat(recipe.iterations()).isEqualTo(64_000);
            assertThat(recipe.learningRate()).isEqualTo(0.1);
            assertThat(recipe.drops()).containsExactly(new Recipe.Drop(32_000, 0.1), new Recipe.Drop(48_000, 0.1));
            assertThat(recipe.momentum()).isEqualTo(0.9);
            assertThat(recipe.weightDecay()).isEqualTo(1e-4);
            assertThat(recipe.initialisation()).isEqualTo(Recipe.Initialisation.HE_NORMAL);
            assertThat(trial.data().augmentation()).isEqualTo(new DataSpec.AugmentationSpec(4, true));
            assertThat(trial.data().normalisation()).isEqualTo(DataSpec.Normalisation.PIXEL_MEAN);
            assertThat(trial.data().split()).isEqualTo(DataSpec.Split.TRAIN_TEST);
            boolean ofThePaper = trial.architecture() instanceof CifarNetwork;
            assertThat(ofThePaper ? ((CifarNetwork) trial.architecture()).width() : 16).isEqualTo(16);
            boolean warm = ofThePaper && trial.architecture().depth() >= 110 && trial.architecture().family() == Family.RESIDUAL;
            assertThat(recipe.warmUp()).isEqualTo(warm ? Optional.of(new Recipe.WarmUp(0.01, 80, 4000)) : Optional.empty());
        }
    }

    /** Table 6: one run of each residual network is shared by all experiments that need it. */
    @Test void experimentsShareRuns() {
        List<Trial> table6 = load(FOLDER.resolve("table-6.yaml"), Scale.PAPER).trials();
        Trial deep = load(FOLDER.resolve("figure-6-right.yaml"), Scale.PAPER).trials().get(0);
        assertThat(table6).anySatisfy(trial -> {
            assertThat(trial.cell()).isEqualTo("resnet-110").isEqualTo(deep.cell());
            assertThat(trial.recipe()).isEqualTo(deep.recipe());
            assertThat(trial.data()).isEqualTo(deep.data());
        });
    }

    private static List<String> networks(Experiment experiment) {
        return experiment.trials().stream().map(trial -> trial.architecture().label()).distinct().toList();
    }

    private static Experiment load(Path file, Scale scale) {
        return ExperimentFile.load(file, scale, List.of(), Optional.empty());
    }
}
