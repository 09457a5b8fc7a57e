package org.resbench.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
import org.openjdk.jmh.annotations.Warmup;
import org.resbench.runs.Provenances;
import org.resbench.spec.Experiment;
import org.resbench.spec.ExperimentFile;
import org.resbench.spec.Scale;

/** A shipped experiment file to its trials and claims, bases and checks included, in a JVM that has done it before. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class YamlLoad {
    @Param({"quickstart", "photographs"})
    public String experiment;

    private Path file;

    @Setup public void find() {
        file = Provenances.project().orElseThrow().resolve("experiments/" + experiment + ".yaml");
    }

    @Benchmark public Experiment load() {
        return ExperimentFile.load(file, Scale.REDUCED, List.of(), Optional.empty());
    }
}
