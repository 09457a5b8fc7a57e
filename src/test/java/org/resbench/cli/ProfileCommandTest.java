package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.runs.Json;

class ProfileCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    @TempDir Path folder;

    private int resbench(String... arguments) {
        List<String> all = new ArrayList<>(List.of("profile"));
        all.addAll(List.of(arguments));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(all, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private static double sum(JsonNode rows, String key) {
        return StreamSupport.stream(rows.spliterator(), false).mapToDouble(row -> row.get(key).asDouble()).sum();
    }

    @Test void tellsWhereAStepGoesAndItsSumsAgree() throws IOException {
        assertThat(resbench("resnet-8-w4", "--input", "16", "--batch", "4", "--steps", "2", "--quiet", "--json", "--out",
                folder.toString())).as(err.toString())
                .isEqualTo(ExitCode.DONE);
        assertThat(err.toString()).isEmpty();
        JsonNode facts = Json.readTree(out.toString());
        assertThat(facts.get("work").asText()).isEqualTo("training");
        assertThat(facts.get("device").asText()).isEqualTo("CPU:0");
        assertThat(sum(facts.get("kinds"), "operations")).isEqualTo(facts.get("operations").asDouble());
        assertThat(sum(facts.get("kinds"), "operations_seconds")).isCloseTo(facts.get("operations_seconds").asDouble(), within(1e-9));
        assertThat(sum(facts.get("kinds"), "multiply_adds")).isEqualTo(facts.get("multiply_adds").asDouble());
        assertThat(sum(facts.get("layers"), "multiply_adds")).isEqualTo(facts.get("multiply_adds").asDouble());
        assertThat(facts.get("step_gflops").asDouble() / facts.get("matrix_product_gflops").asDouble())
                .isCloseTo(facts.get("step_of_matrix_product").asDouble(), within(1e-9));
        assertThat(facts.get("images_per_second").asDouble() * facts.get("step_seconds").asDouble()).isCloseTo(4, within(1e-9));
        assertThat(facts.get("copy_gigabytes_per_second").asDouble()).isPositive();
        JsonNode trace = Json.readTree(Files.readString(folder.resolve("resnet-8-w4-training.trace.json")));
        assertThat(StreamSupport.stream(trace.get("traceEvents").spliterator(), false).filter(one -> one.get("ph").asText().equals("X")))
                .hasSize(facts.get("operations").asInt());
        assertThat(Files.readString(folder.resolve("resnet-8-w4-training.svg"))).contains("<svg");
        assertThat(Files.readAllBytes(folder.resolve("resnet-8-w4-training.png"))).startsWith(0x89, 'P', 'N', 'G');
    }

    /** A million images of 32x32x3 are 3,072,000,000 values, and those of the first map of 16 channels 65.5 GB. */
    @Test void aTestBatchThatNoMemoryHoldsIsWrongInput() {
        assertThat(resbench("resnet-20", "--inference", "--batch", "1000000", "--out", folder.toString())).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("--batch: ", "1000000 images", "give a smaller --batch or --input");
    }

    @Test void theTextNamesTheSlowestLayersAndItsFiles() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("de-DE"));
        try {
            assertThat(resbench("resnet-8-w4", "--input", "16", "--batch", "4", "--steps", "1", "--top", "3",
                    "--inference", "--out", folder.toString()))
                    .isEqualTo(ExitCode.DONE);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(out.toString()).startsWith("resnet-8-w4: the scores of 4 images of 16x16x3 on CPU:0, medians of 1 steps\n")
                .contains("convolutions, forward")
                .containsPattern("\\d more layers").containsPattern("operations added up +\\d+\\.\\d\\d ms, so \\d\\.\\d\\d ran at a time")
                .doesNotContain("gradients to");
        assertThat(err.toString()).contains("profiling: done, 4 steps")
                .contains("written: " + folder.resolve("resnet-8-w4-inference.trace.json"));
    }

    @Test void wrongInputGetsOneSentence() {
        assertWrong("did you mean 'resnet-20'?", "resnet20");
        assertWrong("--batch: 0 is not possible", "resnet-20", "--batch", "0");
        assertWrong("--steps: 0 is not possible", "resnet-20", "--steps", "0");
        assertWrong("--top: 0 is not possible", "resnet-20", "--top", "0");
        assertWrong("must be one of auto, cpu, gpu", "resnet-20", "--device", "tpu");
        assertWrong("give a smaller --batch", "resnet-152", "--batch", "1000000", "--device", "cpu");
        assertWrong("is no image size", "resnet-20", "--input", "big");
    }

    private void assertWrong(String message, String... arguments) {
        assertThat(resbench(arguments)).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).startsWith("resbench: ").contains(message).doesNotContain("Exception").doesNotContain("org.resbench");
        assertThat(out.toString()).isEmpty();
    }
}
