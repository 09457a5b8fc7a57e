package org.resbench.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resbench.runs.OpenRun;
import org.resbench.spec.Recipe;
import org.resbench.tf.TrainableNetwork;

/** Gathers steps into events: means over the iterations since the last event, and the gradient norm of the iteration itself. */
final class StepEvents {
    private final OpenRun run;
    private final Recipe recipe;
    private final List<Double> speeds = new ArrayList<>();
    private double losses;
    private long errors;
    private double seconds;
    private double waited;
    private int count;

    /** @param seconds the update and the wait for its images
     * @param waited for its images */
    record Duration(double seconds, double waited) {}

    StepEvents(OpenRun run, Recipe recipe) {
        this.run = run;
        this.recipe = recipe;
    }

    void add(long iteration, TrainableNetwork.Step step, double rate, Duration duration, TrialProgress progress) {
        losses += step.loss();
        errors += step.errors();
        seconds += duration.seconds();
        waited += duration.waited();
        count++;
        int normsEvery = recipe.gradientNormsEvery();
        if (normsEvery > 0 && (iteration == 1 || iteration == recipe.iterations() || iteration % normsEvery == 0)) {
            run.append("layer_gradient_norms", iteration, Map.of("norms", step.gradientNorms()));
        }
        if (iteration == 1 || iteration % TrainingLoop.ITERATIONS_PER_EVENT == 0) {
            emit(iteration, step, rate, progress);
        }
    }

    private void emit(long iteration, TrainableNetwork.Step step, double rate, TrialProgress progress) {
        double errorPercent = 100.0 * errors / ((long) count * recipe.batchSize());
        double speed = count * recipe.batchSize() / seconds;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("loss", losses / count);
        fields.put("training_error_percent", errorPercent);
        fields.put("learning_rate", rate);
        fields.put("images_per_second", speed);
        fields.put("waiting_percent", 100 * waited / seconds);
        fields.put("gradient_norm", step.gradientNorm());
        run.append("step", iteration, fields);
        progress.step(iteration, losses / count, errorPercent, speed);
        if (iteration > 1) {
            speeds.add(speed);
        }
        losses = 0;
        errors = 0;
        seconds = 0;
        waited = 0;
        count = 0;
    }

    /** Median over the events of this session, the first step left out; 0 before the second event. */
    double imagesPerSecond() {
        List<Double> sorted = speeds.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
