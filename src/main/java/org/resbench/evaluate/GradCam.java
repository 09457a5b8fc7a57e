package org.resbench.evaluate;

import java.util.Optional;
import org.resbench.arch.Layer;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;
import org.resbench.tf.InferenceNetwork;

/** Where in an image a network finds a class: the maps of its last convolutional stage, each weighted by the mean gradient of the class's
 * score with respect to it, added up, negative values dropped.
 * @param height of the map @param width of the map
 * @param values row by row, 0 to 1: divided by the largest; all 0 if nothing speaks for the class
 * @see "Selvaraju et al. 2017, Grad-CAM, eq. 1 and 2" */
public record GradCam(int height, int width, float[] values) {

    /** The last layer that still has places: what the pooling at the end reads. Empty for networks without maps. */
    public static Optional<Layer> layer(Network network) {
        return network.layers().stream().filter(layer -> layer.output().height() > 1 || layer.output().width() > 1)
                .reduce((first, second) -> second);
    }

    /** @param pixels of one image, as the network reads them
     * @param wanted class index */
    static GradCam of(InferenceNetwork network, Layer layer, float[] pixels, int wanted) {
        InferenceNetwork.Sensitivity seen = network.sensitivity(layer.name(), pixels, new int[] {wanted});
        return of(layer.output(), seen.output(), seen.gradient());
    }

    /** @param output of the layer, {@code [height, width, channels]} @param gradient of the score, of the same shape */
    static GradCam of(Shape map, float[] output, float[] gradient) {
        int places = map.height() * map.width();
        double[] weights = new double[map.channels()];
        for (int i = 0; i < gradient.length; i++) {
            weights[i % map.channels()] += gradient[i] / (double) places;
        }
        float[] values = new float[places];
        float largest = 0;
        for (int p = 0; p < places; p++) {
            double sum = 0;
            for (int c = 0; c < map.channels(); c++) {
                sum += weights[c] * output[p * map.channels() + c];
            }
            values[p] = (float) Math.max(0, sum);
            largest = Math.max(largest, values[p]);
        }
        for (int p = 0; largest > 0 && p < places; p++) {
            values[p] /= largest;
        }
        return new GradCam(map.height(), map.width(), values);
    }

    /** Bilinear between the middles of the map's cells.
     * @param x from 0 (left edge of the image) to 1 (right edge) @param y likewise, from the top */
    public double at(double x, double y) {
        double column = Math.max(0, Math.min(width - 1, x * width - 0.5));
        double row = Math.max(0, Math.min(height - 1, y * height - 0.5));
        int left = (int) column;
        int top = (int) row;
        int right = Math.min(width - 1, left + 1);
        int bottom = Math.min(height - 1, top + 1);
        double above = values[top * width + left] * (1 - column + left) + values[top * width + right] * (column - left);
        double below = values[bottom * width + left] * (1 - column + left) + values[bottom * width + right] * (column - left);
        return above * (1 - row + top) + below * (row - top);
    }
}
