package org.resbench.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.resbench.spec.Experiment;
import org.resbench.spec.ExperimentFile;
import org.resbench.spec.InitialiseFrom;
import org.resbench.spec.PaperReference;
import org.resbench.spec.ReportPlan;
import org.resbench.spec.Scale;
import org.resbench.spec.Trial;

class StartingWeightsTest {
    /** {@code printf abc | sha256sum}; also FIPS 180-2, appendix B.1. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir Path folder;

    @Test void aFileIsKnownByItsBytes() throws IOException {
        Path file = Files.writeString(folder.resolve("w.safetensors"), "abc");
        Trial resolved = resolve(Examples.trial(1).from(from(file)), new RunStore(folder.resolve("runs")));
        assertThat(resolved.initialiseFrom().orElseThrow().sha256()).isEqualTo(OF_ABC);
    }

    /** A report on copied runs. */
    @Test void whereTheSourceIsGoneTheRunRemembersItsWeights() throws IOException {
        Path file = Files.writeString(folder.resolve("w.safetensors"), "abc");
        RunStore store = new RunStore(folder.resolve("runs"));
        Trial trial = resolve(Examples.trial(1).from(from(file)), store);
        try (OpenRun run = store.open(Examples.manifest(trial))) {
            run.append("started", 0, Map.of());
        }
        Files.delete(file);
        Trial again = Examples.trial(1).from(from(folder.resolve("elsewhere/w.safetensors")));
        assertThat(store.find(resolve(again, store))).isPresent();
        assertThat(store.find(resolve(Examples.trial(2).from(from(file)), store))).isEmpty();
    }

    @Test void weightsAndLayersAreTheTrialsMeaningAndThePathIsNot() {
        Trial trial = Examples.trial(1);
        InitialiseFrom start = new InitialiseFrom(InitialiseFrom.Kind.WEIGHTS, "a", List.of("fc"), List.of("conv1", "bn1"), OF_ABC);
        String fingerprint = RunStore.fingerprint(trial.from(start));
        assertThat(started(trial, "b", List.of("fc"), List.of("bn1", "conv1")))
                .isEqualTo(fingerprint);
        assertThat(List.of(RunStore.fingerprint(trial), RunStore.fingerprint(trial.from(start.of("0".repeat(64)))),
                started(trial, "a", List.of(), List.of("conv1", "bn1")),
                started(trial, "a", List.of("fc"), List.of("conv1"))))
                .doesNotContain(fingerprint).doesNotHaveDuplicates();
    }

    @Test void manifestsOfEarlierVersionsAreRead() throws IOException {
        Manifest manifest = Examples.manifest(Examples.trial(1));
        String text = Json.line(manifest);
        assertThat(text).contains(",\"initialise_from\":null");
        assertThat(Json.read(text.replace(",\"initialise_from\":null", ""), Manifest.class)).isEqualTo(manifest);
        Manifest started = Examples.manifest(Examples.trial(1).from(from(Path.of("w.safetensors")).of(OF_ABC)));
        assertThat(Json.read(Json.line(started), Manifest.class)).isEqualTo(started);
    }

    /** Runs that exist must stay known. */
    @Test void experimentsWithoutItKeepTheirFingerprints() {
        Experiment table6 = ExperimentFile.load(Path.of("experiments/table-6.yaml"), Scale.PAPER, List.of(), Optional.empty());
        assertThat(RunStore.fingerprint(table6.trials().get(0))).startsWith("fe750f211193");
    }

    @ParameterizedTest @EnumSource(Scale.class) void theShippedExperimentStartsFromARunOfTable6(Scale scale) {
        Trial source = ExperimentFile.load(Path.of("experiments/table-6.yaml"), scale,
                List.of("matrix.cases=[{network.depth: 20}]"), Optional.of(List.of(1L)))
                .trials().get(0);
        assertThat(ExperimentFile.load(Path.of("experiments/transfer.yaml"), scale, List.of(), Optional.empty()).trials())
                .flatExtracting(trial -> trial.initialiseFrom().stream().map(InitialiseFrom::path).toList()).hasSizeGreaterThan(1)
                .containsOnly("runs/" + RunStore.folderName(source, RunStore.fingerprint(source)));
    }

    private static String started(Trial trial, String path, List<String> newLayers, List<String> freeze) {
        return RunStore.fingerprint(trial.from(new InitialiseFrom(InitialiseFrom.Kind.RUN, path, newLayers, freeze, OF_ABC)));
    }

    private static InitialiseFrom from(Path file) {
        return new InitialiseFrom(InitialiseFrom.Kind.WEIGHTS, file.toString(), List.of("fc"), List.of(), "");
    }

    private static Trial resolve(Trial trial, RunStore store) {
        return StartingWeights.resolve(new Experiment("x", "x", new PaperReference("he2015", "x"), Scale.SMOKE, List.of(trial), List.of(),
                new ReportPlan(List.of(), List.of()), Path.of("x.yaml")), store).trials().get(0);
    }
}
