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

class InitialiseFromTest {
    @TempDir Path folder;

    @Test void pathsCountFromTheFileOrFromWhereACommandIsGiven() throws IOException {
        assertThat(start("initialise_from: {run: ../runs/x}").path()).isEqualTo(folder.getParent().resolve("runs/x").toString());
        InitialiseFrom set = load("initialise_from: {run: ../runs/x}",
                List.of("initialise_from.run=null", "initialise_from.weights=w.safetensors"))
                .trials().get(0).initialiseFrom().orElseThrow();
        assertThat(set).isEqualTo(new InitialiseFrom(InitialiseFrom.Kind.WEIGHTS, "w.safetensors", List.of(), List.of(), ""));
    }

    @Test void aLayerIsMeantByTheBeginningOfItsName() throws IOException {
        InitialiseFrom start = start("initialise_from: {run: x, new_layers: [fc], freeze: [conv1, stage1, stage2.block1]}");
        assertThat(start.freezes("conv1")).isTrue();
        assertThat(start.freezes("stage1.block2.bn1")).isTrue();
        assertThat(start.freezes("stage2.block1.conv2")).isTrue();
        assertThat(start.freezes("stage2.block10.conv2")).isFalse();
        assertThat(start.freezes("fc")).isFalse();
        assertThat(start.drawsAnew("fc")).isTrue();
    }

    @Test void withoutCopiedLayersItIsTheTrialFromScratch() throws IOException {
        List<Trial> trials = load("initialise_from: {run: x}\nmatrix: {initialise_from.new_layers: [all, [fc]]}", List.of()).trials();
        assertThat(trials).extracting(Trial::cell).containsExactly("resnet-20 new_layers=all", "resnet-20 new_layers=[fc]");
        Trial scratch = load("", List.of()).trials().get(0);
        assertThat(trials.get(0)).isEqualTo(
                new Trial(trials.get(0).cell(), trials.get(0).axes(), scratch.architecture(), scratch.data(), scratch.recipe(), 1));
        assertThat(trials).extracting(trial -> trial.data().normalisation())
                .containsExactly(DataSpec.Normalisation.PIXEL_MEAN, DataSpec.Normalisation.SOURCE);
    }

    @Test void whatIsWrongIsSaidWithTheNearestName() throws IOException {
        assertThat(problem("initialise_from: {run: x, freeze: [stge1]}"))
                .contains("initialise_from.freeze: 'stge1' is neither a layer nor the beginning of one")
                .contains("did you mean 'stage1'?");
        assertThat(problem("initialise_from: {run: x, weights: y}")).contains("needs either run").contains("not both");
        assertThat(problem("initialise_from: {freeze: [conv1]}")).contains("needs either run");
        assertThat(problem("initialise_from: {run: x, new_layers: [stage3], freeze: [stage3.block1]}"))
                .contains("is drawn anew by new_layers");
        assertThat(problem("initialise_from: {run: x, new_layers: all, freeze: [conv1]}")).contains("is drawn anew by new_layers");
        assertThat(problem("data: {name: cifar10, normalisation: source}")).contains("needs a network that layers are copied from");
    }

    private InitialiseFrom start(String line) throws IOException {
        return load(line, List.of()).trials().get(0).initialiseFrom().orElseThrow();
    }

    private String problem(String line) throws IOException {
        SpecException refused = catchThrowableOfType(SpecException.class, () -> load(line, List.of()));
        assertThat(refused).as(line).isNotNull();
        return refused.getMessage();
    }

    private Experiment load(String text, List<String> overrides) throws IOException {
        String data = text.startsWith("data:") ? "" : "data: {name: cifar10}\n";
        Path file = Files.writeString(folder.resolve("x.yaml"), "name: x\npaper: {id: he2015, place: x}\nnetwork: resnet-20\n"
                + data + text + "\n");
        return ExperimentFile.load(file, Scale.PAPER, overrides, Optional.empty());
    }
}
