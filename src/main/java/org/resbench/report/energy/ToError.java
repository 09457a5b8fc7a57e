package org.resbench.report.energy;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.resbench.report.cells.TrialRun;
import org.resbench.runs.RunResult;

/** What a run had spent when its test error was first at or below a bound, at an evaluation.
 * @param iterations updates until then @param multiplyAdds of all these updates, three forward passes each, tests left out
 * @param seconds of training, in proportion to the iterations, tests left out
 * @param joules of training and tests until then; empty where they are not known @param measured whether those joules were measured
 * @param meter how */
public record ToError(long iterations, double multiplyAdds, double seconds, Optional<Double> joules, boolean measured, String meter) {
    private static final int TRAINING_FACTOR = 3;

    /** Empty if it never got there, or has no result. */
    public static Optional<ToError> of(TrialRun trial, double bound) {
        return trial.result().flatMap(result -> trial.curves().testError().entrySet().stream().filter(entry -> entry.getValue() <= bound)
                .map(Map.Entry::getKey).findFirst().map(iteration -> of(trial, result, iteration)));
    }

    private static ToError of(TrialRun trial, RunResult result, long iteration) {
        double images = (double) iteration * trial.trial().recipe().batchSize();
        double share = result.iterations() == 0 ? 0 : (double) iteration / result.iterations();
        return new ToError(iteration, TRAINING_FACTOR * images * result.multiplyAdds(), share * result.speed().trainingSeconds(),
                Optional.ofNullable(trial.curves().joules().get(iteration)), result.energy().value().measured().isPresent(),
                RunEnergy.meter(result));
    }

    /** The lowest error that any evaluation of it found; empty without one. */
    public static Optional<Double> lowest(TrialRun trial) {
        SortedMap<Long, Double> errors = trial.curves().testError();
        return trial.result().isEmpty() ? Optional.empty() : errors.values().stream().min(Double::compare);
    }
}
