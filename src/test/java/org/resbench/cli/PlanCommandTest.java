package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.resbench.runs.Json;
import org.resbench.runs.OpenRun;
import org.resbench.runs.Processors;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.runs.RunStore;
import org.resbench.spec.Experiment;
import org.resbench.spec.ExperimentFile;
import org.resbench.spec.Scale;
import org.resbench.spec.Trial;

class PlanCommandTest {
    private static final Path QUICKSTART = Path.of("experiments/quickstart.yaml");
    private static final String HERE = "cpu: " + Processors.cpu() + ", " + Runtime.getRuntime().availableProcessors() + " threads";
    /** 19 timed steps of 32 images, 0.1 s each; two evaluations of 100 images, 0.5 s each. */
    private static final RunResult.Speed SPEED = new RunResult.Speed(320, 1.9, 1, 3, HERE, 1);

    @TempDir Path folder;
    private final Locale locale = Locale.getDefault();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Experiment smoke = ExperimentFile.load(QUICKSTART, Scale.SMOKE, List.of(), Optional.empty());

    @AfterEach void restoreLocale() {
        Locale.setDefault(locale);
    }

    private RunStore store() {
        return new RunStore(folder.resolve("runs"));
    }

    private int plan(String... arguments) {
        out.getBuffer().setLength(0);
        List<String> line = new ArrayList<>(List.of("plan", "--runs", store().root().toString(), "--data",
                folder.resolve("data").toString()));
        line.addAll(List.of(arguments));
        return Main.run(line, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private JsonNode facts(String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(arguments));
        line.add("--json");
        assertThat(plan(line.toArray(String[]::new))).as(err.toString()).isZero();
        return Json.readTree(out.toString());
    }

    /** A result for these cells of the shipped quickstart at scale smoke. */
    private void finish(RunResult.Speed speed, String... cells) {
        smoke.trials().stream().filter(trial -> List.of(cells).contains(trial.cell()))
                .forEach(trial -> FinishedRuns.one(store(), smoke, trial, RunStatus.COMPLETED, speed));
    }

    private static JsonNode trial(JsonNode facts, String cell) {
        return StreamSupport.stream(facts.get("trials").spliterator(), false)
                .filter(one -> one.get("cell").asText().equals(cell)).findFirst().orElseThrow();
    }

    /** Table 6 of He et al. 2015: 0.27M parameters for 20 layers, 0.85M for 56; section 4.2: 64k iterations, batch 128. */
    @Test void sizesAreThoseOfThePaper() throws Exception {
        Path file = Files.writeString(folder.resolve("paper.yaml"), "name: x\npaper: {id: he2015, place: table 6}\ndata: {name: "
                + "cifar10}\nnetwork: {family: residual}\nmatrix:\n  network.depth: [20, 56]\nseeds: [1, 2]\n");
        JsonNode facts = facts(file.toString());
        assertThat(facts.get("trials")).hasSize(4);
        assertThat(trial(facts, "resnet-20").get("layers").asInt()).isEqualTo(20);
        assertThat(trial(facts, "resnet-20").get("parameters").asDouble() / 1e6).isCloseTo(0.27, within(0.005));
        assertThat(trial(facts, "resnet-56").get("parameters").asDouble() / 1e6).isCloseTo(0.85, within(0.005));
        // Weights, gradients and momentum of 0.85M parameters, and at the least one float32 for each of the 19 x 2 maps of the first stage.
        assertThat(trial(facts, "resnet-56").get("training_memory_bytes").asLong())
                .isGreaterThan(3 * 4 * 850_000L + 128 * 19 * 2 * 32 * 32 * 16 * 4L).isLessThan(4L << 30);
        assertThat(trial(facts, "resnet-56").get("steps").asInt()).isEqualTo(64_000);
        assertThat(trial(facts, "resnet-56").get("images").asLong()).isEqualTo(64_000L * 128);
        assertThat(facts.get("notes").get(0).asText()).contains("resbench data fetch cifar10");
    }

    @Test void withoutAMeasurementItSaysSo() throws Exception {
        assertThat(plan(QUICKSTART.toString(), "--scale", "smoke")).isZero();
        assertThat(out.toString()).contains("4 trials: 4 to train.", "No throughput was measured here yet");
        assertThat(facts(QUICKSTART.toString(), "--scale", "smoke").get("predicted_seconds").isNull()).isTrue();
    }

    @Test void timesAreThoseOfTheSameNetworkOnThisMachine() throws Exception {
        finish(SPEED, "plain-8-w8", "plain-32-w8");
        JsonNode facts = facts(QUICKSTART.toString(), "--scale", "smoke", "--set", "recipe.iterations=40");
        JsonNode same = trial(facts, "plain-8-w8");
        assertThat(same.get("prediction").get("scaled").asBoolean()).isFalse();
        // Setup 3 s, 40 steps of 0.1 s, evaluations of 0.5 s at 10, 20, 30 and 40.
        assertThat(same.get("predicted_seconds").asDouble()).isCloseTo(3 + 4 + 2, within(0.01));
        assertThat(facts.get("device").asText()).isEqualTo(HERE);
    }

    @Test void slowFirstStepsCountOnceHoweverLongTheTrial() throws Exception {
        // Nine tenths of the time went into the first steps: the others made 3200 images/s.
        finish(new RunResult.Speed(3200, 1.9, 0, 3, HERE, 1), "plain-8-w8");
        JsonNode facts = facts(QUICKSTART.toString(), "--scale", "smoke", "--set", "recipe.iterations=1000");
        assertThat(trial(facts, "plain-8-w8").get("predicted_seconds").asDouble()).isCloseTo(3 + 10 + 19 * 0.09, within(0.01));
    }

    /** One step takes a tenth of a second, so 5,000,000 of one network alone take 139 hours, 5.8 days, and four networks longer. */
    @Test void manyHoursAreToldAsDaysToo() {
        finish(SPEED, "plain-8-w8");
        assertThat(plan(QUICKSTART.toString(), "--scale", "smoke", "--set", "recipe.iterations=5000000")).isZero();
        assertThat(out.toString()).containsPattern("4 trials: .* to train, about \\d+:\\d\\d:\\d\\d \\(\\d+ days\\)\\.\n");
        assertThat(plan(QUICKSTART.toString(), "--scale", "smoke", "--set", "recipe.iterations=40")).isZero();
        assertThat(out.toString()).contains("to train, about").doesNotContain("days)");
    }

    @Test void aRehearsalOfAFewStepsDoesNotForetellALongTraining() throws Exception {
        ExperimentFile.load(QUICKSTART, Scale.SMOKE, List.of("recipe.iterations=4"), Optional.empty()).trials()
                .forEach(trial -> FinishedRuns.one(store(), smoke, trial, RunStatus.COMPLETED, SPEED));
        assertThat(facts(QUICKSTART.toString(), "--scale", "smoke", "--set", "recipe.iterations=30")
                .get("predicted_seconds").isNull()).isFalse();
        JsonNode facts = facts(QUICKSTART.toString(), "--scale", "smoke", "--set", "recipe.iterations=400");
        assertThat(facts.get("predicted_seconds").isNull()).isTrue();
        assertThat(plan(QUICKSTART.toString(), "--scale", "smoke", "--set", "recipe.iterations=400")).isZero();
        assertThat(out.toString()).contains("too short to foretell plain-8-w8", "--set recipe.iterations=40 --set 'recipe.drops=[]'");
    }

    @Test void otherNetworksAreScaledByMultiplyAddsAndNameTheRun() throws Exception {
        finish(new RunResult.Speed(320, 1.9, 0, 3, HERE, 1), "plain-8-w8");
        JsonNode scaled = trial(facts(QUICKSTART.toString(), "--scale", "smoke"), "plain-32-w8");
        assertThat(scaled.get("prediction").get("scaled").asBoolean()).isTrue();
        assertThat(scaled.get("prediction").get("runs").get(0).asText()).startsWith("plain-8-w8-synthetic-s1-");
        // FinishedRuns says that its network has 2,000 multiply-adds.
        double ratio = scaled.get("multiply_adds").asDouble() / 2000;
        assertThat(scaled.get("predicted_seconds").asDouble()).isCloseTo(3 + 20 * 0.1 * ratio, within(0.01));
    }

    @Test void runsOfOtherMachinesPredictNothingHere() throws Exception {
        finish(new RunResult.Speed(320, 1.9, 1, 3, "cpu: Abacus, 10 threads", 1), "plain-8-w8");
        JsonNode facts = facts(QUICKSTART.toString(), "--scale", "smoke");
        assertThat(facts.get("device").isNull()).isTrue();
        assertThat(facts.get("predicted_seconds").isNull()).isTrue();
        assertThat(facts.get("finished").asInt()).isEqualTo(1);
    }

    @Test void finishedAndUnfinishedTrialsAreTold() throws Exception {
        finish(SPEED, "plain-8-w8", "plain-32-w8", "resnet-8-w8");
        try (OpenRun run = store().open(FinishedRuns.manifest(smoke, smoke.trials().get(3)))) {
            run.append("started", 0, Map.of());
            run.append("checkpoint", 10, Map.of("file", "checkpoints/last.safetensors"));
            run.append("step", 14, Map.of("loss", 1));
        }
        assertThat(plan(QUICKSTART.toString(), "--scale", "smoke")).isZero();
        assertThat(out.toString()).contains("4 trials: 3 finished already in " + store().root() + ", 1 to train, about")
                .containsPattern("plain-8-w8 .* finished\n").containsPattern("resnet-32-w8 .* interrupted, goes on at 11\n");
        JsonNode facts = facts(QUICKSTART.toString(), "--scale", "smoke");
        JsonNode half = trial(facts, "resnet-32-w8");
        assertThat(half.get("steps_kept").asInt()).isEqualTo(10);
        assertThat(half.get("remaining_seconds").asDouble()).isLessThan(half.get("predicted_seconds").asDouble());
        assertThat(trial(facts, "plain-8-w8").get("remaining_seconds").asDouble()).isZero();
    }

    @Test void theTextIsTheSameUnderEveryLocale() {
        finish(SPEED, "plain-8-w8");
        plan(QUICKSTART.toString(), "--scale", "smoke");
        String english = out.toString();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        plan(QUICKSTART.toString(), "--scale", "smoke");
        assertThat(out).hasToString(english);
    }

    @Test void seedsAndOverridesCount() throws Exception {
        JsonNode facts = facts(QUICKSTART.toString(), "--scale", "smoke", "--seeds", "7,8", "--set", "recipe.batch_size=16");
        assertThat(facts.get("trials")).hasSize(8);
        assertThat(facts.get("trials").get(0).get("images").asInt()).isEqualTo(20 * 16);
    }

    @Test void mistakesAreToldWithoutAStackTrace() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.yaml"), "");
        assertThat(plan(folder.resolve("missing.yaml").toString())).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(plan(folder.toString())).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(plan(empty.toString())).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(plan(QUICKSTART.toString(), "--set", "recipe.learning_rte=1")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("missing.yaml: cannot be read (no such file)", folder + ": ", "empty.yaml: ",
                "did you mean 'learning_rate'?").doesNotContain("\tat ").doesNotContain("bug");
    }

    @Test void wrongSeedsAndARunsFolderThatIsNoneAreTold() throws Exception {
        assertThat(plan(QUICKSTART.toString(), "--seeds", "1,x")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(plan(QUICKSTART.toString(), "--seeds", "1,1")).isEqualTo(ExitCode.WRONG_INPUT);
        Files.writeString(store().root(), "a file");
        assertThat(plan(QUICKSTART.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("--seeds: '1,x' must be whole numbers", "names a seed twice",
                store().root() + ": is no folder");
    }

    static Stream<Path> shipped() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("experiments"), 2)) {
            return files.filter(file -> file.toString().endsWith(".yaml")
                    && !file.toString().matches(".*(bases|published).*")).sorted().toList().stream();
        }
    }

    @ParameterizedTest @MethodSource("shipped") void everyShippedExperimentPlansAtEveryScale(Path file) throws Exception {
        String work = Files.readString(file).matches("(?s).*\n(complexity|measure):.*") ? "trains nothing" : " to train";
        for (Scale scale : Scale.values()) {
            assertThat(plan(file.toString(), "--scale", scale.name())).as(scale + ": " + err).isZero();
            assertThat(out.toString()).contains(work);
        }
    }

    /** CIFAR-10 has ten classes (cs.toronto.edu/~kriz/cifar.html). */
    @Test void planRefusesMoreClassesThanTheDataSetHasAndSaysItOnce() throws Exception {
        Path file = Files.writeString(folder.resolve("classes.yaml"), """
                name: classes
                paper: {id: he2015, place: nowhere}
                data:
                  name: cifar10
                  classes: 11
                matrix: {network: [resnet-20, plain-20]}
                """);
        assertThat(plan(file.toString())).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).isEqualTo("resbench: " + file
                + ":5:12: data.classes: '11' is more than the 10 classes of 'cifar10'; must be 1 to 10, or left out for all"
                + System.lineSeparator());
        assertThat(plan(file.toString(), "--set", "data.classes=10")).isZero();
        assertThat(plan(file.toString(), "--set", "data.name=cifar100")).isZero();
    }

