package org.resbench.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.resbench.data.Batch;
import org.resbench.data.Batches;
import org.resbench.tf.TrainableNetwork;

/** True averages of batch norm's statistics over training batches with the trained weights, to test with instead of moving averages. */
final class AveragedStatistics {
    private AveragedStatistics() {}

    /** @param parts how many batches
     * @param images of each batch that are seen: the batch over which training took its statistics
     * @return mean of the batch means and mean of the batch variances (divisor n - 1), by variable name */
    static Map<String, float[]> over(Batches batches, int parts, int images, TrainableNetwork trainable) throws InterruptedException {
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (int i = 0; i < parts; i++) {
            Batch batch = batches.next();
            trainable.batchStatistics(batch.pixels(), batch.labels(), 0, images).forEach((name, values) -> {
                double[] sum = sums.computeIfAbsent(name, key -> new double[values.length]);
                for (int c = 0; c < values.length; c++) {
                    sum[c] += values[c];
                }
            });
            batches.recycle(batch);
        }
        Map<String, float[]> means = new LinkedHashMap<>();
        sums.forEach((name, sum) -> {
            float[] mean = new float[sum.length];
            for (int c = 0; c < mean.length; c++) {
                mean[c] = (float) (sum[c] / parts);
            }
            means.put(name, mean);
        });
        return means;
    }
}
