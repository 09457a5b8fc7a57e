package org.resbench.evaluate;

import java.util.List;
import java.util.Map;
import org.resbench.arch.Architecture;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;
import org.resbench.data.Normalisation;
import org.resbench.weights.InputScaling;

/** A network with all that its answers depend on.
 * @param source where it comes from, for messages: a file or a run folder
 * @param architecture that the network was built by
 * @param weights of every variable, by name
 * @param epsilon of batch norm
 * @param input how bytes become what it reads
 * @param classes names in label order; empty if the source does not name them
 * @param facts what else is to be said of it, in words, by name */
public record TrainedNetwork(String source, Architecture architecture, Network network, Map<String, float[]> weights, double epsilon,
                             InputScaling input, List<String> classes, Map<String, String> facts) {
    public TrainedNetwork {
        classes = List.copyOf(classes);
    }

    /** Bytes to floats at the network's input size.
     * @throws IllegalArgumentException if a mean of each pixel is of another size */
    public Normalisation normalisation() {
        return normalisation(network.input());
    }

    /** The same for images of another size.
     * @throws IllegalArgumentException if there is a mean of each pixel, and so of one size only */
    public Normalisation normalisation(Shape size) {
        return normalisation(source, input, size);
    }

    static Normalisation normalisation(String source, InputScaling input, Shape size) {
        int length = Math.toIntExact(size.elements());
        float[] pixelMean = input.pixelMean().values();
        if (input.hasPixelMean() && pixelMean.length != length) {
            throw new IllegalArgumentException(source + ": its input mean is of " + input.pixelMean().shape()
                    + ", but the images here are " + size);
        }
        float[] mean = new float[length];
        float[] scale = new float[length];
        for (int i = 0; i < length; i++) {
            mean[i] = input.hasPixelMean() ? pixelMean[i] : (float) (input.mean().get(i % 3) / input.range());
            scale[i] = (float) (input.range() / input.std().get(i % 3));
        }
        return new Normalisation(mean, scale);
    }
}
