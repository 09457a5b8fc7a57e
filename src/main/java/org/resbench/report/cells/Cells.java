package org.resbench.report.cells;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.resbench.runs.Manifest;
import org.resbench.runs.Run;
import org.resbench.runs.RunStore;
import org.resbench.spec.Experiment;
import org.resbench.spec.Trial;

/** Brings trials and runs together. */
public final class Cells {
    private Cells() {}

    /** Every trial of the experiment with its run, if there is one; runs of other experiments are left out. */
    public static List<Cell> of(Experiment experiment, List<Run> runs) {
        Map<String, List<Run>> byFingerprint = runs.stream().collect(Collectors.groupingBy(r -> r.manifest().fingerprint()));
        return cells(experiment.trials().stream()
                .map(t -> TrialRun.of(t, byFingerprint.getOrDefault(RunStore.fingerprint(t), List.of()))).toList());
    }

    /** Runs as their manifests describe them, for a report without an experiment file. Runs of one cell agree in all but the seed; a
     * cell is named with experiment and scale where the runs are of several, and numbered where a name still comes twice. */
    public static List<Cell> of(List<Run> runs) {
        boolean several = runs.stream().map(r -> origin(r.manifest())).distinct().count() > 1;
        Map<List<Object>, List<TrialRun>> alike = new LinkedHashMap<>();
        Map<List<String>, List<Run>> byTrial = runs.stream().collect(Collectors.groupingBy(
                r -> List.of(origin(r.manifest()), r.manifest().fingerprint()), LinkedHashMap::new, Collectors.toList()));
        for (List<Run> ofOneTrial : byTrial.values()) {
            Manifest manifest = ofOneTrial.get(0).manifest();
            Trial trial = manifest.trial();
            List<Object> same = List.of(origin(manifest), trial.cell(), trial.architecture(), trial.data(),
                    trial.recipe(), trial.initialiseFrom());
            alike.computeIfAbsent(same, k -> new ArrayList<>()).add(TrialRun.of(trial, ofOneTrial));
        }
        Map<String, Integer> used = new HashMap<>();
        List<Cell> cells = new ArrayList<>();
        alike.forEach((same, trials) -> {
            String name = (several ? same.get(0) + ": " : "") + same.get(1);
            int times = used.merge(name, 1, Integer::sum);
            cells.add(new Cell(times == 1 ? name : name + " (" + times + ")", trials));
        });
        return cells;
    }

    private static String origin(Manifest manifest) {
        return manifest.experiment() + ", " + manifest.scale().name().toLowerCase(Locale.ROOT);
    }

    private static List<Cell> cells(List<TrialRun> trials) {
        Map<String, List<TrialRun>> byCell = new LinkedHashMap<>();
        for (TrialRun trial : trials) {
            byCell.computeIfAbsent(trial.trial().cell(), c -> new ArrayList<>()).add(trial);
        }
        return byCell.entrySet().stream().map(e -> new Cell(e.getKey(), e.getValue())).toList();
    }
}
