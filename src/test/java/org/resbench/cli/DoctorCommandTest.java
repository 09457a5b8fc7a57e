package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resbench.runs.Json;

class DoctorCommandTest {
    @TempDir Path folder;

    /** Ten updates where that takes no longer than ten seconds, two of a slow meter: fewer would be no reading. */
    @ParameterizedTest @CsvSource({"0.001, 1", "0.1, 1", "0.5, 5", "1, 10", "4, 10", "20, 40", "600, 60"})
    void theMeterIsLookedAtForLongEnough(double updateSeconds, double seconds) {
        assertThat(Doctor.lookSeconds(updateSeconds)).isCloseTo(seconds, within(1e-9));
    }

    @Test void theExitCodeSaysWhetherThereIsAProblem() throws IOException {
        Files.createDirectories(folder.resolve("data/half"));
        Files.writeString(folder.resolve("data/half/meta.json"), "{}");
        StringWriter out = new StringWriter();
        int exitCode = Main.run(List.of("doctor", "--json", "--runs", folder.resolve("not yet").toString(), "--data",
                folder.resolve("data").toString()), new PrintWriter(out, true), new PrintWriter(System.err, true));
        JsonNode facts = Json.readTree(out.toString());
        boolean problem = false;
        for (JsonNode advice : facts.get("advice")) {
            problem |= advice.get("problem").asBoolean();
        }
        assertThat(exitCode).isEqualTo(problem ? ExitCode.FAILED : ExitCode.DONE);
        assertThat(facts.at("/disks/0/folder").asText()).isEqualTo(folder.toString());
        assertThat(facts.at("/disks/0/free_bytes").asLong()).isCloseTo(Files.getFileStore(folder).getUsableSpace(), within(1L << 30));
        assertThat(facts.at("/gpu/libraries")).hasSize(14);
        // TensorFlow Java 1.1.0 is built on TensorFlow 2.18.0 (its release notes).
        assertThat(facts.at("/tensorflow/version").asText()).isEqualTo("2.18.0");
        assertThat(facts.at("/tensorflow/devices/0").asText()).isEqualTo("CPU:0");
        assertThat(facts.at("/data/0/name").asText()).isEqualTo("half");
        assertThat(facts.at("/data/0/usable").asBoolean()).isFalse();
        assertThat(facts.at("/advice").toString()).contains("train.bin is missing");
        assertThat(facts.at("/threads").asInt()).isEqualTo(Runtime.getRuntime().availableProcessors());
    }
}
