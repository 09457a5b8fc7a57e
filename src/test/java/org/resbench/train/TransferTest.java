package org.resbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.arch.CifarNetwork;
import org.resbench.data.DataHome;
import org.resbench.energy.Meters;
import org.resbench.evaluate.TrainedRun;
import org.resbench.runs.Event;
import org.resbench.runs.Manifest;
import org.resbench.runs.OpenRun;
import org.resbench.runs.Run;
import org.resbench.runs.RunException;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStore;
import org.resbench.spec.DataSpec;
import org.resbench.spec.InitialiseFrom;
import org.resbench.spec.Recipe;
import org.resbench.spec.Scale;
import org.resbench.spec.Trial;
import org.resbench.tf.Checkpoint;

/** An 8-layer network on 4 classes, and what others take over from it. */
class TransferTest {
    private static final List<String> ALL_BUT_LAST = List.of("conv1", "bn1", "stage1", "stage2", "stage3");

    @TempDir static Path shared;
    private static Run source;

    @TempDir Path folder;

    @BeforeAll static void trainTheSource() {
        source = SmallTrial.in(shared).train();
    }

    /** The same images, every layer copied, steps too small to change a weight: the source's own answers. */
    @Test void withEqualClassesAndDataItBeginsWhereTheSourceEnded() {
        RunResult.Final before = source.result().orElseThrow().last();
        RunResult.Final after = train(trial(4, 1, 1e-30, List.of(), ALL_BUT_LAST)).result().orElseThrow().last();
        assertThat(after.testErrors()).isEqualTo(before.testErrors());
        assertThat(after.testLoss()).isCloseTo(before.testLoss(), within(1e-6));
    }

    @Test void frozenLayersKeepEveryBitAndOthersAreTrained() throws IOException {
        Run run = train(trial(4, 6, 0.1, List.of(), List.of("conv1", "bn1", "stage1")));
        Map<String, float[]> before = weights(source);
        Map<String, float[]> after = weights(run);
        assertThat(after.keySet()).isEqualTo(before.keySet())
                .contains("stage1.block1.bn1/moving_mean", "bn1/scale", "stage3.block1.bn1/moving_mean");
        after.forEach((name, values) -> {
            boolean frozen = name.startsWith("conv1/") || name.startsWith("bn1/") || name.startsWith("stage1.");
            if (frozen) {
                assertThat(values).as(name).isEqualTo(before.get(name));
            } else {
                assertThat(values).as(name).isNotEqualTo(before.get(name));
            }
        });
        Event told = run.events().stream().filter(event -> event.kind().equals("initialised")).findFirst().orElseThrow();
        assertThat(told.fields()).containsEntry("sha256", source.result().orElseThrow().weightsSha256()).containsEntry("source_classes", 4)
                .containsEntry("copied_variables", before.size());
    }

    /** Steps too small to change a weight show what it began with. */
    @Test void newLayersAreDrawnAndTheOthersCopied() throws IOException {
        Map<String, float[]> after = weights(train(trial(3, 1, 1e-30, List.of("fc"), ALL_BUT_LAST)));
        Map<String, float[]> before = weights(source);
        assertThat(after.get("fc/kernel")).hasSize(before.get("fc/kernel").length / 4 * 3);
        assertThat(after.get("fc/bias")).usingComparatorWithPrecision(1e-20f).containsOnly(0);
        assertThat(after.get("stage3.block1.conv2/kernel")).isEqualTo(before.get("stage3.block1.conv2/kernel"));
    }

    @Test void stoppedAndContinuedWithoutTheSourceItEndsInTheSameBits() throws IOException {
        Run copy = RunStore.read(copy(source.folder(), folder.resolve("source")));
        Trial trial = trial(4, 10, 0.1, List.of("fc"), List.of("conv1")).from(from(copy.folder(), List.of("fc"), List.of("conv1")));
        Run straight = train(trial, folder.resolve("straight"), Integer.MAX_VALUE);
        train(trial, folder.resolve("stopped"), 5);
        Files.delete(copy.folder().resolve("checkpoints/last.safetensors"));
        Run continued = train(trial, folder.resolve("stopped"), Integer.MAX_VALUE);
        assertThat(continued.result().orElseThrow().weightsSha256()).isEqualTo(straight.result().orElseThrow().weightsSha256());
    }

