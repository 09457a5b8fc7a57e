package org.resbench.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.resbench.gate.Judging.Judged;
import org.resbench.gate.Judging.Pair;
import org.resbench.runs.Run;

/** Holds runs against a baseline. */
public final class Gate {
    private final Baseline baseline;
    private final Measured runs;
    private final boolean samePlatform;
    private final List<String> notes = new ArrayList<>();

    private Gate(Baseline baseline, Measured runs) {
        this.baseline = baseline;
        this.runs = runs;
        samePlatform = runs.platforms().equals(List.of(baseline.platform()));
    }

    /** @param all runs of a folder; those of the baseline's experiment, and those that it shares with others, are compared
     * @throws GateException if there are runs but none of the baseline's experiment, if their data or protocol are others, or if runs
     *     that do not belong together are mixed */
    public static Check check(Baseline baseline, List<Run> all) {
        Set<String> known = baseline.cells().stream().flatMap(cell -> cell.samples().stream()).map(Cell.Sample::fingerprint)
                .collect(Collectors.toSet());
        List<Run> own = all.stream().filter(run -> known.contains(run.manifest().fingerprint())
                || run.manifest().experiment().equals(baseline.experiment()) && run.manifest().scale() == baseline.scale()).toList();
        String name = Experiments.name(baseline.experiment(), baseline.scale());
        if (own.isEmpty() && !all.isEmpty()) {
            throw new GateException("the baseline is of another experiment: it is of " + name + ", the runs are of "
                    + all.stream().map(run -> Experiments.name(run.manifest().experiment(), run.manifest().scale()))
                    .collect(Collectors.toCollection(TreeSet::new)).stream().collect(Collectors.joining(", "))
                    + "; name the baseline of that one, or other runs");
        }
        return new Gate(baseline, Measured.of(baseline.experiment(), baseline.scale(), own)).check();
    }

    private Check check() {
        List<String> changes = changes();
        List<Row> rows = new ArrayList<>();
        for (Cell cell : baseline.cells()) {
            for (GateMetric metric : baseline.policy().metrics()) {
                rows.add(open(cell, metric));
            }
        }
        int tested = judge(rows);
        runs.cells().stream().filter(cell -> baseline.cell(cell.cell()).isEmpty())
                .forEach(cell -> notes.add(cell.cell() + " is not in the baseline and was not compared"));
        Verdict verdict = Verdict.of(rows.stream().map(Row::outcome).toList());
        return new Check(verdict, baseline.experiment(), baseline.scale(), baseline.policy().level(), tested, rows, changes, notes);
    }

    /** @return a row that still is to be judged, as INCONCLUSIVE; or one that needs no test */
    private Row open(Cell then, GateMetric metric) {
        Limits limits = baseline.policy().of(metric);
        Optional<Cell> now = runs.cell(then.cell());
        List<Double> old = list(then.values(metric));
        List<Double> young = now.map(cell -> list(cell.values(metric))).orElse(List.of());
        Row row = new Row(then.cell(), metric, Outcome.INCONCLUSIVE, limits, old, young, Optional.empty(), false, "");
        if (now.isEmpty()) {
            List<Measured.Unfinished> begun = runs.unfinished(then.cell());
            return row.with(Outcome.NOT_MEASURED, begun.isEmpty() ? "no runs of it"
                    : begun.stream().map(Measured.Unfinished::words).collect(Collectors.joining(", ")));
        }
        if (metric.ofTheMachine() && !samePlatform) {
            return row.with(Outcome.NOT_COMPARABLE, "another platform than the baseline's");
        }
        if (old.isEmpty()) {
            return row.with(Outcome.NOT_COMPARABLE, "the baseline has no measured " + metric.key());
        }
        if (young.isEmpty()) {
            return metric == GateMetric.ENERGY_JOULES ? row.with(Outcome.NOT_COMPARABLE, "no energy was measured")
                    : row.with(Outcome.NOT_MEASURED, "no run measured a finite " + metric.key());
        }
        if (young.size() < now.get().samples().size()) {
            return row.with(metric == GateMetric.ENERGY_JOULES ? Outcome.NOT_COMPARABLE : Outcome.NOT_MEASURED,
                    metric.key() + " was measured in " + young.size() + " of " + now.get().samples().size() + " runs only");
        }
        if (young.size() < BaselineMaker.LEAST_SEEDS) {
            return row.with(Outcome.INCONCLUSIVE, "one seed only; its spread is unknown");
        }
        return row;
    }

    /** Judges what can be tested, all of it together; what equal weights prove passes whatever the test says.
     * @return how many were tested */
    private int judge(List<Row> rows) {
        List<Integer> testable = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.outcome() == Outcome.INCONCLUSIVE && row.baseline().size() >= BaselineMaker.LEAST_SEEDS
                    && row.runs().size() >= BaselineMaker.LEAST_SEEDS) {
                testable.add(i);
            }
        }
        List<Judged> judged = Judging.judge(testable.stream().map(rows::get).map(row -> new Pair(row.metric(), row.limits(),
                array(row.baseline()),
                array(row.runs()))).toList(), baseline.policy().level());
        for (int k = 0; k < testable.size(); k++) {
            Row tested = rows.get(testable.get(k)).tested(judged.get(k).outcome(), judged.get(k).tested());
            rows.set(testable.get(k), tested.with(tested.outcome(), Sentences.why(tested, baseline.policy().level())));
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.set(i, unfinished(equal(rows.get(i))));
        }
        return testable.size();
    }

    /** Equal weights on the same platform, and equal values: the training is bit for bit what it was. Equal weights with other values are
     * left to the test: then it is the testing that changed. */
    private Row equal(Row row) {
        Optional<Cell> now = runs.cell(row.cell());
        if (row.metric().ofTheMachine() || now.isEmpty() || !samePlatform) {
            return row;
        }
        Cell then = baseline.cell(row.cell()).orElseThrow();
        if (!now.get().samples().stream().allMatch(sample -> then.ofSeed(sample.seed())
                .filter(old -> old.weightsSha256().equals(sample.weightsSha256())).isPresent())) {
            return row;
        }
        boolean equalValues = now.get().samples().stream()
                .allMatch(sample -> then.ofSeed(sample.seed()).orElseThrow().value(row.metric()).equals(sample.value(row.metric())));
        if (equalValues) {
            return row.passedByEqualWeights();
        }
        notes.add(row.cell() + ": the weights are those of the baseline, but " + row.metric().key() + " is not: testing changed");
        return row;
    }

    /** Nothing passes while a seed of its cell is missing. */
    private Row unfinished(Row row) {
        List<Measured.Unfinished> begun = runs.unfinished(row.cell());
        return row.outcome() != Outcome.PASS || begun.isEmpty() ? row : row.with(Outcome.NOT_MEASURED,
                begun.stream().map(Measured.Unfinished::words).collect(Collectors.joining(", ")) + "; would pass without");
    }

    private List<String> changes() {
        List<String> changes = new ArrayList<>();
        if (!runs.cells().isEmpty()) {
            changes.addAll(baseline.code().differences(runs.code()));
        }
        runs.platforms().forEach(platform -> changes.addAll(baseline.platform().differences(platform)));
        for (Cell then : baseline.cells()) {
            runs.cell(then.cell()).ifPresent(now -> {
                CellChanges.refuseOtherExperiment(then, now);
                changes.addAll(CellChanges.settings(then, now));
                notes.addAll(CellChanges.notes(then, now));
            });
        }
        return changes;
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
