package org.resbench.tf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.resbench.arch.AuxiliaryHead;
import org.resbench.arch.Layer;
import org.resbench.arch.Network;
import org.resbench.arch.Operation;

/** The loss that training makes small, in nested loops and double precision: mean cross-entropy of a batch plus the weighted ones of
 * auxiliary heads, batch norm over the batch, given dropout masks. To be differenced.
 * @param masks of each dropout layer, {@code [n, height, width, channels]} */
record PlainLoss(Network network, double epsilon, float[] pixels, int[] labels, Map<String, double[]> masks) {
    /** @param variables moving statistics are overwritten by the batch's */
    double of(Map<String, double[]> variables) {
        List<PlainForward> images = new ArrayList<>();
        int length = (int) network.input().elements();
        for (int i = 0; i < labels.length; i++) {
            PlainForward image = new PlainForward(epsilon, variables);
            int from = i;
            masks.forEach((layer, mask) -> {
                int size = mask.length / labels.length;
                image.mask(layer, Arrays.copyOfRange(mask, from * size, (from + 1) * size));
            });
            image.read(network, Arrays.copyOfRange(pixels, i * length, (i + 1) * length));
            images.add(image);
        }
        for (Layer layer : network.layers()) {
            if (layer.operation() instanceof Operation.BatchNorm) {
                takeStatistics(layer, images, variables);
            }
            images.forEach(image -> image.run(layer));
        }
        double loss = crossEntropy(network.layers().get(network.layers().size() - 1).name(), images);
        for (AuxiliaryHead head : network.auxiliaryHeads()) {
            loss += head.lossWeight() * crossEntropy(head.layer(), images);
        }
        return loss;
    }

    /** Mean and variance (divisor n) of each channel over images and places. */
    private static void takeStatistics(Layer layer, List<PlainForward> images, Map<String, double[]> variables) {
        double[] mean = new double[layer.output().channels()];
        double[] variance = new double[mean.length];
        for (int c = 0; c < mean.length; c++) {
            int channel = c;
            double[] values = images.stream().flatMap(image -> Arrays.stream(image.output(layer.inputs().get(0)))).flatMap(Arrays::stream)
                    .mapToDouble(pixel -> pixel[channel]).toArray();
            mean[c] = Arrays.stream(values).average().orElseThrow();
            double centre = mean[c];
            variance[c] = Arrays.stream(values).map(value -> (value - centre) * (value - centre)).average().orElseThrow();
        }
        variables.put(layer.name() + "/moving_mean", mean);
        variables.put(layer.name() + "/moving_variance", variance);
    }

    private double crossEntropy(String scores, List<PlainForward> images) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double[] logits = images.get(i).output(scores)[0][0];
            sum += Math.log(Arrays.stream(logits).map(Math::exp).sum()) - logits[labels[i]];
        }
        return sum / labels.length;
    }
}
