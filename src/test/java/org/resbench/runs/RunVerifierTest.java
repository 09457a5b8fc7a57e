package org.resbench.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.weights.SafetensorsWriter;
import org.resbench.weights.Tensor;

class RunVerifierTest {
    @TempDir Path root;
    private Path folder;

    @BeforeEach void aSoundRun() {
        folder = Examples.finishedRun(new RunStore(root), 1);
    }

    @Test void nothingIsFoundInASoundRun() {
        assertThat(RunVerifier.verify(folder)).isEmpty();
    }

    @Test void aChangedRecipeIsFound() throws IOException {
        replace("manifest.json", "\"momentum\": 0.9", "\"momentum\": 0.8");
        assertDamage("manifest.json: fingerprint: ");
    }

    @Test void aPrettierErrorIsFound() throws IOException {
        replace("result.json", "\"test_error_percent\": 8.75", "\"test_error_percent\": 6.75");
        assertThat(RunVerifier.verify(folder)).hasSize(2).allMatch(Finding::damage)
                .anyMatch(finding -> finding.text().contains("final.test_error_percent: 6.75 is not 875 errors of 10000 images, 8.75"))
                .anyMatch(finding -> finding.text().contains("is not the last evaluation in events.jsonl, 8.75"));
    }

    @Test void missingPredictionsAreFound() throws IOException {
        Files.delete(folder.resolve("predictions.csv"));
        assertDamage("predictions.csv: is missing");
    }

    @Test void aMissingPredictionIsFound() throws IOException {
        replace("predictions.csv", "\n9999,1,1\n", "\n");
        assertDamage("predictions.csv: 9999 rows for 10000 test images");
    }

    @Test void aChangedPredictionIsFound() throws IOException {
        replace("predictions.csv", "\n9999,1,1\n", "\n9999,1,2\n");
        assertDamage("876 wrong predictions, but final.test_errors is 875");
    }

    @Test void anUnreadablePredictionIsNamedByItsLine() throws IOException {
        replace("predictions.csv", "\n9999,1,1\n", "\n9999,1,cat\n");
        assertDamage("predictions.csv:10001: 'cat' is no class index");
    }

    @Test void aByteThatFlippedInACheckpointIsFound() throws IOException, NoSuchAlgorithmException {
        Path file = Files.createDirectories(folder.resolve("checkpoints")).resolve("last.safetensors");
        // 1.5 as a little-endian float32 is 00 00 c0 3f.
        String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(new byte[] {0, 0, (byte) 0xc0, 0x3f}));
        SafetensorsWriter.write(file, Map.of("kernel", Tensor.vector(1.5f)), Map.of("data_sha256", sha256));
        assertThat(RunVerifier.verify(folder)).isEmpty();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertDamage("last.safetensors: its values were changed or damaged");
        Files.write(file, Arrays.copyOf(bytes, 60));
        assertDamage("cut short");
    }

    @Test void eventsOutOfOrderAreFound() throws IOException {
        Files.writeString(folder.resolve("events.jsonl"), "{\"time\":\"2026-01-31T12:00:00Z\",\"event\":\"step\",\"iteration\":64001}\n"
                + "{\"time\":\"2026-01-31T12:00:00Z\",\"event\":\"step\",\"iteration\":5}\n"
                + "{\"time\":\"2026-01-31T12:00:00Z\",\"event\":\"evaluation\",\"iteration\":64000,\"test_error_percent\":8.75}\n");
        assertThat(RunVerifier.verify(folder)).extracting(Finding::text).containsExactly(
                "events.jsonl:1: iteration 64001 is beyond the 64000 that were asked for",
                "events.jsonl:2: iteration 5 of 'step' comes after 64001 without a 'resumed' between");
    }

    @Test void aRunThatWasKilledBeforeItsFirstCheckpointAndBeganAgainIsSound() throws IOException {
        Path events = folder.resolve("events.jsonl");
        String again = Files.readString(events);
        Files.writeString(events, "{\"time\":\"2026-01-31T11:00:00Z\",\"event\":\"started\",\"iteration\":0}\n"
                + "{\"time\":\"2026-01-31T11:00:00Z\",\"event\":\"step\",\"iteration\":20}\n"
                + "{\"time\":\"2026-01-31T11:00:00Z\",\"event\":\"started\",\"iteration\":0}\n" + again);
        assertThat(RunVerifier.verify(folder)).isEmpty();
    }

    @Test void aResultOfHalfTheIterationsIsFound() throws IOException {
        replace("result.json", "\"iterations\": 64000", "\"iterations\": 32000");
        assertDamage("result.json: iterations: 32000 of 64000 is not complete");
    }

    @Test void textThatIsNoJsonIsFound() throws IOException {
        Files.writeString(folder.resolve("result.json"), "{\"schema\": 1,");
        assertDamage("result.json:1:");
    }

    @Test void whatACrashOrALaterVersionLeavesIsOnlyNoted() throws IOException {
        Files.writeString(folder.resolve("result.json.part"), "{");
        Files.writeString(folder.resolve("events.jsonl"), "{\"time\"", StandardOpenOption.APPEND);
        replace("result.json", "\"energy\": {", "\"energy\": {\n    \"carbon_grams\": 7,");
        assertThat(RunVerifier.verify(folder)).hasSize(3).noneMatch(Finding::damage)
                .anyMatch(finding -> finding.text().startsWith("result.json.part: "))
                .anyMatch(finding -> finding.text().startsWith("events.jsonl: its last line was torn"))
                .anyMatch(finding -> finding.text().equals("result.json: keys of another version, ignored here: energy.carbon_grams"));
    }

    @Test void aRunThatDivergedNeedsItsEvent() {
        RunStore store = new RunStore(root);
        RunResult diverged = Examples.result(RunStatus.DIVERGED,
                new RunResult.Final(90, 90, Double.NaN, Double.NaN, 9000), Optional.empty(), Map.of());
        Path run;
        try (OpenRun open = store.open(Examples.manifest(Examples.trial(2)))) {
            open.complete(diverged);
            run = open.folder();
            assertThat(RunVerifier.verify(run)).extracting(Finding::text)
                    .containsExactly("events.jsonl: no 'diverged' event, though the result says so");
            open.append("diverged", 17, Map.of("loss", Double.NaN, "why", "the loss is not finite"));
        }
        assertThat(RunVerifier.verify(run)).isEmpty();
    }

    private void replace(String file, String before, String after) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(before);
        Files.writeString(folder.resolve(file), text.replace(before, after));
    }

    private void assertDamage(String text) {
        assertThat(RunVerifier.verify(folder)).singleElement().matches(Finding::damage)
                .satisfies(finding -> assertThat(finding.text()).contains(text));
    }
}
