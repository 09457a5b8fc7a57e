package org.resbench.claims;

import java.util.OptionalDouble;
import org.resbench.runs.Run;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;

/** Reads a metric off a run. */
public final class Metrics {
    private Metrics() {}

    /** The metric's value; empty if the run has no result or did not measure it. A diverged run has chance error: what its result says,
     * and the loss of guessing, {@code ln(classes)}.
     * @throws IllegalArgumentException for a name that is no metric */
    public static OptionalDouble value(String metric, Run run) {
        if (run.result().isEmpty()) {
            return OptionalDouble.empty();
        }
        RunResult result = run.result().get();
        RunResult.Final last = result.last();
        return switch (metric) {
            case "test_error_percent" -> OptionalDouble.of(last.testErrorPercent());
            case "training_error_percent" -> OptionalDouble.of(last.trainingErrorPercent());
            case "test_loss" -> loss(last.testLoss(), result);
            case "training_loss" -> loss(last.trainingLoss(), result);
            case "inflation_points" -> OptionalDouble.of(last.testErrorPercent() - result.best().testErrorPercent());
            case "mean_layer_response" -> result.layerResponses().values().stream().mapToDouble(Double::doubleValue).average();
            default -> throw new IllegalArgumentException("'" + metric + "' is no metric");
        };
    }

    private static OptionalDouble loss(double value, RunResult result) {
        double chance = Math.log(result.data().classes());
        return OptionalDouble.of(result.status() == RunStatus.DIVERGED && !Double.isFinite(value) ? chance : value);
    }
}
