package org.resbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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

class ReportSpeedTest {
    /** Issue 2: a report of 100 runs in under 15 s, from run folders to all formats, the judge's work included. */
    @Test
    void oneHundredRunsTakeLessThanFifteenSeconds(@TempDir Path folder) throws IOException {
        InventedRuns invented = new InventedRuns(List.of(20, 32, 44, 56, 110), LongStream.rangeClosed(1, 10).boxed().toList(),
                Scale.REDUCED);
        Experiment experiment = invented.experiment();
        assertThat(experiment.trials()).hasSize(100);
        RunStore store = new RunStore(folder.resolve("runs"));
        invented.store(store);

        long start = System.nanoTime();
        List<Run> runs = store.list();
        List<Path> written = new ReportWriter(experiment, runs, Judge.judge(experiment, runs)).write(folder.resolve("report"),
                EnumSet.allOf(Format.class));
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(written).hasSizeGreaterThan(20).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        System.out.println("100 runs: " + took.toMillis() + " ms");
        assertThat(took).isLessThan(Duration.ofSeconds(15));
    }
}
