package org.resbench.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.arch.CifarNetwork;
import org.resbench.arch.Family;
import org.resbench.arch.PixelGrid;
import org.resbench.arch.ShortcutOption;
import org.resbench.arch.ZeroChannels;
import org.resbench.spec.Recipe;
import org.resbench.spec.Trial;

class RunStoreTest {
    private static final Trial TRIAL = Examples.trial(1);
    private static final Manifest MANIFEST = Examples.manifest(TRIAL);

    @TempDir Path folder;

    private RunStore store() {
        return new RunStore(folder.resolve("a b").resolve("runs"));
    }

    @Test void aRunGoesFromRunningToCompleted() {
        RunStore store = store();
        assertThat(store.list()).isEmpty();
        try (OpenRun run = store.open(MANIFEST)) {
            assertThat(run.folder().getFileName().toString()).isEqualTo("resnet-20-synthetic-s1-"
                    + MANIFEST.fingerprint().substring(0, 12));
            assertThat(run.checkpoints()).isDirectory();
            assertThat(run.earlierEvents()).isEmpty();
            run.append("started", 0, Map.of());
            run.append("step", 100, Map.of("loss", 2.5));
            assertThat(store.find(TRIAL).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
            run.storePredictions(new Run.Predictions(new int[] {1, 2, 3}, new int[] {1, 0, 3}));
            run.complete(Examples.result());
        }
        Run run = store.find(TRIAL).orElseThrow();
        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(run.manifest()).isEqualTo(MANIFEST);
        assertThat(run.result()).contains(Examples.result());
        assertThat(run.events()).extracting(Event::kind).containsExactly("started", "step");
        assertThat(run.predictions().orElseThrow().predicted()).containsExactly(1, 0, 3);
        assertThat(run.predictions().orElseThrow().errors()).isEqualTo(1);
        assertThat(store.list()).hasSize(1);
        assertThat(store.find(Examples.trial(2))).isEmpty();
    }

    @Test void anUnfinishedRunContinues() {
        try (OpenRun run = store().open(MANIFEST)) {
            run.append("started", 0, Map.of());
        }
        assertThat(store().find(TRIAL).orElseThrow().status()).isEqualTo(RunStatus.INTERRUPTED);
        try (OpenRun run = store().open(MANIFEST)) {
            assertThat(run.earlierEvents()).extracting(Event::kind).containsExactly("started");
            run.append("failed", 3, Map.of("why", "the data set went away"));
        }
        assertThat(store().find(TRIAL).orElseThrow().status()).isEqualTo(RunStatus.FAILED);
    }

    /** Longer than one look at the end of the file. */
    @Test void theLastEventIsFoundWithoutReadingAll() {
        try (OpenRun run = store().open(MANIFEST)) {
            assertThat(store().find(TRIAL).orElseThrow().lastEvent()).isEmpty();
            for (int i = 1; i <= 3; i++) {
                run.append("layer_gradient_norms", i, Map.of("norms", "x".repeat(1000 * i * i * i)));
                Run there = store().find(TRIAL).orElseThrow();
                assertThat(there.lastEvent()).contains(there.events().get(i - 1));
            }
        }
    }

    @Test void aCompleteRunIsNotOpenedAgain() {
        try (OpenRun run = store().open(MANIFEST)) {
            run.complete(Examples.result());
        }
        assertThatThrownBy(() -> store().open(MANIFEST)).isInstanceOf(RunException.class).hasMessageContaining("complete already");
        try (OpenRun other = store().open(Examples.manifest(Examples.trial(2)))) {
            assertThat(other.earlierEvents()).isEmpty();
        }
    }

    @Test void onlyWhatChangesNumbersChangesTheFingerprint() {
        String fingerprint = RunStore.fingerprint(TRIAL);
        Trial renamed = new Trial("another cell", Map.of(), TRIAL.architecture(), TRIAL.data(), TRIAL.recipe(), TRIAL.seed());
        CifarNetwork network = (CifarNetwork) TRIAL.architecture();
        CifarNetwork projecting = new CifarNetwork(Family.RESIDUAL, 20, ShortcutOption.B, 16, PixelGrid.CENTRED, ZeroChannels.AFTER);
        assertThat(RunStore.fingerprint(renamed)).isEqualTo(fingerprint).matches("[0-9a-f]{64}");
        assertThat(RunStore.fingerprint(Examples.trial(network, Examples.recipe(7, 9, Optional.empty(), 0.1), 1))).isEqualTo(fingerprint);
        assertThat(List.of(RunStore.fingerprint(Examples.trial(2)), RunStore.fingerprint(Examples.trial(projecting, TRIAL.recipe(), 1)),
                RunStore.fingerprint(Examples.trial(network, Examples.recipe(500, 1000, Optional.empty(), 0.05), 1))))
                .doesNotContain(fingerprint).doesNotHaveDuplicates();
    }

    /** The text that docs/runs.md describes, and what {@code sha256sum} makes of it. Whoever has to change this makes every run there is
     * unknown to its experiment: raise {@link Manifest#SCHEMA}. */
    @Test void theFingerprintIsTheHashOfTheDocumentedText() {
        String text = "{\"architecture\":{\"depth\":20,\"family\":\"residual\",\"grid\":\"centred\",\"kind\":\"cifar_network\","
                + "\"shortcut\":\"A\",\"width\":16,\"zero_channels\":\"after\"},\"data\":{\"augmentation\":{\"flip\":true,\"pad\":4},"
                + "\"classes\":10,\"image_size\":0,\"name\":\"synthetic\",\"normalisation\":\"pixel_mean\",\"split\":\"train_test\","
                + "\"test_images\":1000,\"training_images\":5000},\"recipe\":{\"batch_norm\":{\"averaged_batches\":0,\"epsilon\":1.0E-5,"
                + "\"momentum\":0.9,\"statistics\":\"moving\"},\"batch_size\":128,\"decayed_variables\":\"all\",\"drops\":[{\"factor\":0.1,"
                + "\"iteration\":32000},{\"factor\":0.1,\"iteration\":48000}],\"gradient_norms_every\":100,"
                + "\"initialisation\":\"he_normal\",\"iterations\":64000,\"layer_responses\":false,\"learning_rate\":0.1,"
                + "\"micro_batch_size\":128,\"momentum\":0.9,\"warm_up\":null,\"weight_decay\":1.0E-4},\"seed\":1}";
        assertThat(text).hasSize(747);
        assertThat(RunStore.fingerprint(TRIAL)).isEqualTo("04f83958376d88cb7ec77d7192a035845ab2882b17527744444977ea3f5601aa");
    }

    @Test void mixedPrecisionIsAnotherTrialAndFloat32IsNot() throws IOException {
        Recipe recipe = TRIAL.recipe();
        assertThat(RunStore.fingerprint(in(Recipe.Precision.FLOAT32, recipe))).isEqualTo(RunStore.fingerprint(TRIAL));
        assertThat(RunStore.fingerprint(in(Recipe.Precision.MIXED, recipe))).isNotEqualTo(RunStore.fingerprint(TRIAL));
        String mixed = Json.line(in(Recipe.Precision.MIXED, recipe).recipe());
        assertThat(Json.read(mixed, Recipe.class).precision()).isEqualTo(Recipe.Precision.MIXED);
        assertThat(Json.read(mixed.replace(",\"precision\":\"mixed\"", ""), Recipe.class)).as("older than the setting").isEqualTo(recipe);
    }

    private static Trial in(Recipe.Precision precision, Recipe of) {
        return new Trial(TRIAL.cell(), TRIAL.axes(), TRIAL.architecture(), TRIAL.data(),
                new Recipe(of.batchSize(), of.microBatchSize(), of.iterations(),
                        of.learningRate(), of.drops(), of.warmUp(), of.momentum(), of.weightDecay(), of.decayedVariables(),
                        of.initialisation(), of.batchNorm(), of.evaluateEvery(), of.checkpointEvery(), of.gradientNormsEvery(),
                        of.layerResponses(), precision), TRIAL.seed());
    }

    @Test void anotherSchemaIsRefusedByItsNumber() throws IOException {
        try (OpenRun run = store().open(MANIFEST)) {
            run.append("started", 0, Map.of());
        }
        Path manifest = store().folders().get(0).resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"schema\": 1", "\"schema\": 2"));
        assertThatThrownBy(() -> store().find(TRIAL)).isInstanceOf(RunException.class)
                .hasMessageContaining("manifest.json: schema: 2 cannot be read, only 1; a newer resbench wrote it");
        assertThat(store().list()).isEmpty();
        assertThat(store().folders()).hasSize(1);
    }

    @Test void aDamagedManifestIsReportedWithLineAndKey() throws IOException {
        try (OpenRun run = store().open(MANIFEST)) {
            run.append("started", 0, Map.of());
        }
        Path manifest = store().folders().get(0).resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"scale\": \"smoke\"", "\"scale\": \"huge\""));
        assertThatThrownBy(() -> store().find(TRIAL)).isInstanceOf(RunException.class)
                .hasMessageContaining("manifest.json:5:").hasMessageContaining("scale: ").hasMessageContaining("huge")
                .hasMessageNotContaining("org.resbench");
    }

    @Test void aRunThatLostItsManifestIsListedAsDamagedAndNotRunOver() throws IOException {
        try (OpenRun run = store().open(MANIFEST)) {
            run.complete(Examples.result());
        }
        Files.delete(store().folders().get(0).resolve("manifest.json"));
        assertThat(RunListing.of(store()).damaged()).singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("manifest.json"));
        assertThatThrownBy(() -> store().open(MANIFEST)).isInstanceOf(RunException.class)
                .hasMessageContaining("has a result.json but no manifest.json").hasMessageContaining("put the manifest back");
    }

    @Test void foldersThatAreNoRunsAreSkipped() throws IOException {
        Files.createDirectories(store().root().resolve("notes"));
        Files.writeString(store().root().resolve("README"), "mine");
        assertThat(store().list()).isEmpty();
    }

    @Test void onlyTheLastTrainingOfAnIterationCounts() {
        try (OpenRun run = store().open(MANIFEST)) {
            run.append("started", 0, Map.of());
            run.append("step", 100, Map.of("loss", 2.0));
            run.append("step", 200, Map.of("loss", 1.5));
            run.append("interrupted", 250, Map.of());
            run.append("resumed", 100, Map.of());
            run.append("step", 200, Map.of("loss", 1.25));
        }
        List<Event> events = Event.withoutRepeated(store().find(TRIAL).orElseThrow().events());
        assertThat(events).extracting(Event::kind).containsExactly("started", "step", "interrupted", "resumed", "step");
        assertThat(events.get(4).number("loss")).hasValue(1.25);
    }

    @Test void aTrainingThatBeganAgainTakesTheFirstOneBack() {
        try (OpenRun run = store().open(MANIFEST)) {
            run.append("started", 0, Map.of());
            run.append("step", 100, Map.of("loss", 2.0));
            run.append("evaluation", 100, Map.of("test_error_percent", 90.0));
            run.append("started", 0, Map.of());
            run.append("step", 100, Map.of("loss", 1.25));
        }
        assertThat(Event.withoutRepeated(store().find(TRIAL).orElseThrow().events())).extracting(Event::kind)
                .containsExactly("started", "started", "step");
    }
}
