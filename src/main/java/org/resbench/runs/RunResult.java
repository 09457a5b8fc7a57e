package org.resbench.runs;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** result.json: what a finished run measured, with the protocol it was measured under. Written last and atomically.
 * @param status COMPLETED or DIVERGED
 * @param iterations updates that were made
 * @param last the headline: at the final iteration ({@code final} in JSON). A diverged run has chance errors here
 * @param best lowest test error of any evaluation, to show inflation only
 * @param parameters trainable parameters
 * @param multiplyAdds for one image, forward, convolutions and fully connected layers
 * @param weightsSha256 over all variables in name order, float32 little endian
 * @param layerResponses standard deviation of each 3x3 layer's response after batch norm, by layer name; empty unless asked for */
public record RunResult(int schema, RunStatus status, long iterations, Final last, Best best, Protocol protocol, DataUsed data,
                        long parameters, long multiplyAdds, String weightsSha256, Speed speed, Energy energy,
                        Map<String, Double> layerResponses) {
    public static final int SCHEMA = 1;

    public RunResult {
        if (status != RunStatus.COMPLETED && status != RunStatus.DIVERGED) {
            throw new IllegalArgumentException("status: " + status + " is no outcome; must be COMPLETED or DIVERGED");
        }
        layerResponses = Collections.unmodifiableMap(new LinkedHashMap<>(layerResponses));
    }

    /** Errors in percent; losses are mean cross-entropy in nats without the decay term. {@code trainingErrorPercent} is the mean over the
     * augmented mini-batches of the last epoch (or of all iterations if fewer), as in the paper's curves. */
    public record Final(double testErrorPercent, double trainingErrorPercent, double testLoss, double trainingLoss, long testErrors) {}

    public record Best(double testErrorPercent, long iteration) {}

    /** @param split test or validation @param views crops per image @param chosen {@code final iteration}
     * @param batchNormStatistics moving or averaged @param batchNormImages images over which training statistics were taken */
    public record Protocol(String split, int views, String chosen, String batchNormStatistics, int batchNormImages) {}

    public record DataUsed(String name, String fingerprint, long trainingImages, long testImages, int imageSize, int classes) {}

    /** @param imagesPerSecond training only, median over step events
     * @param trainingSeconds summed over sessions @param evaluationSeconds likewise @param setupSeconds likewise: data, graph, first step
     * @param device such as {@code cpu: Intel(R) Xeon(R), 2 threads} @param sessions how many starts it took */
    public record Speed(double imagesPerSecond, double trainingSeconds, double evaluationSeconds, double setupSeconds, String device,
                        int sessions) {}

    /** @param source measured, estimated or unavailable @param joules empty when unavailable @param why how it was measured or why not
     * @param breakdown empty when unavailable, and in results that were written before there was one */
    public record Energy(String source, Optional<Double> joules, String why, Optional<EnergyBreakdown> breakdown) {
        public Energy(String source, Optional<Double> joules, String why) {
            this(source, joules, why, Optional.empty());
        }

        /** The same as a type that keeps measurements and estimates apart. */
        public org.resbench.units.Energy value() {
            return org.resbench.units.Energy.of(source, joules, why);
        }
    }
}
