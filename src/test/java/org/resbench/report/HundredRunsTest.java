package org.resbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.claims.Judge;
import org.resbench.runs.Run;
import org.resbench.runs.RunStore;
import org.resbench.spec.Experiment;
import org.resbench.spec.Scale;

class HundredRunsTest {
    /** From run folders to all formats. How long it takes is measured in docs/reports.md, not here, where other work may share the
     * machine. */
    @Test
    void aReportOfOneHundredRunsHasThemAll(@TempDir Path folder) throws IOException {
        InventedRuns invented = new InventedRuns(List.of(20, 32, 44, 56, 110), LongStream.rangeClosed(1, 10).boxed().toList(),
                Scale.REDUCED);
        Experiment experiment = invented.experiment();
        assertThat(experiment.trials()).hasSize(100);
        RunStore store = new RunStore(folder.resolve("runs"));
        invented.store(store);

        List<Run> runs = store.list();
        List<Path> written = new ReportWriter(experiment, runs, Judge.judge(experiment, runs)).write(folder.resolve("report"),
                EnumSet.allOf(Format.class));

        assertThat(written).hasSizeGreaterThan(20).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        assertThat(folder.resolve("report/tables/runs.csv")).content().satisfies(csv ->
                assertThat(runs).allSatisfy(run -> assertThat(csv).contains(run.folder().getFileName().toString())));
    }
}
