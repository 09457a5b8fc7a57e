package org.resbench.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.resbench.runs.Json;
import org.resbench.runs.Manifest;
import org.resbench.runs.Provenances;
import org.resbench.tf.Devices;

/** Results of benchmarks as they are committed under {@code harness/results}.
 * @param commit that was measured, with {@code -dirty} after it if files had been changed */
record Recorded(int schema, Instant date, String commit, Machine machine, List<Measured> results) {
    static final int SCHEMA = 1;
    private static final String FOLDER = "harness/results";

    /** @param threads processors that the JVM may use @param environment variables that change TensorFlow or the allocator */
    record Machine(String processor, int threads, String os, String jvm, String tensorflow, Map<String, String> environment) {}

    /** One number that a benchmark yields, iteration by iteration.
     * @param benchmark class and method @param unit such as {@code images/s}, {@code ms/op} or {@code of the matrix product} */
    record Measured(String benchmark, Map<String, String> parameters, String unit, List<Double> samples) {
        Measured {
            parameters = new TreeMap<>(parameters);
            samples = List.copyOf(samples);
        }

        double median() {
            double[] sorted = samples.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }

        /** Whether less is better. */
        boolean isTime() {
            return unit.endsWith("/op");
        }

        boolean measuresAs(Measured other) {
            return benchmark.equals(other.benchmark) && parameters.equals(other.parameters) && unit.equals(other.unit);
        }
    }

    static Recorded of(Collection<RunResult> results) {
        Manifest.Provenance provenance = Provenances.collect(List.of(), Devices.version());
        Machine machine = new Machine(provenance.processor(), provenance.threads(), provenance.os(),
                provenance.jvm(), provenance.tensorflow(), provenance.environment());
        return new Recorded(SCHEMA, Instant.now().truncatedTo(ChronoUnit.SECONDS),
                provenance.gitCommit() + (provenance.gitDirty() ? "-dirty" : ""), machine,
                results.stream().flatMap(Recorded::measured).toList());
    }

    private static Stream<Measured> measured(RunResult result) {
        BenchmarkParams params = result.getParams();
        String[] name = params.getBenchmark().split("\\.");
        String benchmark = name[name.length - 2] + "." + name[name.length - 1];
        Map<String, String> parameters = new TreeMap<>();
        params.getParamsKeys().stream().filter(key -> usesIt(params, key)).forEach(key -> parameters.put(key, params.getParam(key)));
        List<IterationResult> iterations = result.getBenchmarkResults().stream().map(BenchmarkResult::getIterationResults)
                .flatMap(Collection::stream).toList();
        if (iterations.isEmpty()) {
            return Stream.empty();
        }
        if (iterations.get(0).getSecondaryResults().containsKey("networkNanoseconds")) {
            int batch = TrainingStep.batch(parameters.getOrDefault("network",
                    parameters.getOrDefault("imagenet", "")), parameters.get("batch"));
            return Stream.of(new Measured(benchmark, parameters, "images/s", iterations.stream().map(one -> batch * counter(one, "calls")
                            / counter(one, "networkNanoseconds") * 1e9).toList()),
                    new Measured(benchmark, parameters, "steps in the time of a matrix product",
                            iterations.stream().map(one -> counter(one, "productNanoseconds")
                                    / counter(one, "networkNanoseconds")).toList()));
        }
        if (iterations.get(0).getSecondaryResults().containsKey("loopMicroseconds")) {
            return Stream.of(new Measured(benchmark, parameters, "bare time over loop time",
                    iterations.stream().map(one -> counter(one, "bareMicroseconds")
                            / counter(one, "loopMicroseconds")).toList()));
        }
        if (iterations.get(0).getSecondaryResults().containsKey("preparationNanoseconds")) {
            int batch = Integer.parseInt(parameters.get("batch"));
            return Stream.of(new Measured(benchmark, parameters, "images/s of processor time", iterations.stream().map(one -> batch
                            * counter(one, "preparedBatches") / counter(one, "preparationNanoseconds") * 1e9).toList()),
                    new Measured(benchmark, parameters, "images/s",
                            iterations.stream().map(one -> batch * one.getPrimaryResult().getScore()).toList()));
        }
        return Stream.of(new Measured(benchmark, parameters, result.getPrimaryResult().getScoreUnit(),
                iterations.stream().map(one -> one.getPrimaryResult().getScore()).toList()));
    }

    private static boolean usesIt(BenchmarkParams params, String key) {
        return params.getParam(key) != null;
    }

    private static double counter(IterationResult iteration, String name) {
        return iteration.getSecondaryResults().get(name).getScore();
    }

    /** All committed results, the newest first. */
    static List<Recorded> committed() throws IOException {
        Path folder = Provenances.project().map(project -> project.resolve(FOLDER)).orElse(Path.of(FOLDER));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Path[] json = files.filter(file -> file.toString().endsWith(".json")).sorted().toArray(Path[]::new);
            Recorded[] all = new Recorded[json.length];
            for (int i = 0; i < json.length; i++) {
                all[i] = read(json[i]);
            }
            return Arrays.stream(all).sorted(Comparator.comparing(Recorded::date).reversed()).toList();
        }
    }

    static Recorded read(Path file) throws IOException {
        try {
            return Json.read(Files.readString(file), Recorded.class);
        } catch (JsonProcessingException e) {
            System.err.println("bench: " + file + ": is no file of 'harness/bench --out' (" + e.getOriginalMessage() + ")");
            System.exit(2);
            throw e;
        } catch (NoSuchFileException e) {
            System.err.println("bench: " + file + ": no such file");
            System.exit(2);
            throw e;
        }
    }

    void write(Path file) throws IOException {
        Files.writeString(file, Json.pretty(this));
    }
}
