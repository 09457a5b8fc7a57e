package org.resbench.spec;

import java.util.List;
import java.util.Optional;

/** How a network is trained: SGD with momentum, as data. Defaults are the paper's (section 4.2) and documented constants.
 * @param batchSize images per update
 * @param microBatchSize images per forward and backward pass, gradients added up to batchSize; also the batch over which batch norm
 *     takes its statistics; divides batchSize
 * @param iterations updates in all
 * @param learningRate initial
 * @param drops at which iterations the rate is multiplied by which factor
 * @param warmUp a lower rate until the training error falls below a bound (110 layers), if any
 * @param weightDecay L2 coefficient; the gradient gets {@code weightDecay * w}
 * @param decayedVariables which variables decay
 * @param evaluateEvery iterations between evaluations on the test split; the last iteration is always evaluated
 * @param checkpointEvery iterations between checkpoints
 * @param gradientNormsEvery iterations between per-layer gradient norms in the events (iteration 1 always), 0 for never
 * @param layerResponses whether the standard deviation of layer responses (figure 7) is measured after training
 * @param precision of the numbers that updates are computed with; tests are in float32 whatever it is */
public record Recipe(int batchSize, int microBatchSize, int iterations, double learningRate, List<Drop> drops,
                     Optional<WarmUp> warmUp, double momentum, double weightDecay, DecayedVariables decayedVariables,
                     Initialisation initialisation, BatchNormSpec batchNorm, int evaluateEvery, int checkpointEvery,
                     int gradientNormsEvery, boolean layerResponses, Precision precision) {
    public Recipe {
        drops = List.copyOf(drops);
    }

    /** One in {@link Precision#FLOAT32}. */
    public Recipe(int batchSize, int microBatchSize, int iterations, double learningRate, List<Drop> drops,
                  Optional<WarmUp> warmUp, double momentum, double weightDecay, DecayedVariables decayedVariables,
                  Initialisation initialisation, BatchNormSpec batchNorm, int evaluateEvery,
                  int checkpointEvery, int gradientNormsEvery, boolean layerResponses) {
        this(batchSize, microBatchSize, iterations, learningRate, drops, warmUp, momentum, weightDecay,
                decayedVariables, initialisation, batchNorm, evaluateEvery, checkpointEvery, gradientNormsEvery,
                layerResponses, Defaults.PRECISION);
    }

    public record Drop(int iteration, double factor) {}

    /** Rate until the training error (mean over the mini-batches of a sliding window of one hundred iterations) is below the bound; an
     * error at {@code giveUpAfter} iterations is an outcome, recorded in the events. */
    public record WarmUp(double learningRate, double untilTrainingErrorPercent, int giveUpAfter) {}

    public enum DecayedVariables { ALL, KERNELS }

    /** {@code MIXED}: convolutions and what lies between them in float16; variables, their updates, batch norm's statistics and the loss in
     * float32, with a loss scale (Micikevicius et al. 2018, arXiv 1710.03740). */
    public enum Precision { FLOAT32, MIXED }

    /** {@code HE_NORMAL}: N(0, 2/fan_in) (He et al. 2015b, arXiv 1502.01852). */
    public enum Initialisation { HE_NORMAL, HE_FAN_OUT, GLOROT_NORMAL }

    /** @param epsilon added to the variance
     * @param statistics what evaluation uses: {@code MOVING} average with {@code momentum}, or {@code AVERAGED} over
     *     {@code averagedBatches} training batches after training */
    public record BatchNormSpec(double epsilon, Statistics statistics, double momentum, int averagedBatches) {
        public enum Statistics { MOVING, AVERAGED }
    }
}
