package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.report.InventedRuns;
import org.resbench.runs.RunStore;
import org.resbench.spec.ExperimentFile;
import org.resbench.spec.Scale;

/** {@code resbench report} as it is typed. */
class ReportCommandTest {
    private static final Path QUICKSTART = Path.of("experiments/quickstart.yaml");

    @TempDir Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int report(String... arguments) {
        List<String> line = new ArrayList<>(List.of("report", "--runs", folder.resolve("runs").toString(), "--out",
                folder.resolve("out").toString()));
        if (!List.of(arguments).contains("--formats")) {
            line.addAll(List.of("--formats", "md"));
        }
        line.addAll(List.of(arguments));
        return Main.run(line, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    /** A finished run with made-up numbers for every trial of the shipped quickstart. */
    private void finishQuickstart() {
        FinishedRuns.all(new RunStore(folder.resolve("runs")), ExperimentFile.load(QUICKSTART, Scale.SMOKE, List.of(), Optional.empty()));
    }

    @Test void anExperimentIsReportedFromItsFile() {
        finishQuickstart();
        assertThat(report(QUICKSTART.toString(), "--scale", "smoke")).as(err.toString()).isZero();
        assertThat(folder.resolve("out/report.md")).content().contains("residual-networks-do-not-degrade", "plain-32");
        assertThat(out.toString()).contains("residual-networks-do-not-degrade", folder.resolve("out/report.md").toString());
    }

    @Test void withoutAFileShippedExperimentsAreFoundByNameAtEveryScale() {
        finishQuickstart();
        InventedRuns.some().store(new RunStore(folder.resolve("runs")));
        assertThat(report()).as(err.toString()).isZero();
        assertThat(folder.resolve("out/quickstart-smoke/report.md")).content().contains("residual-networks-do-not-degrade");
        assertThat(folder.resolve("out/other-runs/report.md")).content().contains("no claims were judged")
                .doesNotContain("residual-networks-do-not-degrade");
    }

    @Test void seedsNarrowTheReport() {
        finishQuickstart();
        assertThat(report(QUICKSTART.toString(), "--scale", "smoke", "--seeds", "77")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("none of its 4 trials at scale smoke has a run in");
    }

    @Test void howAFileIsReadNeedsAFile() {
        assertThat(report("--scale", "smoke")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("--scale, --set, --seeds, --until-decided and --max-seeds say how FILE is read");
    }

    @Test void anUnknownFormatOrScaleNamesTheAllowedOnes() {
        assertThat(report("--formats", "docx")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(report(QUICKSTART.toString(), "--scale", "huge")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("'docx' is not a report format; allowed: html,pdf", "'huge' must be paper, reduced or smoke");
    }

    @Test void aNegativeGridIntensityIsWrongInputAndWritesNothing() {
        finishQuickstart();
        assertThat(report(QUICKSTART.toString(), "--scale", "smoke", "--grid-intensity", "-5")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("grid intensity: -5.0 g CO2e/kWh is negative", "a grid emits 0 or more");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test void theShelfLooksInFoldersAndBelowThem() throws Exception {
        Path below = Files.createDirectories(folder.resolve("experiments/cifar"));
        Files.writeString(below.resolve("left.yaml"),
                Files.readString(QUICKSTART).replace("name: quickstart", "name: \"figure-6-left\"  # the paper's"));
        ExperimentShelf shelf = new ExperimentShelf(List.of(folder.resolve("missing"), folder.resolve("experiments")));
        assertThat(shelf.find("figure-6-left", Scale.SMOKE)).hasValueSatisfying(found -> assertThat(found.trials()).hasSize(4));
        assertThat(shelf.find("figure-6", Scale.SMOKE)).isEmpty();
    }
}
