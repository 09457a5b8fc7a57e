package org.resbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
import org.resbench.arch.Catalogue;
import org.resbench.tf.Checkpoint;
import org.resbench.tf.Device;
import org.resbench.tf.InferenceNetwork;
import org.resbench.tf.InitialWeights;

/** A checkpoint of a network's weights to a file and back, checksums included. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CheckpointFile {
    /** 0.27, 1.7 and 11.7 million parameters. */
    @Param({"resnet-20", "resnet-110", "resnet-18"})
    public String network;

    private Path folder;
    private Path stored;
    private Checkpoint checkpoint;

    @Setup public void start() throws IOException {
        Map<String, float[]> values = new LinkedHashMap<>();
        try (InferenceNetwork built = InferenceNetwork.build(Catalogue.find(network).standardNetwork(), 1e-5, Device.CPU)) {
            values.putAll(InitialWeights.of(built.shapes(), InitialWeights.Scheme.HE_NORMAL, 1));
        }
        folder = Files.createTempDirectory("resbench-bench");
        stored = folder.resolve("stored.safetensors");
        checkpoint = new Checkpoint(values, Map.of("iteration", "1"));
        checkpoint.write(stored);
    }

    @TearDown public void end() throws IOException {
        Files.deleteIfExists(stored);
        Files.deleteIfExists(folder.resolve("written.safetensors"));
        Files.delete(folder);
    }

    @Benchmark public void write() throws IOException {
        checkpoint.write(folder.resolve("written.safetensors"));
    }

    @Benchmark public Checkpoint read() throws IOException {
        return Checkpoint.read(stored);
    }
}
