package org.resbench.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.runs.Json;

class BaselineFileTest {
    @TempDir Path folder;
    private Path file;
    private GateScenario runs;

    @BeforeEach void fiveRuns() throws IOException {
        runs = new GateScenario(folder.resolve("runs")).errors(1, 8.6, 8.7, 8.75, 8.8, 8.9);
        file = folder.resolve("baselines/resnet.json");
        BaselineFile.write(baseline(), file);
    }

    private Baseline baseline() {
        return BaselineMaker.of(runs.runs(), Optional.empty(), Optional.empty(), GateTest.policy(GateMetric.TEST_ERROR_PERCENT));
    }

    @Test void whatIsWrittenIsReadAgain() {
        assertThat(BaselineFile.read(file)).isEqualTo(baseline());
    }

    @Test void equalRunsGiveEqualFilesWithoutHostPathOrCommand() throws IOException {
        String first = Files.readString(file);
        runs = new GateScenario(folder.resolve("elsewhere")).errors(3, 8.75, 8.8, 8.9).errors(1, 8.6, 8.7);
        BaselineFile.write(baseline(), file);
        assertThat(Files.readString(file)).isEqualTo(first).doesNotContain("node1", "a b.yaml", folder.toString(), "2026");
    }

    @Test void aChangeByHandIsNoticed() throws IOException {
        String content = Files.readString(file);
        assertThat(content).contains("8.75");
        for (String edited : new String[] {content.replace("8.75", "9.75"), content.replace("\"level\": 0.05", "\"level\": 0.01"),
            content.replaceFirst("\\{", "{\"more\": 1,"), content.replace("\"ruled_out\": 0.5", "\"ruled_out\": 5")}) {
            assertThat(edited).isNotEqualTo(content);
            Files.writeString(file, edited);
            assertThatThrownBy(() -> BaselineFile.read(file)).isInstanceOf(GateException.class).hasMessageContaining("changed by hand");
        }
    }

    @Test void anotherLayoutOfTheSameContentIsNoChange() throws IOException {
        Files.writeString(file, Json.line(Json.readTree(Files.readString(file))));
        assertThat(BaselineFile.read(file)).isEqualTo(baseline());
    }

    @Test void whatIsNoBaselineIsSaidSo() throws IOException {
        assertThatThrownBy(() -> BaselineFile.read(folder.resolve("absent.json"))).isInstanceOf(GateException.class)
                .hasMessageContaining("no such file");
        for (String content : new String[] {"{}", "[1]", "", "{\"schema\": 1"}) {
            Files.writeString(file, content);
            assertThatThrownBy(() -> BaselineFile.read(file)).isInstanceOf(GateException.class).hasMessageContaining("is no baseline");
        }
        Files.writeString(file, "{\"schema\": 2, \"content_sha256\": \"\"}");
        assertThatThrownBy(() -> BaselineFile.read(file)).isInstanceOf(GateException.class)
                .hasMessageContaining("schema 2 cannot be read, only 1");
    }

    @Test void incompleteAndMixedRunsMakeNoBaseline() {
        runs.interrupted(6);
        assertRefused("seed 6 of resnet-20 is interrupted");
        runs = new GateScenario(folder.resolve("one")).errors(1, 8.6);
        assertRefused("one seed only");
        runs = new GateScenario(folder.resolve("uneven")).errors(1, 8.6, 8.7).cell("resnet-32").learningRate(0.2).errors(1, 8.6);
        assertRefused("resnet-32 has no run of seed 2, which other cells have");
        runs = new GateScenario(folder.resolve("versions")).errors(1, 8.6).commit("cccc").errors(2, 8.6);
        assertRefused("2 versions of the code");
        runs = new GateScenario(folder.resolve("machines")).errors(1, 8.6).processor("Other CPU").errors(2, 8.6);
        assertRefused("2 platforms: processor: Other CPU, was Some CPU");
        runs = new GateScenario(folder.resolve("data")).errors(1, 8.6).data("sha256:ff").errors(2, 8.6);
        assertRefused("different data");
        runs = new GateScenario(folder.resolve("experiments")).errors(1, 8.6, 8.7).experiment("other").errors(3, 8.6);
        assertRefused("several experiments: table-6 (reduced), other (reduced)");
        runs = new GateScenario(folder.resolve("none"));
        assertRefused("there are no runs");
    }

    private void assertRefused(String why) {
        assertThatThrownBy(this::baseline).isInstanceOf(GateException.class).hasMessageContaining(why);
    }

    /** R: {@code power.t.test(n=5, sd=sd(c(8.6,8.7,8.75,8.8,8.9)), power=0.8, sig.level=0.05, alternative="one.sided")$delta}, and
     * {@code power.t.test(n=5, delta=0.5, ...)$power}. */
    @Test void theOutlookSaysWhatChecksWillSee() {
        Outlook.Row row = Outlook.of(baseline()).rows().get(0);
        assertThat(row.smallestLossSeen()).isCloseTo(0.1928169628, withPercentage(1e-3));
        assertThat(row.passIfUnchanged()).isCloseTo(0.9999988502, withPercentage(1e-3));
    }
}
