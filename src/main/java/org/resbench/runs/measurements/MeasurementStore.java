package org.resbench.runs.measurements;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.resbench.runs.DurableFile;
import org.resbench.runs.FolderLock;
import org.resbench.runs.Json;
import org.resbench.runs.RunException;
import org.resbench.spec.Measuring;

/** Measured networks, one folder each: {@code manifest.json}, {@code samples.jsonl} (it only grows) and, when all rounds are done,
 * {@code result.json}.
 * @param root of the run store */
public record MeasurementStore(Path root) {
    private static final String FOLDER = "measurements";
    private static final String MANIFEST = "manifest.json";
    private static final String SAMPLES = "samples.jsonl";
    private static final String RESULT = "result.json";

    /** What was measured so far, under whatever conditions; folders that cannot be read are left out.
     * @param measuring whose networks and settings are meant */
    public List<MeasuredNetwork> all(Measuring measuring) {
        List<String> wanted = measuring.networks().stream().map(network -> Request.fingerprint(network, measuring.settings())).toList();
        Path folder = root.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.exists(entry.resolve(MANIFEST))).sorted()
                    .map(MeasurementStore::read).flatMap(Optional::stream).filter(found -> wanted.contains(found.request().fingerprint()))
                    .sorted(Comparator.comparing(found -> wanted.indexOf(found.request().fingerprint()))).toList();
        } catch (IOException e) {
            throw DurableFile.cannotRead(folder, e);
        }
    }

    /** Those made under the conditions that most windows were taken under, of equally many the latest: networks of different machines are
     * never mixed. @return empty if there are none */
    public static List<MeasuredNetwork> ofOneMachine(List<MeasuredNetwork> all) {
        Map<Conditions, List<MeasuredNetwork>> byConditions = all.stream()
                .collect(Collectors.groupingBy(found -> found.request().conditions(), LinkedHashMap::new, Collectors.toList()));
        return byConditions.values().stream().max(Comparator.<List<MeasuredNetwork>>comparingInt(group -> group.stream().mapToInt(one ->
                one.samples().size()).sum())
                        .thenComparing(group -> group.stream().map(one -> one.request().created()).max(Comparator.naturalOrder())
                .orElseThrow())).orElse(List.of());
    }

    /** What is there of a request, if anything. */
    public Optional<MeasuredNetwork> find(Request request) {
        Path folder = folder(request);
        return Files.exists(folder.resolve(MANIFEST)) ? read(folder) : Optional.empty();
    }

    /** Makes the folder or reopens it, and locks it.
     * @throws RunException if another process holds it, or it cannot be written */
    public Held open(Request request) {
        Path folder = folder(request);
        try {
            Files.createDirectories(folder);
            FolderLock lock = FolderLock.acquire(folder);
            try {
                if (!Files.exists(folder.resolve(MANIFEST))) {
                    DurableFile.write(folder.resolve(MANIFEST), Json.pretty(request).getBytes(StandardCharsets.UTF_8));
                }
                return new Held(folder, lock, samples(folder));
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw DurableFile.cannotWrite(folder, e);
        }
    }

    private Path folder(Request request) {
        return root.resolve(FOLDER).resolve(request.folderName());
    }

    private static Optional<MeasuredNetwork> read(Path folder) {
        try {
            Request request = Json.read(Files.readString(folder.resolve(MANIFEST)), Request.class);
            Path result = folder.resolve(RESULT);
            Optional<Measurement> measurement = Files.exists(result)
                    ? Optional.of(Json.read(Files.readString(result), Measurement.class)) : Optional.empty();
            return Optional.of(new MeasuredNetwork(folder, request, measurement.map(Measurement::samples)
                    .orElseGet(() -> samples(folder)), measurement));
        } catch (JsonProcessingException e) {
            // Damaged, or of another version: nothing to rely on.
            return Optional.empty();
        } catch (IOException e) {
            throw DurableFile.cannotRead(folder, e);
        }
    }

    /** A last line that a crash cut off is no sample. */
    private static List<Sample> samples(Path folder) {
        Path file = folder.resolve(SAMPLES);
        List<Sample> samples = new ArrayList<>();
        try {
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                samples.add(Json.read(line, Sample.class));
            }
        } catch (JsonProcessingException e) {
            return samples;
        } catch (IOException e) {
            throw DurableFile.cannotRead(file, e);
        }
        return samples;
    }

    /** A folder open for writing. */
    public static final class Held implements AutoCloseable {
        private final Path folder;
        private final FolderLock lock;
        private final List<Sample> samples;

        private Held(Path folder, FolderLock lock, List<Sample> samples) {
            this.folder = folder;
            this.lock = lock;
            this.samples = new ArrayList<>(samples);
        }

        /** All that are there. */
        public List<Sample> samples() {
            return List.copyOf(samples);
        }

        public void append(Sample sample) {
            samples.add(sample);
            try {
                // Written whole, so that a line that a crash cut off before does not run into this one.
                String text = samples.stream().map(one -> Json.line(one) + "\n").collect(Collectors.joining());
                DurableFile.write(folder.resolve(SAMPLES), text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw DurableFile.cannotWrite(folder.resolve(SAMPLES), e);
            }
        }

        public void complete(Measurement measurement) {
            try {
                DurableFile.write(folder.resolve(RESULT), Json.pretty(measurement).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw DurableFile.cannotWrite(folder.resolve(RESULT), e);
            }
        }

        @Override public void close() {
            lock.close();
        }
    }
}
