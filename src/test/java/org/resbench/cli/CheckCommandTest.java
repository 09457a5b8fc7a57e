package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.gate.GateScenario;
import org.resbench.runs.Json;

/** From run folders to exit codes. */
class CheckCommandTest {
    @TempDir Path folder;
    private Path baseline;
    private Path good;
    private Path bad;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach void aBaselineAndTwoFoldersOfRuns() {
        good = folder.resolve("good runs");
        bad = folder.resolve("bad");
        baseline = folder.resolve("baselines/table-6.json");
        new GateScenario(good).errors(1, 8.6, 8.7, 8.75, 8.8, 8.9);
        new GateScenario(bad).weights("new").errors(1, 9.1, 9.2, 9.25, 9.3, 9.4);
        assertThat(resbench("baseline", good.toString(), "--out", baseline.toString(), "--metrics",
                "test_error_percent, images_per_second"))
                .isEqualTo(ExitCode.DONE);
    }

    private int resbench(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(List.of(arguments), new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private int check(Path runs, String... more) {
        String[] all = new String[more.length + 4];
        System.arraycopy(new String[] {"check", runs.toString(), "--baseline", baseline.toString()}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return resbench(all);
    }

    @Test void theBaselineSaysWhatItsChecksWillSee() {
        assertThat(out.toString()).contains("could see", "unchanged passes", "With as many seeds a check of unchanged code passes in");
    }

    @Test void noWorseIsZeroAndWorseIsThree() throws IOException {
        assertThat(check(good)).isEqualTo(0);
        assertThat(out.toString()).contains(": pass\n", "equal weights on the same platform", "Smallest loss that could have been seen");
        Path junit = folder.resolve("reports/check.xml");
        Path markdown = folder.resolve("reports/check.md");
        assertThat(check(bad, "--junit", junit.toString(), "--markdown", markdown.toString())).isEqualTo(3);
        assertThat(out.toString()).contains(": regression\n", "worse by 0.50 points");
        assertThat(Files.readString(junit)).contains("<failure");
        assertThat(Files.readString(markdown)).contains("**regression**");
    }

    @Test void jsonHoldsEverySample() throws IOException {
        assertThat(check(bad, "--json")).isEqualTo(3);
        JsonNode facts = Json.readTree(out.toString());
        assertThat(facts.get("verdict").asText()).isEqualTo("regression");
        JsonNode row = facts.get("rows").get(0);
        assertThat(row.get("metric").asText()).isEqualTo("test_error_percent");
        assertThat(row.get("runs")).hasSize(5);
        assertThat(row.get("tested").get("loss").asDouble()).isBetween(0.499, 0.501);
        assertThat(row.get("tested").get("smallest_loss_seen").asDouble()).isGreaterThan(0.1);
    }

    @Test void whatDecidesNothingIsFour() throws IOException {
        Path few = folder.resolve("few");
        new GateScenario(few).weights("new").errors(1, 8.75);
        assertThat(check(few)).isEqualTo(4);
        assertThat(out.toString()).contains(": inconclusive\n", "one seed only");
        Path none = Files.createDirectories(folder.resolve("none"));
        assertThat(check(none)).isEqualTo(4);
        assertThat(out.toString()).contains(": nothing measured\n", "no runs of it", "Nothing was tested");
    }

    @Test void wrongInputIsTwo() throws IOException {
        assertThat(check(folder.resolve("absent"))).isEqualTo(2);
        assertThat(err.toString()).contains("no such folder of runs");
        Path other = folder.resolve("other");
        new GateScenario(other).experiment("figure-6-left").commit("ee").errors(11, 8.6, 8.7);
        assertThat(check(other)).isEqualTo(2);
        assertThat(err.toString()).contains("the baseline is of another experiment");
        Files.writeString(baseline, Files.readString(baseline).replace("8.75", "9.75"));
        assertThat(check(good)).isEqualTo(2);
        assertThat(err.toString()).contains("changed by hand");
        for (String[] wrong : new String[][] {{"--metrics", "accuracy"}, {"--margin", "test_error_percent=-1"}, {"--level", "2"},
            {"--margin", "training_error_percent=1"}, {"--scale", "big"}}) {
            assertThat(resbench("baseline", good.toString(), "--out", folder.resolve("x.json").toString(), wrong[0], wrong[1])).as(wrong[1])
                    .isEqualTo(2);
        }
        assertThat(folder.resolve("x.json")).doesNotExist();
    }
}
