package org.resbench.report.cells;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
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

    /** Why its runs must not be averaged: they were tested on other data or by another protocol; empty if they may. */
    public Optional<String> mixture() {
        List<String> data = results().stream().map(r -> r.data().name() + " " + r.data().fingerprint()).distinct().toList();
        List<String> protocols = results().stream().map(r -> r.protocol().split() + " split, " + r.protocol().views() + " views, "
                + r.protocol().chosen() + ", batch norm statistics " + r.protocol().batchNormStatistics() + " over "
                + r.protocol().batchNormImages()).distinct().toList();
        List<String> reasons = Stream.of(data, protocols).filter(values -> values.size() > 1)
                .map(values -> String.join(" and ", values)).toList();
        return reasons.isEmpty() ? Optional.empty()
                : Optional.of(name + ": no mean, its runs are not comparable: " + String.join("; ", reasons));
    }

    /** Why times and joules of its runs must not be averaged: they were made on different devices; empty if they may. */
    public Optional<String> devices() {
        List<String> devices = results().stream().map(r -> r.speed().device()).distinct().toList();
        return devices.size() < 2 ? Optional.empty()
                : Optional.of(name + ": no mean of times and joules, its runs were made on different devices: "
                        + String.join(" and ", devices));
    }

    /** Over all runs with a result, diverged ones with their chance error among them; empty if there is none, or they do not compare. */
    public Optional<Summary> summary(ToDoubleFunction<RunResult> value) {
        return summary(trials, value);
    }

    /** The same without diverged runs, for what is no outcome of theirs. */
    public Optional<Summary> summaryOfCompleted(ToDoubleFunction<RunResult> value) {
        return summary(trials.stream().filter(t -> !t.diverged()).toList(), value);
    }

    private Optional<Summary> summary(List<TrialRun> some, ToDoubleFunction<RunResult> value) {
        double[] values = some.stream().flatMap(t -> t.result().stream()).mapToDouble(value).filter(Double::isFinite).toArray();
        return values.length == 0 || mixture().isPresent() ? Optional.empty() : Optional.of(Summary.of(values));
    }
}
