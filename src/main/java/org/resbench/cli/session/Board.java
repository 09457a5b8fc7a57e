package org.resbench.cli.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.resbench.spec.Trial;

/** All trials of a session: how many are finished, which are running, how long the rest will take. Thread-safe. */
public final class Board {
    private final List<Trial> trials;
    private final ToDoubleFunction<Trial> iterationCost;
    private final LongSupplier nanoTime;
    private final long beganNanos;
    private final int labelWidth;
    private final List<Row> running = new ArrayList<>();
    private int finished;
    private double costSettled;
    private double costMade;
    private boolean anyBegun;
    private long firstBeganNanos;

    /** @param iterationCost of one iteration of a trial, in any unit: only ratios count
     * @param nanoTime as {@link System#nanoTime} */
    public Board(List<Trial> trials, ToDoubleFunction<Trial> iterationCost, LongSupplier nanoTime) {
        this.trials = List.copyOf(trials);
        this.iterationCost = iterationCost;
        this.nanoTime = nanoTime;
        this.beganNanos = nanoTime.getAsLong();
        this.labelWidth = trials.stream().mapToInt(trial -> name(trial).length()).max().orElse(0);
    }

    static String name(Trial trial) {
        return trial.cell() + " s" + trial.seed();
    }

    /** A trial that needs no training now, whatever the reason. */
    synchronized void settled(Trial trial, boolean hasResult) {
        finished += hasResult ? 1 : 0;
        costSettled += cost(trial);
    }

    synchronized Row begin(int index, Display display) {
        Trial trial = trials.get(index);
        int digits = String.valueOf(trials.size()).length();
        String name = name(trial);
        String label = "[" + " ".repeat(digits - String.valueOf(index + 1).length()) + (index + 1) + "/" + trials.size() + "] "
                + name + " ".repeat(labelWidth - name.length());
        Row row = new Row(trial, label, display, nanoTime);
        if (!anyBegun) {
            anyBegun = true;
            firstBeganNanos = nanoTime.getAsLong();
        }
        running.add(row);
        return row;
    }

    synchronized void end(Row row, Outcome outcome) {
        running.remove(row);
        finished += outcome instanceof Outcome.Finished ? 1 : 0;
        costSettled += cost(row.trial());
        costMade += row.made() * iterationCost.applyAsDouble(row.trial());
    }

    synchronized List<Row> running() {
        return List.copyOf(running);
    }

    synchronized int finished() {
        return finished;
    }

    int size() {
        return trials.size();
    }

    Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - beganNanos);
    }

    /** Time until all are finished at the pace of this session; empty before its first step. */
    synchronized Optional<Duration> left() {
        double made = costMade;
        double open = trials.stream().mapToDouble(this::cost).sum() - costSettled;
        for (Row row : running) {
            double each = iterationCost.applyAsDouble(row.trial());
            made += row.made() * each;
            open -= row.state().iteration() * each;
        }
        if (made <= 0) {
            return Optional.empty();
        }
        double nanos = nanoTime.getAsLong() - firstBeganNanos;
        return Optional.of(Duration.ofNanos((long) (Math.max(0, open) / made * nanos)));
    }

    /** {@code 3 of 12 finished, about 8:05 left}. */
    String overall() {
        String left = finished() == size() ? "" : left().map(time -> ", about " + Words.duration(time) + " left").orElse("");
        return finished() + " of " + size() + " finished" + left;
    }

    private double cost(Trial trial) {
        return trial.recipe().iterations() * iterationCost.applyAsDouble(trial);
    }
}
