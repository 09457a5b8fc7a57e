package org.resbench.cli.session;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.resbench.spec.Trial;
import org.resbench.train.TrialProgress;

/** One trial in training as its line shows it. Written by the thread that trains, read by the one that draws. */
public final class Row implements TrialProgress {
    private final Trial trial;
    private final String label;
    private final Display display;
    private final LongSupplier nanoTime;
    private final long beganNanos;
    private volatile State state = new State("", 1, 0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);

    /** @param phase what is done now, if not training
     * @param loopNanos when the loop began
     * @param testErrorPercent NaN until the first evaluation, as are the others until the first step */
    record State(String phase, long firstIteration, long iteration, long iterations, double loss, double trainingErrorPercent,
                 double imagesPerSecond, double testErrorPercent, long loopNanos) {
        State with(String otherPhase) {
            return new State(otherPhase, firstIteration, iteration, iterations, loss, trainingErrorPercent, imagesPerSecond, testErrorPercent,
                    loopNanos);
        }
    }

    /** @param label place among all trials and name, such as {@code [ 3/12] plain-20 s1} */
    Row(Trial trial, String label, Display display, LongSupplier nanoTime) {
        this.trial = trial;
        this.label = label;
        this.display = display;
        this.nanoTime = nanoTime;
        this.beganNanos = nanoTime.getAsLong();
    }

    @Override public void started(long firstIteration, long iterations) {
        state = new State("", firstIteration, firstIteration - 1, iterations, Double.NaN, Double.NaN, Double.NaN, state.testErrorPercent,
                nanoTime.getAsLong());
        display.started(this);
    }

    @Override public void phase(String what) {
        state = state.with(what);
    }

    @Override public void step(long iteration, double loss, double trainingErrorPercent, double imagesPerSecond) {
        State old = state;
        state = new State("", old.firstIteration, iteration, old.iterations, loss, trainingErrorPercent, imagesPerSecond,
                old.testErrorPercent, old.loopNanos);
        display.stepped(this);
    }

    @Override public void evaluated(long iteration, double testErrorPercent) {
        State old = state;
        state = new State(old.phase, old.firstIteration, Math.max(iteration, old.iteration), old.iterations, old.loss,
                old.trainingErrorPercent, old.imagesPerSecond, testErrorPercent, old.loopNanos);
        display.evaluated(this);
    }

    Trial trial() {
        return trial;
    }

    String label() {
        return label;
    }

    State state() {
        return state;
    }

    Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - beganNanos);
    }

    /** Iterations made in this session. */
    long made() {
        State now = state;
        return now.iteration - now.firstIteration + 1;
    }

    /** Time to the last iteration at the pace of this session, evaluations included; empty before the first step. */
    Optional<Duration> left() {
        State now = state;
        long made = now.iteration - now.firstIteration + 1;
        if (made < 1 || now.iterations == 0) {
            return Optional.empty();
        }
        double nanosEach = (nanoTime.getAsLong() - now.loopNanos) / (double) made;
        return Optional.of(Duration.ofNanos((long) (nanosEach * (now.iterations - now.iteration))));
    }
}
