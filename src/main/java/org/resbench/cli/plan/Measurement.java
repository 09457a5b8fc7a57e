package org.resbench.cli.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.resbench.arch.Architecture;
import org.resbench.runs.Event;
import org.resbench.runs.Run;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.spec.Recipe;

/** The speed of one finished run.
 * @param run name of its folder @param image side in pixels
 * @param multiplyAdds for one image, forward
 * @param steps that were timed @param stepSeconds of a step once the first ones are over
 * @param otherSeconds all that is neither that nor testing nor setup: by how much the first steps were slower, checkpoints, closing
 * @param testImageSeconds for one image of an evaluation
 * @param setupSeconds data, graph and first step, each time a trial starts */
record Measurement(String run, Architecture architecture, int batchSize, int microBatchSize, int image, int classes, String device,
                   long multiplyAdds, long steps, double stepSeconds, double otherSeconds, double testImageSeconds, double setupSeconds) {
    /** Forward, and backward for activations and for weights. */
    private static final double PASSES_OF_A_STEP = 3;
    /** From so many timed steps on, the slow first ones no longer hide what a step takes. */
    static final long STEADY_STEPS = 10;
    /** A shorter run foretells trials of at most so many times its steps. */
    private static final long STRETCH = 10;
    /** More than this share of the clocked time was not work: the machine slept. */
    private static final double MOST_UNCLOCKED = 0.5;

    /** Empty if the run has no result, diverged, or was too short to time a step. */
    static Optional<Measurement> of(Run run) {
        return run.result().filter(result -> result.status() == RunStatus.COMPLETED).flatMap(result -> of(run, result));
    }

    private static Optional<Measurement> of(Run run, RunResult result) {
        Recipe recipe = run.manifest().trial().recipe();
        RunResult.Speed speed = result.speed();
        int sessions = Math.max(1, speed.sessions());
        long steps = result.iterations() - sessions;
        if (steps < 1 || !(speed.trainingSeconds() > 0)) {
            return Optional.empty();
        }
        double mean = speed.trainingSeconds() / steps;
        double steady = speed.imagesPerSecond() > 0 ? Math.min(mean, recipe.batchSize() / speed.imagesPerSecond()) : mean;
        long tested = TrialSize.evaluations(recipe) * result.data().testImages();
        double perTestImage = speed.evaluationSeconds() / Math.max(1, tested);
        double other = (mean - steady) * steps + unclockedSeconds(run, result, steady, perTestImage);
        return Optional.of(new Measurement(run.folder().getFileName().toString(), run.manifest().trial().architecture(), recipe.batchSize(),
                recipe.microBatchSize(), result.data().imageSize(), result.data().classes(), speed.device(),
                result.multiplyAdds(), steps, steady, other, perTestImage, speed.setupSeconds() / sessions));
    }

    /** From the folder's making to the last event, what the clocks of the result leave out. 0 for a run of several sessions. */
    private static double unclockedSeconds(Run run, RunResult result, double stepSeconds, double testImageSeconds) {
        RunResult.Speed speed = result.speed();
        Recipe recipe = run.manifest().trial().recipe();
        Optional<Event> last = run.lastEvent().filter(event -> event.kind().equals("finished"));
        if (speed.sessions() > 1 || last.isEmpty()) {
            return 0;
        }
        double clocked = speed.setupSeconds() + speed.trainingSeconds() + speed.evaluationSeconds();
        double modelled = TrialSize.averagedBatches(recipe) * stepSeconds / PASSES_OF_A_STEP
                + (recipe.layerResponses() ? result.data().testImages() * testImageSeconds : 0);
        double unclocked = seconds(run.manifest().created(), last.get().time()) - clocked - modelled;
        return Math.max(0, Math.min(unclocked, clocked * MOST_UNCLOCKED));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }

    /** Whether a trial does the same in each step. */
    boolean isOf(TrialSize size) {
        return architecture.equals(size.trial().architecture()) && batchSize == size.recipe().batchSize()
                && microBatchSize == size.recipe().microBatchSize() && image == size.image() && classes == size.classes();
    }

    /** Whether it was long enough to tell how long such a trial takes: a rehearsal of four steps says nothing of a thousand. */
    boolean foretells(TrialSize size) {
        return steps >= STEADY_STEPS || size.steps() <= STRETCH * steps;
    }

    /** Seconds of a trial at this speed, each part scaled by multiply-adds, but for the setup. */
    Seconds seconds(TrialSize size) {
        boolean same = isOf(size);
        double imageRatio = same ? 1 : (double) size.multiplyAdds() / multiplyAdds;
        double ratio = same ? 1 : imageRatio * size.recipe().batchSize() / batchSize;
        double other = otherSeconds * ratio * Math.min(1, (double) size.steps() / steps);
        double training = size.steps() * stepSeconds * ratio + other
                + TrialSize.averagedBatches(size.recipe()) * stepSeconds * ratio / PASSES_OF_A_STEP;
        double testing = size.testPasses() * size.testImages() * testImageSeconds * imageRatio;
        return new Seconds(setupSeconds, training + testing);
    }

    /** @param setup each time the trial starts @param loop steps and evaluations */
    record Seconds(double setup, double loop) {}
}
