package org.resbench.cli.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.resbench.runs.RunStatus;
import org.resbench.spec.Trial;

/** All trials of a session: how many are finished, which are running, how long the rest will take. Thread-safe. */
public final class Board {
    private final List<Trial> trials;
    private final ToDoubleFunction<Trial> iterationCost;
    private final LongSupplier nanoTime;
    private final long beganNanos;
    private final int labelWidth;
    private final List<Row> running = new ArrayList<>();
    private final Set<Trial> waiting;
    private final List<Whole> known = new ArrayList<>();
    private int finished;

    /** How long a trial took, or takes as far as it can be told. */
    private record Whole(Trial trial, double nanos) {}

    /** @param iterationCost of one iteration of a trial, in any unit: only ratios count
     * @param nanoTime as {@link System#nanoTime} */
    public Board(List<Trial> trials, ToDoubleFunction<Trial> iterationCost, LongSupplier nanoTime) {
        this.trials = List.copyOf(trials);
        this.iterationCost = iterationCost;
        this.nanoTime = nanoTime;
        this.beganNanos = nanoTime.getAsLong();
        this.waiting = new HashSet<>(trials);
        this.labelWidth = trials.stream().mapToInt(trial -> name(trial).length()).max().orElse(0);
    }

    static String name(Trial trial) {
        return trial.cell() + " s" + trial.seed();
    }

    /** A trial that needs no training now, whatever the reason. */
    synchronized void settled(Trial trial, boolean hasResult) {
        finished += hasResult ? 1 : 0;
        waiting.remove(trial);
    }

    synchronized Row begin(int index, Display display) {
        Trial trial = trials.get(index);
        int digits = String.valueOf(trials.size()).length();
        String name = name(trial);
        String label = "[" + " ".repeat(digits - String.valueOf(index + 1).length()) + (index + 1) + "/" + trials.size() + "] "
                + name + " ".repeat(labelWidth - name.length());
        Row row = new Row(trial, label, display, nanoTime);
        waiting.remove(trial);
        running.add(row);
        return row;
    }

    synchronized void end(Row row, Outcome outcome) {
        running.remove(row);
        finished += outcome instanceof Outcome.Finished ? 1 : 0;
        if (outcome instanceof Outcome.Finished done && !done.before() && done.result().status() == RunStatus.COMPLETED) {
            known.add(whole(row, Duration.ZERO));
        }
    }

    private static Whole whole(Row row, Duration left) {
        return new Whole(row.trial(), row.elapsed().plus(left).toNanos() / row.share());
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

    /** Time until all are finished: of running trials by their pace, of others by what the same network took for another seed, else
     * by multiply-adds. Empty until a first pace is known, and when nothing is left. */
    synchronized Optional<Duration> left() {
        List<Whole> all = new ArrayList<>(known);
        running.forEach(row -> row.left().ifPresent(left -> all.add(whole(row, left))));
        if (all.isEmpty() || waiting.isEmpty() && running.isEmpty()) {
            return Optional.empty();
        }
        double longest = 0;
        double sum = waiting.stream().mapToDouble(trial -> expected(trial, all)).sum();
        for (Row row : running) {
            double nanos = row.left().map(Duration::toNanos).map(Long::doubleValue)
                    .orElseGet(() -> Math.max(0, expected(row.trial(), all) * row.share() - row.elapsed().toNanos()));
            longest = Math.max(longest, nanos);
            sum += nanos;
        }
        return Optional.of(Duration.ofNanos((long) Math.max(longest, sum / Math.max(1, running.size()))));
    }

    private double expected(Trial trial, List<Whole> all) {
        return all.stream().filter(one -> one.trial().cell().equals(trial.cell())).mapToDouble(Whole::nanos).average()
                .orElseGet(() -> cost(trial) * all.stream().mapToDouble(Whole::nanos).sum() / all.stream()
                        .mapToDouble(one -> cost(one.trial())).sum());
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
