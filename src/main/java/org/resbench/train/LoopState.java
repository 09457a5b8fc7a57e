package org.resbench.train;

import java.util.Map;
import java.util.TreeMap;
import org.resbench.spec.Recipe;

/** How far a training has come, besides the variables: what a checkpoint keeps as text so that a continued run goes on as if it had
 * never stopped. */
final class LoopState {
    final LearningRates rates;
    final History lastEpoch;
    final Clocks clocks = new Clocks();
    private long iterations;
    private double bestErrorPercent = Double.POSITIVE_INFINITY;
    private long bestIteration;
    private double lastLoss = Double.NaN;

    /** @param trainingImages of which an epoch consists */
    LoopState(Recipe recipe, int trainingImages) {
        rates = new LearningRates(recipe);
        int epoch = Math.max(1, (trainingImages + recipe.batchSize() - 1) / recipe.batchSize());
        lastEpoch = new History(Math.min(epoch, recipe.iterations()), recipe.batchSize());
    }

    /** Counts one update. */
    void updated(double loss, int wrong) {
        iterations++;
        lastLoss = loss;
        lastEpoch.add(wrong);
    }

    /** Keeps the lowest test error and when it was. */
    void tested(double errorPercent) {
        if (errorPercent < bestErrorPercent) {
            bestErrorPercent = errorPercent;
            bestIteration = iterations;
        }
    }

    /** Updates made so far. */
    long iterations() {
        return iterations;
    }

    /** Loss of the last mini-batch; NaN before the first. */
    double lastLoss() {
        return lastLoss;
    }

    /** Infinite before the first evaluation. */
    double bestErrorPercent() {
        return bestErrorPercent;
    }

    long bestIteration() {
        return bestIteration;
    }

    Map<String, String> save() {
        Map<String, String> state = new TreeMap<>();
        state.put("iteration", Long.toString(iterations));
        state.put("learning_rates", rates.save());
        state.put("last_epoch", lastEpoch.save());
        state.put("best_error_percent", Double.toString(bestErrorPercent));
        state.put("best_iteration", Long.toString(bestIteration));
        state.put("loss", Double.toString(lastLoss));
        state.put("seconds", clocks.save());
        return state;
    }

    void restore(Map<String, String> state) {
        iterations = Long.parseLong(state.get("iteration"));
        rates.restore(state.get("learning_rates"));
        lastEpoch.restore(state.get("last_epoch"));
        bestErrorPercent = Double.parseDouble(state.get("best_error_percent"));
        bestIteration = Long.parseLong(state.get("best_iteration"));
        lastLoss = Double.parseDouble(state.get("loss"));
        clocks.restore(state.get("seconds"));
    }
}
