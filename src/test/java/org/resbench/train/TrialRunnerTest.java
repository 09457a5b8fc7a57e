package org.resbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.runs.Event;
import org.resbench.runs.Processors;
import org.resbench.runs.Run;
import org.resbench.runs.RunException;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.spec.Recipe;

class TrialRunnerTest {
    @TempDir Path folder;

    @Test void aTrialLeavesACompleteRun() {
        Run run = SmallTrial.in(folder).train();
        RunResult result = run.result().orElseThrow();
        assertThat(result.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(result.iterations()).isEqualTo(30);
        assertThat(result.last().testErrors()).isEqualTo(run.predictions().orElseThrow().errors());
        assertThat(result.last().testErrorPercent()).isBetween(0.0, 100.0);
        assertThat(result.data().testImages()).isEqualTo(run.predictions().orElseThrow().labels().length);
        assertThat(result.layerResponses()).isEmpty();
        assertThat(result.speed().device()).isEqualTo("cpu: " + Processors.cpu() + ", 2 threads");
        assertThat(run.events()).extracting(Event::kind)
                .contains("started", "step", "layer_gradient_norms", "evaluation", "warm_up_ended", "checkpoint", "finished");
        assertThat(run.events().stream().filter(event -> event.kind().equals("step")))
                .allSatisfy(step -> assertThat(step.number("waiting_percent").orElseThrow()).isBetween(0.0, 100.0));
        assertThat(run.folder().resolve("tensorboard")).doesNotExist();
    }

    @Test void aRunStoppedOnTheWayEndsInTheSameBits() {
        RunResult straight = SmallTrial.in(folder.resolve("straight")).train().result().orElseThrow();
        SmallTrial stopped = SmallTrial.in(folder.resolve("stopped"));
        stopped.train(13, TrialRunner.Ending.STOPPED);
        Run continued = stopped.train();
        RunResult result = continued.result().orElseThrow();
        assertThat(result.weightsSha256()).isEqualTo(straight.weightsSha256());
        assertThat(result.last()).isEqualTo(straight.last());
        assertThat(result.speed().sessions()).isEqualTo(2);
        assertThat(continued.events()).extracting(Event::kind).contains("interrupted", "resumed");
    }

    /** Eight of thirty images more or less are what two float32 trainings with other seeds differ by, too. */
    @Test void mixedPrecisionLearnsAsFloat32DoesAndGoesOnInTheSameBits() {
        RunResult wide = SmallTrial.in(folder.resolve("float32")).train().result().orElseThrow();
        Run straight = SmallTrial.in(folder.resolve("straight")).inMixedPrecision().train();
        RunResult mixed = straight.result().orElseThrow();
        assertThat(mixed.last().trainingLoss()).isCloseTo(wide.last().trainingLoss(), within(0.1)).isNotEqualTo(wide.last().trainingLoss());
        assertThat(mixed.last().testErrors()).isCloseTo(wide.last().testErrors(), within(8L));
        assertThat(straight.manifest().trial().recipe().precision()).isEqualTo(Recipe.Precision.MIXED);
        SmallTrial stopped = SmallTrial.in(folder.resolve("stopped")).inMixedPrecision();
        stopped.train(13, TrialRunner.Ending.STOPPED);
        assertThat(stopped.train().result().orElseThrow().weightsSha256()).isEqualTo(mixed.weightsSha256());
    }

    @Test void aTrialStoppedBeforeItsFirstStepLeavesNothingToUndo() {
        SmallTrial trial = SmallTrial.in(folder);
        Run stopped = trial.train(1, TrialRunner.Ending.STOPPED);
        assertThat(stopped.events()).isEmpty();
        assertThat(stopped.status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(trial.train().result().orElseThrow().speed().sessions()).isEqualTo(1);
    }

    /** Every write to Linux's {@code /dev/full} fails as on a full disk. */
    @Test @EnabledOnOs(OS.LINUX) void onAFullDiskTheCheckpointsFailureNamesTheRemedyAndLeavesNoHalfFile() throws Exception {
        SmallTrial trial = SmallTrial.in(folder);
        Run stopped = trial.train(5, TrialRunner.Ending.STOPPED);
        Path checkpoints = stopped.folder().resolve("checkpoints");
        Files.createSymbolicLink(checkpoints.resolve("last.safetensors.tmp"), Path.of("/dev/full"));
        assertThatThrownBy(() -> trial.train()).isInstanceOf(RunException.class)
                .hasMessageContaining("No space left on device").hasMessageContaining("free space");
        try (Stream<Path> files = Files.list(checkpoints)) {
            assertThat(files).containsExactly(checkpoints.resolve("last.safetensors"));
        }
        assertThat(trial.train().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test void aDamagedCheckpointIsNamedAndCanBeDeletedToBeginAgain() throws Exception {
        SmallTrial trial = SmallTrial.in(folder);
        Path checkpoint = trial.train(5, TrialRunner.Ending.STOPPED).folder().resolve("checkpoints/last.safetensors");
        byte[] flipped = Files.readAllBytes(checkpoint);
        flipped[flipped.length - 1] ^= 1;
        Files.write(checkpoint, Arrays.copyOf(flipped, 300));
        assertThatThrownBy(() -> trial.train()).isInstanceOf(RunException.class)
                .hasMessageContaining(checkpoint + ": is cut short").hasMessageContaining("or delete it to train from the first iteration");
        Files.write(checkpoint, flipped);
        assertThatThrownBy(() -> trial.train()).hasMessageContaining("its values were changed or damaged");
        Files.delete(checkpoint);
        Run again = trial.train();
        assertThat(again.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(Event.withoutRepeated(again.events())).filteredOn(event -> event.kind().equals("step"))
                .extracting(Event::iteration).doesNotHaveDuplicates();
    }

    /** Four classes: guessing is wrong in 75 % and has a loss of ln 4. */
    @Test void aLossThatIsNotFiniteIsAnOutcomeWithChanceError() {
        Run run = SmallTrial.in(folder).at(1e30).train();
        RunResult result = run.result().orElseThrow();
        assertThat(result.status()).isEqualTo(RunStatus.DIVERGED);
        assertThat(result.last().testErrorPercent()).isEqualTo(75.0);
        assertThat(result.last().testLoss()).isCloseTo(1.386294, within(1e-6));
        assertThat(result.iterations()).isLessThan(30);
        Event diverged = run.events().stream().filter(event -> event.kind().equals("diverged")).findFirst().orElseThrow();
        assertThat(diverged.number("loss").orElseThrow()).matches(loss -> !Double.isFinite(loss));
        assertThat(diverged.fields()).containsEntry("why", "the loss is not finite");
        assertThat(diverged.iteration()).isEqualTo(result.iterations());
    }

    @Test void gradientNormsAreThereAtTheFirstAndTheLastIterationAndEveryFewBetween() {
        Run run = SmallTrial.in(folder).train();
        List<Event> norms = run.events().stream().filter(event -> event.kind().equals("layer_gradient_norms")).toList();
        assertThat(norms).extracting(Event::iteration).containsExactly(1L, 20L, 30L);
        Map<?, ?> first = (Map<?, ?>) norms.get(0).fields().get("norms");
        assertThat(first.keySet()).hasToString("[conv1, stage1.block1.conv1, stage1.block1.conv2, stage2.block1.conv1,"
                + " stage2.block1.conv2, stage3.block1.conv1, stage3.block1.conv2, fc]");
        double kernels = Math.sqrt(first.values().stream().mapToDouble(norm -> Math.pow((Double) norm, 2)).sum());
        Event step = run.events().stream().filter(event -> event.kind().equals("step")).findFirst().orElseThrow();
        assertThat(step.iteration()).isEqualTo(1);
        assertThat(step.number("gradient_norm").orElseThrow()).isGreaterThan(kernels).isLessThan(2 * kernels);
    }

    @Test void layerResponsesAreInTheResultLayerByLayer() {
        RunResult result = SmallTrial.in(folder).withLayerResponses().train().result().orElseThrow();
        assertThat(result.layerResponses().keySet()).containsExactly("conv1", "stage1.block1.conv1", "stage1.block1.conv2",
                "stage2.block1.conv1", "stage2.block1.conv2", "stage3.block1.conv1", "stage3.block1.conv2");
        assertThat(result.layerResponses().values()).allMatch(deviation -> deviation > 0 && Double.isFinite(deviation));
    }

    @Test void tensorBoardFilesHoldTheNumbersOfTheEvents() throws Exception {
        SmallTrial trial = SmallTrial.in(folder).with(new TrialRunner.Settings("cpu", false, true)).withLayerResponses();
        Run run = trial.train();
        List<Path> files;
        try (var listed = Files.list(run.folder().resolve("tensorboard"))) {
            files = listed.toList();
        }
        assertThat(files).hasSize(1);
        var written = TensorBoardFile.read(files.get(0));
        assertThat(written.get(0).getFileVersion()).isEqualTo("brain.Event:2");
        assertThat(scalars(written)).isEqualTo(scalarsOf(run));
        var histogram = written.stream().flatMap(event -> event.getSummary().getValueList().stream())
                .filter(value -> value.getTag().equals("layer_gradient_norms/norms")).findFirst().orElseThrow().getHisto();
        assertThat(histogram.getNum()).isEqualTo(8);
    }

    @Test void aGpuThatIsNotThereIsSaid() {
        assumeTrue(Processors.gpus().isEmpty(), "this machine has a GPU");
        SmallTrial trial = SmallTrial.in(folder).with(new TrialRunner.Settings("gpu", false, false));
        assertThatThrownBy(trial::train).isInstanceOf(RunException.class)
                .hasMessage("device gpu: TensorFlow sees no GPU here; run: resbench doctor, or use --device auto");
    }

    @Test void aDeviceThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> new TrialRunner.Settings("tpu", false, false)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("device: 'tpu' is not one of auto, cpu, gpu");
    }

    /** {@code tag@step} to value. */
    private static Map<String, Float> scalars(List<org.tensorflow.proto.Event> written) {
        Map<String, Float> scalars = new TreeMap<>();
        written.forEach(event -> event.getSummary().getValueList().stream().filter(value -> value.hasSimpleValue())
                .forEach(value -> scalars.put(value.getTag() + "@" + event.getStep(), value.getSimpleValue())));
        return scalars;
    }

    private static Map<String, Float> scalarsOf(Run run) {
        Map<String, Float> scalars = new TreeMap<>();
        run.events().forEach(event -> event.fields().forEach((key, value) ->
                put(scalars, event.kind() + "/" + key, event.iteration(), value)));
        put(scalars, "result/layer_responses", 30, run.result().orElseThrow().layerResponses());
        return scalars;
    }

    private static void put(Map<String, Float> scalars, String tag, long step, Object value) {
        if (value instanceof Number number) {
            scalars.put(tag + "@" + step, number.floatValue());
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> put(scalars, tag + "/" + key, step, inner));
        }
    }
}
