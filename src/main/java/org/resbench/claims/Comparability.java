package org.resbench.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.resbench.claims.Cell.Sample;
import org.resbench.runs.Manifest.Provenance;
import org.resbench.runs.RunResult.Protocol;

/** Whether runs may be compared at all, and what a careful reader should know if they may. Numbers of different data or of different
 * test protocols are never compared. How batch norm gathers its statistics is part of the protocol as well, unless the
 * experiment varies it on purpose in its matrix: then it is what the claim is about, and only noted. */
final class Comparability {
    private static final String BATCH_NORM = "recipe.batch_norm";
    private static final List<String> BATCHES = List.of("recipe.batch_size", "recipe.micro_batch_size", BATCH_NORM);

    private Comparability() {}

    /** Why the runs of these cells must not be compared; empty if they may. */
    static Optional<String> refusal(List<Cell> cells) {
        List<Sample> samples = samples(cells);
        List<String> reasons = new ArrayList<>();
        differing("test data", samples,
                s -> s.result().data().name() + " " + shortened(s.result().data().fingerprint())).ifPresent(reasons::add);
        differing("test protocols", samples, s -> scoring(s.result().protocol())).ifPresent(reasons::add);
        if (!varied(samples, List.of(BATCH_NORM))) {
            differing("batch norm statistics", samples, s -> s.result().protocol().batchNormStatistics()).ifPresent(reasons::add);
        }
        if (!varied(samples, BATCHES)) {
            differing("numbers of images under batch norm's statistics", samples,
                    s -> Integer.toString(s.result().protocol().batchNormImages()))
                    .ifPresent(reasons::add);
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
    }

    static List<String> notes(List<Cell> cells) {
        List<Sample> samples = samples(cells);
        List<String> notes = new ArrayList<>();
        for (Cell cell : cells) {
            long diverged = cell.samples().stream().filter(Sample::diverged).count();
            if (diverged > 0) {
                notes.add(diverged + " of " + cell.samples().size() + " runs of " + cell.name()
                        + " diverged and count with the error of guessing");
            }
            List<Long> seeds = cell.samples().stream().map(s -> s.trial().seed()).toList();
            seeds.stream().distinct().filter(seed -> seeds.stream().filter(seed::equals).count() > 1)
                    .forEach(seed -> notes.add("seed " + seed + " counts more than once in " + cell.name()));
        }
        differing("versions of the code", samples, s -> version(s.run().manifest().provenance())).ifPresent(notes::add);
        differing("versions of TensorFlow", samples, s -> s.run().manifest().provenance().tensorflow()).ifPresent(notes::add);
        differing("numbers of images under batch norm's statistics", samples,
                s -> Integer.toString(s.result().protocol().batchNormImages()))
                .ifPresent(notes::add);
        return notes;
    }

    private static String scoring(Protocol protocol) {
        return protocol.split() + ", views " + protocol.views() + ", " + protocol.chosen();
    }

    private static String version(Provenance provenance) {
        String commit = provenance.gitCommit().isEmpty() ? "unknown commit" : shortened(provenance.gitCommit());
        return provenance.gitDirty() ? commit + " with changes" : commit;
    }

    /** Whether an axis of the matrix that these runs differ in has one of these key paths, or lies below one. */
    private static boolean varied(List<Sample> samples, List<String> keys) {
        return samples.stream().flatMap(s -> s.trial().axes().keySet().stream()).distinct()
                .filter(axis -> keys.stream().anyMatch(key -> axis.equals(key) || axis.startsWith(key + ".")))
                .anyMatch(axis -> samples.stream().map(s -> s.trial().axes().get(axis)).distinct().count() > 1);
    }

    private static Optional<String> differing(String what, List<Sample> samples, Function<Sample, String> property) {
        Map<String, TreeSet<String>> cellsByValue = new LinkedHashMap<>();
        samples.forEach(s -> cellsByValue.computeIfAbsent(property.apply(s), none -> new TreeSet<>()).add(s.trial().cell()));
        if (cellsByValue.size() < 2) {
            return Optional.empty();
        }
        return Optional.of("the runs have different " + what + ": " + cellsByValue.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")").collect(Collectors.joining(" and ")));
    }

    private static String shortened(String hex) {
        return hex.length() > 12 ? hex.substring(0, 12) : hex;
    }

    private static List<Sample> samples(List<Cell> cells) {
        return cells.stream().flatMap(cell -> cell.samples().stream()).toList();
    }
}
