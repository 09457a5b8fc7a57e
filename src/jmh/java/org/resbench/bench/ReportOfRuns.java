package org.resbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.resbench.claims.Judge;
import org.resbench.report.Format;
import org.resbench.report.ReportWriter;
import org.resbench.runs.Run;
import org.resbench.runs.RunStore;
import org.resbench.spec.Experiment;

/** A report in every format from run folders. The first one in a JVM is what a user waits for, so each is made in a JVM of its own, without
 * warm-up. */
@State(Scope.Benchmark)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ReportOfRuns {
    @Param({"20", "100"})
    public int runs;

    private Path folder;
    private Experiment experiment;

    @Setup public void store() throws IOException {
        folder = Files.createTempDirectory("resbench-bench");
        experiment = MadeUpRuns.store(new RunStore(folder.resolve("runs")), runs);
    }

    @TearDown public void end() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Benchmark public List<Path> report() throws IOException {
        List<Run> found = new RunStore(folder.resolve("runs")).list();
        return new ReportWriter(experiment, found, Judge.judge(experiment, found))
                .write(folder.resolve("report"), EnumSet.allOf(Format.class));
    }
}
