package org.resbench.gate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.resbench.runs.Run;
import org.resbench.spec.Scale;

/** Makes a baseline of runs; refuses incomplete and mixed ones. */
public final class BaselineMaker {
    /** A t test needs a spread. */
    static final int LEAST_SEEDS = 2;

    private BaselineMaker() {}

    /** @param runs of a folder, those of other experiments too
     * @param experiment empty if there is only one
     * @throws GateException if there are none, several experiments, unfinished runs, missing seeds, or code, machines or recipes
     *     are mixed */
    public static Baseline of(List<Run> runs, Optional<String> experiment, Optional<Scale> scale, Policy policy) {
        List<Run> own = chosen(runs, experiment, scale);
        Measured measured = Measured.of(own.get(0).manifest().experiment(), own.get(0).manifest().scale(), own);
        if (!measured.unfinished().isEmpty()) {
            throw new GateException("not every run is finished: " + measured.unfinished().stream().map(Measured.Unfinished::words)
                    .collect(Collectors.joining(", ")) + "; finish them with 'resbench run', or remove them with 'resbench runs gc'");
        }
        refuseMissingSeeds(measured);
        if (measured.platforms().size() > 1) {
            throw new GateException("the runs were made on " + measured.platforms().size() + " platforms: "
                    + String.join(", ", measured.platforms().get(0).differences(measured.platforms().get(1))) + "; make them on one");
        }
        requireMeasured(measured, policy);
        return BaselineFile.sealed(new Baseline(Baseline.SCHEMA, "", measured.experiment(), measured.scale(), policy, measured.code(),
                measured.platforms().get(0), measured.cells()));
    }

    private static List<Run> chosen(List<Run> runs, Optional<String> experiment, Optional<Scale> scale) {
        List<Run> own = runs.stream().filter(run -> experiment.isEmpty() || run.manifest().experiment().equals(experiment.get()))
                .filter(run -> scale.isEmpty() || run.manifest().scale() == scale.get()).toList();
        Set<String> names = names(own);
        if (own.isEmpty()) {
            throw new GateException("there are no runs" + experiment.map(name -> " of " + name).orElse("") + scale.map(s -> " at scale "
                    + Experiments.name(s)).orElse("") + (runs.isEmpty() ? "" : ", only of " + String.join(", ", names(runs)))
                    + "; make some with 'resbench run FILE'");
        }
        if (names.size() > 1) {
            throw new GateException("the runs are of several experiments: " + String.join(", ", names)
                    + "; a baseline is of one: choose it with --experiment NAME and --scale SCALE");
        }
        return own;
    }

    private static Set<String> names(List<Run> runs) {
        return runs.stream().map(run -> Experiments.name(run.manifest().experiment(), run.manifest().scale()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void refuseMissingSeeds(Measured measured) {
        TreeSet<Long> all = new TreeSet<>();
        measured.cells().forEach(cell -> all.addAll(cell.seeds()));
        for (Cell cell : measured.cells()) {
            Set<Long> missing = new TreeSet<>(all);
            cell.seeds().forEach(missing::remove);
            if (!missing.isEmpty()) {
                throw new GateException(cell.cell() + " has no run of seed " + missing.stream().map(String::valueOf)
                        .collect(Collectors.joining(", "))
                        + ", which other cells have; train it with 'resbench run', so that each cell has the same seeds");
            }
        }
        if (all.size() < LEAST_SEEDS) {
            throw new GateException("there is one seed only; the spread between seeds, which every check rests on, needs " + LEAST_SEEDS
                    + " at least, and 5 are good: resbench run FILE --seeds 1,2,3,4,5");
        }
    }

    /** Energy may be absent: many machines have no meter. */
    private static void requireMeasured(Measured measured, Policy policy) {
        for (Cell cell : measured.cells()) {
            for (GateMetric metric : policy.metrics()) {
                int known = cell.values(metric).length;
                if (known < cell.samples().size() && (known > 0 || metric != GateMetric.ENERGY_JOULES)) {
                    throw new GateException(cell.cell() + ": " + metric.key() + " was measured in " + known + " of " + cell.samples().size()
                            + " runs only; make the others anew, or leave it out with --metrics");
                }
            }
        }
    }
}
