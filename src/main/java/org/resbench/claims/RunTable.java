package org.resbench.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.resbench.runs.Run;
import org.resbench.runs.RunStore;
import org.resbench.spec.Claim.Selector;
import org.resbench.spec.Settings;
import org.resbench.spec.Trial;

/** The trials of an experiment with the runs that answer them, matched by fingerprint. */
public final class RunTable {
    private final List<Trial> trials;
    private final Map<Trial, List<Run>> runs = new HashMap<>();

    public RunTable(List<Trial> trials, List<Run> available) {
        this.trials = trials;
        Map<String, List<Run>> byFingerprint = new HashMap<>();
        for (Run run : available) {
            byFingerprint.computeIfAbsent(run.manifest().fingerprint(), none -> new ArrayList<>()).add(run);
        }
        for (Trial trial : trials) {
            List<Run> matching = new ArrayList<>(byFingerprint.getOrDefault(RunStore.fingerprint(trial), List.of()));
            matching.sort(Comparator.comparing((Run run) -> run.result().isEmpty()).thenComparing(run -> run.folder().toString()));
            runs.put(trial, matching);
        }
    }

    /** Trials that a selector picks, by cell, in the experiment's order. */
    Map<String, List<Trial>> cells(Selector selector) {
        Map<String, List<Trial>> cells = new LinkedHashMap<>();
        for (Trial trial : trials) {
            if (matches(selector, trial)) {
                cells.computeIfAbsent(trial.cell(), none -> new ArrayList<>()).add(trial);
            }
        }
        return cells;
    }

    static boolean matches(Selector selector, Trial trial) {
        return Settings.of(trial).match(selector);
    }

    /** The trial's value at a key path, or null. */
    static String setting(Trial trial, String keyPath) {
        return Settings.of(trial).value(keyPath).orElse(null);
    }

    /** What is read off a run.
     * @param what it is called when a run has none @param mayBeInfinite whether that is a value, such as 'never' */
    record Measure(String what, Function<Run, OptionalDouble> value, boolean mayBeInfinite) {
        static Measure of(String metric) {
            return new Measure(metric, run -> Metrics.value(metric, run), false);
        }

        private OptionalDouble usable(Run run) {
            OptionalDouble measured = value.apply(run);
            boolean good = measured.isPresent() && (Double.isFinite(measured.getAsDouble())
                    || mayBeInfinite && !Double.isNaN(measured.getAsDouble()));
            return good ? measured : OptionalDouble.empty();
        }
    }

    /** The same for one of the metrics. */
    public Cell cell(String name, List<Trial> members, String metric) {
        return cell(name, members, Measure.of(metric));
    }

    /** What the cell's seeds measured; of two runs of one trial the first with a result, by folder name, is taken. */
    Cell cell(String name, List<Trial> members, Measure measure) {
        List<Cell.Sample> samples = new ArrayList<>();
        List<Judgement.Missing> missing = new ArrayList<>();
        for (Trial trial : members) {
            List<Run> candidates = runs.get(trial);
            OptionalDouble value = candidates.isEmpty() ? OptionalDouble.empty() : measure.usable(candidates.get(0));
            if (value.isPresent()) {
                Run run = candidates.get(0);
                samples.add(new Cell.Sample(trial, run, run.result().orElseThrow(), value.getAsDouble()));
            } else {
                missing.add(new Judgement.Missing(name, trial.seed(), whyMissing(candidates, measure.what())));
            }
        }
        return new Cell(name, name, samples, missing);
    }

    /** Runs of one trial beyond the one that is used: copies, whose values must not count twice. */
    List<String> doubledRuns(Cell cell) {
        List<String> notes = new ArrayList<>();
        for (Cell.Sample sample : cell.samples()) {
            List<Run> all = runs.get(sample.trial());
            if (all.size() > 1) {
                notes.add(String.format(Locale.ROOT, "seed %d of %s has %d runs; only %s is used", sample.trial().seed(), cell.name(),
                        all.size(), sample.run().folder().getFileName()));
            }
        }
        return notes;
    }

    private static String whyMissing(List<Run> candidates, String metric) {
        if (candidates.isEmpty()) {
            return "no run";
        }
        Run run = candidates.get(0);
        return run.result().isPresent() ? "its run has no finite " + metric : run.status().name().toLowerCase(Locale.ROOT);
    }
}
