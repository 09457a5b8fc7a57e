package org.resbench.cli.plan;

import org.resbench.arch.counting.Counting;
import org.resbench.arch.counting.TrainingMemory;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;
import org.resbench.data.DataException;
import org.resbench.spec.Recipe;
import org.resbench.spec.Recipe.BatchNormSpec.Statistics;
import org.resbench.spec.Trial;

/** How much work a trial is.
 * @param layers weighted layers @param parameters trainable ones
 * @param multiplyAdds for one image, forward
 * @param memoryBytes of a training step of one micro-batch, by {@link Counting#trainingMemory}
 * @param image side in pixels (height, if it is no square) @param testImages in each evaluation */
record TrialSize(Trial trial, int layers, long parameters, long multiplyAdds, long memoryBytes, int image, int classes, long testImages) {

    static TrialSize of(Trial trial, Shape input, int classes, long testImages) {
        Network network = network(trial, input, classes);
        return new TrialSize(trial, Counting.depth(network), Counting.parameters(network), Counting.multiplyAdds(network),
                memoryBytes(network, trial.recipe()), input.height(), classes, testImages);
    }

    private static Network network(Trial trial, Shape input, int classes) {
        try {
            return trial.architecture().network(input, classes);
        } catch (IllegalArgumentException e) {
            throw new DataException("data set '" + trial.data().name() + "' does not fit the network: " + e.getMessage(), e);
        }
    }

    private static long memoryBytes(Network network, Recipe recipe) {
        TrainingMemory memory = Counting.trainingMemory(network, recipe.microBatchSize());
        return recipe.precision() == Recipe.Precision.MIXED ? memory.mixedTotalBytes() : memory.totalBytes();
    }

    /** The same network, recipe and data for another seed. */
    TrialSize of(Trial other) {
        return new TrialSize(other, layers, parameters, multiplyAdds, memoryBytes, image, classes, testImages);
    }

    Recipe recipe() {
        return trial.recipe();
    }

    long steps() {
        return recipe().iterations();
    }

    /** Images that training sees, repeated ones counted each time. */
    long images() {
        return steps() * recipe().batchSize();
    }

    /** Those during training and the one at its end. */
    static long evaluations(Recipe recipe) {
        return recipe.evaluateEvery() > 0 ? (recipe.iterations() - 1L) / recipe.evaluateEvery() + 1 : 1;
    }

    /** Passes over the test images: evaluations, and one to measure layer responses if that is asked for. */
    long testPasses() {
        return evaluations(recipe()) + (recipe().layerResponses() ? 1 : 0);
    }

    /** Batches that go forward once more after training, to average batch norm's statistics. */
    static long averagedBatches(Recipe recipe) {
        return recipe.batchNorm().statistics() == Statistics.AVERAGED ? recipe.batchNorm().averagedBatches() : 0;
    }
}