    @Test void aRunKnowsItsScalingWithoutTheSource() {
        Run run = train(trial(3, 1, 0.1, List.of("fc"), List.of()));
        assertThat(TrainedRun.open(run, new DataHome(folder)).network().input().pixelMean().values())
                .isEqualTo(TrainedRun.open(source, new DataHome(folder)).network().input().pixelMean().values());
    }

    @Test void anotherNumberOfClassesSaysWhatToWrite() {
        assertThatThrownBy(() -> train(trial(3, 1, 0.1, List.of(), List.of()))).isInstanceOf(RunException.class)
                .hasMessageContaining("tells 4 classes apart, the data here have 3")
                .hasMessageContaining("set initialise_from.new_layers: [fc]");
    }

    @Test void anotherNetworkOrEpsilonIsRefused() {
        Trial trial = trial(4, 1, 0.1, List.of(), List.of());
        Trial wider = new Trial("resnet-8", Map.of(), CifarNetwork.resnet(8).withWidth(8), trial.data(), trial.recipe(),
                trial.initialiseFrom(), 3);
        assertThatThrownBy(() -> train(wider)).isInstanceOf(RunException.class).hasMessageContaining("copied between equal networks only");
        Trial other = trial.from(from(source.folder(), List.of(), List.of()).of("0".repeat(64)));
        assertThatThrownBy(() -> train(other)).isInstanceOf(RunException.class)
                .hasMessageContaining("other weights than when this training began");
    }

    private static Trial trial(int classes, int iterations, double rate, List<String> newLayers, List<String> freeze) {
        Trial like = SmallTrial.in(shared).trial();
        Recipe recipe = like.recipe();
        DataSpec data = like.data();
        return new Trial("resnet-8", Map.of(), like.architecture(),
                new DataSpec(data.name(), data.split(), data.imageSize(), classes, 16 * classes, data.testImages(),
                        DataSpec.Normalisation.SOURCE, data.augmentation()),
                new Recipe(16, 16, iterations, rate, List.of(), Optional.empty(), 0.9, 1e-4, recipe.decayedVariables(),
                        recipe.initialisation(), recipe.batchNorm(), 10, 10, 20, false),
                Optional.of(from(source.folder(), newLayers, freeze)), 3);
    }

    private static InitialiseFrom from(Path run, List<String> newLayers, List<String> freeze) {
        return new InitialiseFrom(InitialiseFrom.Kind.RUN, run.toString(), newLayers, freeze,
                source.result().orElseThrow().weightsSha256());
    }

    private Run train(Trial trial) {
        return train(trial, folder, Integer.MAX_VALUE);
    }

    private static Run train(Trial trial, Path store, int stopAfter) {
        Manifest manifest = Manifest.of("test", Scale.SMOKE, trial,
                new Manifest.Provenance("", "", false, "", "", "", 2, "", "", List.of(), Map.of()));
        int[] steps = {0};
        try (OpenRun run = new RunStore(store).open(manifest)) {
            new TrialRunner(new DataHome(store), Meters.none("no meter in this test"), new TrialRunner.Settings("cpu", false, false))
                    .train(trial, run, new SmallTrial.Silent(), () -> ++steps[0] >= stopAfter);
        }
        return new RunStore(store).find(trial).orElseThrow();
    }

    private static Map<String, float[]> weights(Run run) throws IOException {
        Map<String, float[]> weights = new TreeMap<>(Checkpoint.read(run.folder().resolve("checkpoints/last.safetensors")).variables());
        weights.keySet().removeIf(name -> name.endsWith("/momentum"));
        return weights;
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolve("checkpoints"));
        for (String file : List.of("manifest.json", "result.json", "checkpoints/last.safetensors")) {
            Files.copy(from.resolve(file), to.resolve(file));
        }
        return to;
    }
}