    /** CIFAR's images have 32 pixels (cs.toronto.edu/~kriz/cifar.html); AlexNet's last pool needs more. The set is not here, but its size
     * is known. */
    @Test void planAndRunRefuseANetworkForWhichTheDataSetsOwnImagesAreTooSmallBeforeAnyTraining() throws Exception {
        Path file = Files.writeString(folder.resolve("small.yaml"), """
                name: small
                paper: {id: he2015, place: nowhere}
                data:
                  name: cifar10
                matrix: {network: [resnet-20, alexnet]}
                """);
        assertThat(plan(file.toString())).isEqualTo(ExitCode.WRONG_INPUT);
        String planned = err.toString();
        err.getBuffer().setLength(0);
        assertThat(Main.run(List.of("run", file.toString(), "--runs", store().root().toString(), "--data",
                folder.resolve("data").toString(),
                "--out", folder.resolve("report").toString()), new PrintWriter(out, true), new PrintWriter(err, true)))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).isEqualTo(planned)
                .startsWith("resbench: " + file
                        + ":4:9: data.name: images of 'cifar10' are too small: alexnet on input 32x32x3: ").doesNotContain("resnet-20");
        assertThat(store().root()).doesNotExist();
        assertThat(plan(file.toString(), "--set", "data.name=elsewhere")).as("a data set of unknown size").isZero();
    }
}
