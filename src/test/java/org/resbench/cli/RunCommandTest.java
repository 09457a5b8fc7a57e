package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.runs.Json;
import picocli.CommandLine;

/** {@code resbench run} with real training, at the scale that takes seconds. */
class RunCommandTest {
    private static final String QUICKSTART = "experiments/quickstart.yaml";

    @TempDir Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("run", "--runs", folder.resolve("runs").toString(), "--data",
                folder.resolve("data").toString(),
                "--out", folder.resolve("report").toString()));
        all.addAll(List.of(arguments));
        CommandLine line = ResbenchCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        line.setExecutionExceptionHandler((thrown, command, parsed) -> {
            Failure failure = Failure.of(thrown);
            err.write(failure.message());
            return failure.exitCode();
        });
        return line.execute(all.toArray(String[]::new));
    }

    @Test void trainsEveryTrialAndReports() throws Exception {
        assertThat(run(QUICKSTART, "--scale", "smoke", "--json", "--meter", "cpu-time:65")).as(err.toString()).isZero();
        JsonNode facts = Json.readTree(out.toString());
        assertThat(facts.get("trials")).hasSize(4).allSatisfy(trial -> assertThat(trial.get("status").asText()).isEqualTo("completed"));
        assertThat(folder.resolve("report/report.html")).isNotEmptyFile();
        try (var runs = Files.list(folder.resolve("runs"))) {
            List<Path> results = runs.map(run -> run.resolve("result.json")).filter(Files::exists).toList();
            assertThat(results).hasSize(4);
            JsonNode energy = Json.readTree(Files.readString(results.get(0))).get("energy");
            assertThat(energy.get("source").asText()).isEqualTo("estimated");
            assertThat(energy.get("joules").asDouble()).isPositive();
        }
    }

    @Test void anUnknownScaleDeviceOrNumberOfJobsIsWrongInput() {
        assertThat(run(QUICKSTART, "--scale", "huge")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(run(QUICKSTART, "--device", "tpu")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(run(QUICKSTART, "--jobs", "0")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("'huge' must be paper, reduced or smoke", "'tpu' must be one of auto, cpu, gpu", "--jobs: 0");
    }

    @Test void maxSeedsNeedsUntilDecidedAndAtLeastTheFilesSeeds() {
        assertThat(run(QUICKSTART, "--max-seeds", "9")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(run(QUICKSTART, "--until-decided", "--max-seeds", "1")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("--max-seeds: 9 says when --until-decided gives up; give both, or neither",
                "--max-seeds: 1 must be at least");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    /** Two to four real trainings of a moment; whether the claim, a bound beside the loss of guessing (1.39 nats), is decided does not
     * matter. */
    @Test void untilDecidedTrainsLookByLookAndAnotherNumberOfSeedsIsRefusedAfterwards() throws Exception {
        Path file = Files.writeString(folder.resolve("looks.yaml"), """
                name: looks
                paper: {id: he2015, place: nowhere}
                data: {name: synthetic, image_size: 16, classes: 4, training_images: 40, test_images: 40,
                       augmentation: {pad: 0, flip: false}}
                network: {family: residual, depth: 8, width: 4}
                recipe: {batch_size: 8, learning_rate: 0.01, iterations: 4, drops: [], evaluate_every: 4, checkpoint_every: 4}
                seeds: [1, 2]
                claims:
                  - {id: near-guessing, text: The loss is near that of guessing., place: nowhere,
                     threshold: {metric: test_loss, side: below, value: 1.4}}
                """);
        assertThat(run(file.toString(), "--until-decided", "--max-seeds", "4", "--json")).as(err.toString()).isZero();
        JsonNode looks = Json.readTree(out.toString()).get("looks");
        assertThat(looks.get("most_looks").asInt()).isEqualTo(3);
        JsonNode last = looks.get("taken").get(looks.get("taken").size() - 1);
        assertThat(last.get("open").isEmpty() || last.get("seeds").asInt() == 4).isTrue();
        try (var runs = Files.list(folder.resolve("runs"))) {
            assertThat(runs.filter(run -> Files.exists(run.resolve("result.json")))).hasSize(last.get("seeds").asInt());
        }
        assertThat(folder.resolve("report/looks.json")).isNotEmptyFile();
        assertThat(run(file.toString(), "--until-decided", "--max-seeds", "6")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("--max-seeds: 6, but ", "looks.json has looks up to 4 seeds, fixed before the first");
        String first = out.toString();
        out.getBuffer().setLength(0);
        assertThat(run(file.toString(), "--json")).as("a plain run keeps the plan").isZero();
        assertThat(Json.readTree(out.toString()).get("looks")).isEqualTo(Json.readTree(first).get("looks"));
    }

    /** Hours of measuring come before the report that would find out. */
    @Test void aNegativeGridIntensityIsWrongInputBeforeAnythingIsMeasured() {
        assertThat(run("experiments/tradeoff/architectures.yaml", "--scale", "smoke", "--grid-intensity", "-5"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("grid intensity: -5.0 g CO2e/kWh is negative");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test void aMeterThatIsUnknownOrCannotBeReadIsWrongInputBeforeAnyTraining() {
        assertThat(run(QUICKSTART, "--scale", "smoke", "--meter", "watt-o-meter")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(run(QUICKSTART, "--scale", "smoke", "--meter", "file:" + folder.resolve("wall"))).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(run(QUICKSTART, "--scale", "smoke", "--idle-seconds", "-1")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("--meter: 'watt-o-meter': not known; a meter is auto,", "wall does not exist",
                "--idle-seconds: -1 must be between 0 and 3600");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test void aMissingFileAndAWrongKeyAreNamedWithoutAStackTrace() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "name: x\nrecipe:\n  learning_rte: 0.1\n");
        assertThat(run(wrong.toString())).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(run(folder.resolve("missing.yaml").toString())).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString())
                .contains("wrong.yaml:3:", "recipe.learning_rte: unknown key; did you mean 'learning_rate'?", "missing.yaml")
                .doesNotContain("\tat ");
    }
}
