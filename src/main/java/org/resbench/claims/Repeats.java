package org.resbench.claims;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.resbench.runs.Run;
import org.resbench.stats.Samples;

/** Non-determinism: what the same trial, seed and all, gives when it is run again, apart from what other seeds give.
 * @param trials with two runs or more that have a result @param cells of those trials
 * @param copies folders with the same events to the clock's tick as another one: the same run, not a repeat
 * @param unfinished folders of runs without a result */
public record Repeats(List<Repeated> trials, List<Spread> cells, List<String> copies, List<String> unfinished) {
    public Repeats {
        trials = List.copyOf(trials);
        cells = List.copyOf(cells);
        copies = List.copyOf(copies);
        unfinished = List.copyOf(unfinished);
    }

    /** @param equalWeights whether all runs ended in the same bits @param testErrorPercent of each run
     * @param platforms processor, device and TensorFlow's version, each once */
    public record Repeated(String cell, long seed, String fingerprint, boolean equalWeights,
                           List<Double> testErrorPercent, List<String> platforms) {
        public Repeated {
            testErrorPercent = List.copyOf(testErrorPercent);
            platforms = List.copyOf(platforms);
        }

        public double rangePoints() {
            return testErrorPercent.stream().mapToDouble(Double::doubleValue).max().orElseThrow()
                    - testErrorPercent.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        }
    }

    /** @param repeatStdPoints standard deviation of repeats around their seed's mean, pooled over seeds with repeats; {@code repeatFreedom}
     *     degrees of freedom @param seedStdPoints standard deviation of the seeds' means; empty for one seed @param seeds with a result */
    public record Spread(String cell, double repeatStdPoints, int repeatFreedom, OptionalDouble seedStdPoints, int seeds) {}

    /** @param runs of any number of stores */
    public static Repeats of(Collection<Run> runs) {
        List<String> copies = new ArrayList<>();
        Map<String, List<Run>> byTrial = new LinkedHashMap<>();
        for (Run run : runs) {
            List<Run> known = byTrial.computeIfAbsent(run.manifest().fingerprint(), none -> new ArrayList<>());
            if (run.result().isPresent() && known.stream().anyMatch(other -> isCopy(run, other))) {
                copies.add(run.folder().toString());
            } else if (run.result().isPresent()) {
                known.add(run);
            }
        }
        Map<List<Object>, List<List<Run>>> byCell = byTrial.values().stream().filter(list -> !list.isEmpty())
                .collect(Collectors.groupingBy(list -> alike(list.get(0)), LinkedHashMap::new, Collectors.toList()));
        return new Repeats(byTrial.values().stream().filter(list -> list.size() > 1).map(Repeats::repeated).toList(),
                byCell.values().stream().filter(cell -> cell.stream().anyMatch(list -> list.size() > 1))
                        .map(Repeats::spread).toList(), copies,
                runs.stream().filter(run -> run.result().isEmpty()).map(run -> run.folder().toString()).toList());
    }

    private static boolean isCopy(Run run, Run other) {
        return run.manifest().created().equals(other.manifest().created()) && !run.events().isEmpty()
                && run.events().equals(other.events());
    }

    /** What runs of one cell agree in. */
    private static List<Object> alike(Run run) {
        var trial = run.manifest().trial();
        return List.of(trial.cell(), trial.architecture(), trial.data(), trial.recipe(), trial.initialiseFrom());
    }

    private static Repeated repeated(List<Run> runs) {
        var trial = runs.get(0).manifest().trial();
        return new Repeated(trial.cell(), trial.seed(), runs.get(0).manifest().fingerprint(),
                distinct(runs, run -> run.result().orElseThrow().weightsSha256()).size() == 1, errors(runs),
                distinct(runs, run -> String.join(", ", run.manifest().provenance().processor(),
                        run.result().orElseThrow().speed().device(),
                        "TensorFlow " + run.manifest().provenance().tensorflow())));
    }

    private static Spread spread(List<List<Run>> seeds) {
        double squares = 0;
        int freedom = 0;
        double[] means = new double[seeds.size()];
        for (int i = 0; i < means.length; i++) {
            double[] errors = errors(seeds.get(i)).stream().mapToDouble(Double::doubleValue).toArray();
            means[i] = Samples.mean(errors);
            squares += errors.length < 2 ? 0 : Samples.variance(errors) * (errors.length - 1);
            freedom += errors.length - 1;
        }
        return new Spread(seeds.get(0).get(0).manifest().trial().cell(), Math.sqrt(squares / freedom), freedom,
                means.length < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(Samples.variance(means))), means.length);
    }

    private static List<Double> errors(List<Run> runs) {
        return runs.stream().map(run -> run.result().orElseThrow().last().testErrorPercent()).toList();
    }

    private static List<String> distinct(List<Run> runs, Function<Run, String> value) {
        return runs.stream().map(value).distinct().toList();
    }
}
