package org.resbench.cli.session;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.resbench.spec.Trial;
import org.resbench.train.TrialProgress;

/** One trial in training as its line shows it. Written by the thread that trains, read by the one that draws. */
public final class Row implements TrialProgress {
    private static final String TESTING = "testing";
    private static final String TRAINING = "training";

    private final Trial trial;
    private final String label;
    private final Display display;
    private final LongSupplier nanoTime;
    private final long beganNanos;
    private volatile State state = new State("", 1, 0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    private Pace pace = new Pace(1);

    /** @param phase what is done now, if not training
     * @param testErrorPercent NaN until the first evaluation, as are the others until the first step */
    record State(String phase, long firstIteration, long iteration, long iterations, double loss, double trainingErrorPercent,
                 double imagesPerSecond, double testErrorPercent) {
        State with(String otherPhase) {
            return new State(otherPhase, firstIteration, iteration, iterations, loss, trainingErrorPercent,
                    imagesPerSecond, testErrorPercent);
        }

        State at(long made) {
            return new State("", firstIteration, made, iterations, loss, trainingErrorPercent, imagesPerSecond, testErrorPercent);
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
        state = new State("", firstIteration, firstIteration - 1, iterations, Double.NaN, Double.NaN, Double.NaN, state.testErrorPercent);
        synchronized (this) {
            pace = new Pace(firstIteration);
        }
        display.started(this);
    }

    @Override public void phase(String what) {
        boolean usual = what.equals(TRAINING) && state.iteration >= state.firstIteration;
        state = state.with(usual ? "" : what);
        if (what.equals(TESTING)) {
            synchronized (this) {
                pace.testingBegan(nanoTime.getAsLong());
            }
        }
    }

    @Override public void made(long iteration) {
        state = state.at(iteration);
        synchronized (this) {
            pace.made(iteration, nanoTime.getAsLong());
        }
    }

    @Override public void step(long iteration, double loss, double trainingErrorPercent, double imagesPerSecond) {
        State old = state;
        state = new State("", old.firstIteration, iteration, old.iterations, loss, trainingErrorPercent,
                imagesPerSecond, old.testErrorPercent);
        display.stepped(this);
    }

    @Override public void evaluated(long iteration, double testErrorPercent) {
        synchronized (this) {
            pace.tested(nanoTime.getAsLong());
        }
        State old = state;
        state = new State(old.phase, old.firstIteration, Math.max(iteration, old.iteration), old.iterations, old.loss,
                old.trainingErrorPercent, old.imagesPerSecond, testErrorPercent);
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

    /** Share of the trial's iterations that this session makes. */
    double share() {
        State now = state;
        return now.iterations == 0 ? 1 : (double) (now.iterations - now.firstIteration + 1) / now.iterations;
    }

    /** Time to the last iteration at the pace of the last minute, with the evaluations that are still to come; empty during the first
     * steps. */
    Optional<Duration> left() {
        State now = state;
        OptionalDouble step;
        OptionalDouble evaluation;
        synchronized (this) {
            step = pace.step();
            evaluation = pace.evaluation();
        }
        if (step.isEmpty()) {
            return Optional.empty();
        }
        double each = step.getAsDouble();
        double nanos = each * (now.iterations - now.iteration) + evaluationsLeft(now) * evaluation.orElse(likelyEvaluation(each));
        return Optional.of(Duration.ofNanos((long) nanos));
    }

    /** Before the first one: a third of a step's time an image, since nothing goes backward; nothing if the file leaves open how many
     * images there are. */
    private double likelyEvaluation(double stepNanos) {
        return stepNanos / 3 * trial.data().testImages() / trial.recipe().batchSize();
    }

    private long evaluationsLeft(State now) {
        int every = trial.recipe().evaluateEvery();
        return every < 1 || now.iteration >= now.iterations ? 1 : (now.iterations - 1) / every - now.iteration / every + 1;
    }
}
