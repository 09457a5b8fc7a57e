package org.resbench.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resbench.runs.OpenRun;
import org.resbench.tf.TrainableNetwork;

/** Gathers steps into events: means over the iterations since the last event. */
final class StepEvents {
    private final OpenRun run;
    private final int batchSize;
    private final List<Double> speeds = new ArrayList<>();
    private double losses;
    private long errors;
    private double seconds;
    private int count;

    StepEvents(OpenRun run, int batchSize) {
        this.run = run;
        this.batchSize = batchSize;
    }

    /** @param normsEvery iterations between per-layer gradient norms, 0 for never */
    void add(long iteration, TrainableNetwork.Step step, double rate, double stepSeconds, int normsEvery, TrialProgress progress) {
        losses += step.loss();
        errors += step.errors();
        seconds += stepSeconds;
        count++;
        if (normsEvery > 0 && (iteration == 1 || iteration % normsEvery == 0)) {
            run.append("layer_gradient_norms", iteration, Map.of("norms", step.gradientNorms()));
        }
        if (iteration == 1 || iteration % TrainingLoop.ITERATIONS_PER_EVENT == 0) {
            emit(iteration, step, rate, progress);
        }
    }

    private void emit(long iteration, TrainableNetwork.Step step, double rate, TrialProgress progress) {
        double errorPercent = 100.0 * errors / ((long) count * batchSize);
        double speed = count * batchSize / seconds;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("loss", losses / count);
        fields.put("training_error_percent", errorPercent);
        fields.put("learning_rate", rate);
        fields.put("images_per_second", speed);
        fields.put("gradient_norm", Math.sqrt(step.gradientNorms().values().stream().mapToDouble(norm -> norm * norm).sum()));
        run.append("step", iteration, fields);
        progress.step(iteration, losses / count, errorPercent, speed);
        if (iteration > 1) {
            speeds.add(speed);
        }
        losses = 0;
        errors = 0;
        seconds = 0;
        count = 0;
    }

    /** Median over the events of this session, the first step left out; NaN before the second event. */
    double imagesPerSecond() {
        List<Double> sorted = speeds.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
