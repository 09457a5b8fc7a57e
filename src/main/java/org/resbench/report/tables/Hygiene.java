package org.resbench.report.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.resbench.report.cells.Cell;
import org.resbench.report.cells.TrialRun;
import org.resbench.runs.Manifest.Provenance;

/** What a careful reader should know of the runs: those that were not used, and what runs of one cell do not have in common although only
 * their seeds should differ. Other data or protocols forbid a mean; other code is flagged. */
final class Hygiene {
    private Hygiene() {}

    static List<String> of(List<Cell> cells) {
        List<String> notes = new ArrayList<>();
        for (Cell cell : cells) {
            cell.mixture().ifPresent(notes::add);
            cell.trials().stream().filter(t -> !t.unused().isEmpty()).forEach(t -> notes.add(cell.name() + ", seed " + t.trial().seed()
                    + ": counted once, by " + t.folder() + "; further runs of the same trial: " + String.join(", ", t.unused())));
            differing(cell, "versions of the code", t -> version(origin(t)), notes);
            differing(cell, "versions of TensorFlow", t -> origin(t).tensorflow(), notes);
            sameWeights(cell, notes);
        }
        List<Provenance> origins = cells.stream().flatMap(c -> c.trials().stream()).filter(t -> t.result().isPresent())
                .map(Hygiene::origin).toList();
        long dirty = origins.stream().filter(Provenance::gitDirty).count();
        if (dirty > 0) {
            notes.add(dirty + " of " + origins.size() + " runs with a result were made by code with changes that no commit has.");
        }
        return notes;
    }

    private static void differing(Cell cell, String what, Function<TrialRun, String> property, List<String> notes) {
        Map<String, TreeSet<Long>> seeds = seedsBy(cell, property);
        if (seeds.size() > 1) {
            notes.add(cell.name() + ": its runs are of different " + what + ": " + seeds.entrySet().stream()
                    .map(e -> e.getKey() + " (" + seeds(e.getValue()) + ")").collect(Collectors.joining(", ")));
        }
    }

    /** Seeds decide initial weights and the order of images, so no two of them end in the same bits. */
    private static void sameWeights(Cell cell, List<String> notes) {
        seedsBy(cell, t -> t.result().orElseThrow().weightsSha256()).forEach((weights, seeds) -> {
            if (seeds.size() > 1) {
                notes.add(cell.name() + ": " + seeds(seeds)
                        + " have the same weights; one is a copy of the other, or the seed has no effect");
            }
        });
    }

    private static Map<String, TreeSet<Long>> seedsBy(Cell cell, Function<TrialRun, String> property) {
        Map<String, TreeSet<Long>> seeds = new LinkedHashMap<>();
        cell.trials().stream().filter(t -> t.result().isPresent())
                .forEach(t -> seeds.computeIfAbsent(property.apply(t), none -> new TreeSet<>()).add(t.trial().seed()));
        return seeds;
    }

    private static Provenance origin(TrialRun trial) {
        return trial.run().orElseThrow().manifest().provenance();
    }

    private static String seeds(TreeSet<Long> seeds) {
        return (seeds.size() == 1 ? "seed " : "seeds ") + seeds.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String version(Provenance provenance) {
        String commit = provenance.gitCommit();
        return (provenance.resbenchVersion() + " "
                + (commit.isEmpty() ? "of unknown commit" : commit.substring(0, Math.min(12, commit.length())))
                + (provenance.gitDirty() ? " with changes" : "")).strip();
    }
}
