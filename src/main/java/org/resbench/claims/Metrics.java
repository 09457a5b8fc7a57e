package org.resbench.claims;

import java.util.OptionalDouble;
import org.resbench.runs.Run;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.spec.Metric;

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
        return switch (Metric.of(metric).orElseThrow(() -> new IllegalArgumentException("'" + metric + "' is no metric"))) {
            case TEST_ERROR_PERCENT -> OptionalDouble.of(last.testErrorPercent());
            case TRAINING_ERROR_PERCENT -> OptionalDouble.of(last.trainingErrorPercent());
            case TEST_LOSS -> loss(last.testLoss(), result);
            case TRAINING_LOSS -> loss(last.trainingLoss(), result);
            case INFLATION_POINTS -> OptionalDouble.of(last.testErrorPercent() - result.best().testErrorPercent());
            case LAYER_RESPONSE -> result.layerResponses().values().stream().mapToDouble(Double::doubleValue).average();
            case GRADIENT_NORM_RATIO_AT_START -> GradientRatio.atStart(run.events());
            case GRADIENT_NORM_RATIO_AT_END -> GradientRatio.atEnd(run.events());
        };
    }

    private static OptionalDouble loss(double value, RunResult result) {
        double chance = Math.log(result.data().classes());
        return OptionalDouble.of(result.status() == RunStatus.DIVERGED && !Double.isFinite(value) ? chance : value);
    }
}
