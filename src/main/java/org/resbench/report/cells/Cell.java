package org.resbench.report.cells;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.resbench.arch.Architecture;
import org.resbench.arch.Family;
import org.resbench.runs.RunResult;
import org.resbench.stats.Summary;

/** One cell of the experiment's matrix: the same network and recipe under several seeds.
 * @param trials in the order of the experiment, at least one */
public record Cell(String name, List<TrialRun> trials) {
    public Cell {
        trials = List.copyOf(trials);
        if (trials.isEmpty()) {
            throw new IllegalArgumentException("cell '" + name + "' has no trials");
        }
    }

    public Architecture architecture() {
        return trials.get(0).trial().architecture();
    }

    /** Weighted layers. */
    public int depth() {
        return architecture().depth();
    }

    public Family family() {
        return architecture().family();
    }

    /** The cell's name without its depth, equal for networks that differ in depth only: {@code resnet} for {@code resnet-20}. */
    public String group() {
        return name.replaceFirst("-" + depth() + "(?![0-9])", "");
    }

    public List<RunResult> results() {
        return trials.stream().flatMap(t -> t.result().stream()).toList();
    }

    /** Any one result: parameters, multiply-adds and data are the same for all seeds. */
    public Optional<RunResult> anyResult() {
        return results().stream().findFirst();
    }

    /** Over all runs with a result, diverged ones with their chance error among them; empty if there is none. */
    public Optional<Summary> summary(ToDoubleFunction<RunResult> value) {
        double[] values = results().stream().mapToDouble(value).toArray();
        return values.length == 0 ? Optional.empty() : Optional.of(Summary.of(values));
    }
}
