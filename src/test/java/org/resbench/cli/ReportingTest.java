package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.report.Format;
import org.resbench.report.energy.Footprint;
import org.resbench.report.InventedRuns;
import org.resbench.runs.Json;
import org.resbench.runs.RunStore;
import org.resbench.spec.Experiment;
import org.resbench.spec.Scale;

class ReportingTest {
    private final StringWriter out = new StringWriter();
    @TempDir private Path folder;

    private Reporting reporting(boolean json) {
        return new Reporting(store(), new Reporting.Options(folder.resolve("report"), EnumSet.of(Format.MD, Format.JSON),
                false, json, Footprint.UNSTATED), new PrintWriter(out));
    }

    private RunStore store() {
        return new RunStore(folder.resolve("runs"));
    }

    @Test
    void printsVerdictsAndTheFirstFileWithHowManyLieBesideIt() {
        InventedRuns.some().store(store());
        assertThat(reporting(false).of(InventedRuns.some().experiment())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("Rerun of He et al. 2015, figure 6 at reduced scale", ": plain-degrades\n",
                "\nreport: " + folder.resolve("report/report.md") + " and 1 file beside it\n");
        assertThat(folder.resolve("report/report.md")).isNotEmptyFile();
    }

    @Test
    void jsonNamesClaimsAndFiles() throws Exception {
        InventedRuns.some().store(store());
        reporting(true).of(InventedRuns.some().experiment());
        JsonNode report = Json.readTree(out.toString()).get("reports").get(0);
        assertThat(report.get("experiment").asText()).isEqualTo("invented");
        assertThat(report.get("claims")).hasSize(4);
        assertThat(report.get("files")).hasSize(2);
    }

    @Test
    void anEmptyStoreIsAnErrorThatSaysWhatToDo() {
        assertThatThrownBy(() -> reporting(false).of(InventedRuns.some().experiment())).isInstanceOf(UserError.class)
                .hasMessageContaining("there are no runs in " + folder.resolve("runs")).hasMessageContaining("resbench run FILE");
    }

    @Test
    void runsOfAnotherScaleArePointedOut() {
        InventedRuns.some().store(store());
        Experiment other = new InventedRuns(List.of(32), List.of(9L), Scale.SMOKE).experiment();
        assertThatThrownBy(() -> reporting(false).of(other)).isInstanceOf(UserError.class)
                .hasMessageContaining("but there are runs of it at scale reduced (--scale)");
    }

    @Test
    void withoutAFileKnownExperimentsAreReportedAndTheRestIsListed() {
        InventedRuns.some().store(store());
        Experiment half = new InventedRuns(List.of(20), List.of(1L, 2L), Scale.REDUCED).experiment();
        reporting(false).ofEverything((name, scale) -> name.equals("invented") ? Optional.of(half) : Optional.empty());
        assertThat(folder.resolve("report/invented-reduced/report.md")).content().contains("Claims").doesNotContain("resnet-56 |");
        assertThat(folder.resolve("report/other-runs/report.md")).content().contains("no claims were judged").contains("resnet-56");
    }
}
