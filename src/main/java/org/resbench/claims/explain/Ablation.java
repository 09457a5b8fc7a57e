package org.resbench.claims.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.resbench.claims.Cell;
import org.resbench.claims.RunTable;
import org.resbench.runs.Run;
import org.resbench.runs.RunResult;
import org.resbench.spec.Experiment;
import org.resbench.spec.Trial;

import org.resbench.stats.Interval;
import org.resbench.stats.StudentEstimate;
import org.resbench.stats.multiplicity.Holm;

/** Reads an experiment as an ablation: its first cell is the recipe, every other cell differs from it in one thing. Effects are differences
 * of mean test errors by Welch's t test. Cells may train on other images or fewer of them where that is the difference, but all are tested
 * on the same ones: name, side, number and classes of the test images, split and views must agree.
 * @param differences the first cell first, in the order of the matrix
 * @param data that the first cell was trained and tested on; empty without runs of it */
public record Ablation(List<OneDifference> differences, Optional<RunResult.DataUsed> data) {
    private static final String METRIC = "test_error_percent";

    public Ablation {
        differences = List.copyOf(differences);
    }

    public static Ablation of(Experiment experiment, List<Run> runs) {
        RunTable table = new RunTable(experiment.trials(), runs);
        Map<String, List<Trial>> trials = new LinkedHashMap<>();
        experiment.trials().forEach(trial -> trials.computeIfAbsent(trial.cell(), none -> new ArrayList<>()).add(trial));
        List<Cell> cells = trials.entrySet().stream().map(entry -> table.cell(entry.getKey(), entry.getValue(), METRIC)).toList();
        Trial first = experiment.trials().get(0);
        List<OneDifference> plain = cells.stream().map(cell -> of(cell, cells.get(0), trials.get(cell.name()).get(0), first)).toList();
        return new Ablation(adjusted(plain), result(cells.get(0)).map(RunResult::data));
    }

    private static OneDifference of(Cell cell, Cell base, Trial trial, Trial first) {
        List<Change> changes = Change.between(RecipeSettings.of(first, result(base)), RecipeSettings.of(trial, result(cell)));
        Optional<String> mixed = refusal(cell, cell);
        List<Double> errors = mixed.isPresent() ? List.of() : DoubleStream.of(cell.values()).boxed().toList();
        if (cell == base) {
            return new OneDifference(cell.name(), List.of(), errors, cell.missing().size(), Optional.empty(), Optional.empty(),
                    mixed.orElse("the recipe itself"));
        }
        Optional<String> refusal = refusal(cell, base);
        Optional<StudentEstimate> estimate = refusal.isPresent() || cell.samples().size() < 2
                || base.samples().size() < 2 ? Optional.empty()
                : StudentEstimate.ofDifference(cell.values(), base.values());
        String why = refusal.orElseGet(() -> estimate.isPresent() ? "" : "fewer than two runs, or all alike");
        return new OneDifference(cell.name(), changes, errors, cell.missing().size(), estimate.map(e -> e.interval(Interval.LEVEL)),
                estimate.map(e -> Math.min(1, e.pValue(0))), why);
    }

    private static Optional<String> refusal(Cell cell, Cell base) {
        List<String> tests = Stream.of(cell, base).flatMap(c -> c.samples().stream()).map(Cell.Sample::result).map(Ablation::test)
                .distinct().toList();
        return tests.size() < 2 ? Optional.empty() : Optional.of("tested otherwise: " + String.join(" and ", tests));
    }

    private static String test(RunResult result) {
        RunResult.DataUsed data = result.data();
        RunResult.Protocol protocol = result.protocol();
        return data.name() + ", " + protocol.split() + " split, " + data.testImages() + " images of " + data.imageSize()
                + " pixels, " + data.classes() + " classes, " + protocol.views() + " views, " + protocol.chosen();
    }

    private static Optional<RunResult> result(Cell cell) {
        return cell.samples().stream().findFirst().map(Cell.Sample::result);
    }

    /** Those that could be tested share one level. */
    private static List<OneDifference> adjusted(List<OneDifference> plain) {
        int[] tested = IntStream.range(0, plain.size()).filter(i -> plain.get(i).adjustedPValue().isPresent()).toArray();
        double[] adjusted = Holm.adjust(IntStream.of(tested).mapToDouble(i -> plain.get(i).adjustedPValue().orElseThrow()).toArray());
        List<OneDifference> all = new ArrayList<>(plain);
        IntStream.range(0, tested.length).forEach(i -> all.set(tested[i], plain.get(tested[i]).adjusted(adjusted[i])));
        return all;
    }
}
