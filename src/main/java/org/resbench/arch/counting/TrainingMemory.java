package org.resbench.arch.counting;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.resbench.arch.AuxiliaryHead;
import org.resbench.arch.Layer;
import org.resbench.arch.Network;

/** Memory of a training step at a batch size by a model, in bytes of 4-byte floats; what a framework's allocator and scratch space take
 * comes on top.
 *
 * <p>The model: layers run one after the other, forward and then backward in the opposite order. A tensor that a backward pass reads is
 * kept until then ({@link Kept} says which those are), once however many layers read it; any other goes when its last reader has run.
 * Gradients of tensors live from the first layer that yields one until the layer that the tensor came from has used it. Nothing is computed
 * in place, nothing is recomputed, and the image has no gradient.
 *
 * @param batch images
 * @param keptBytes activations that are held when the backward pass begins
 * @param peakActivationBytes the most that activations and their gradients take at one time
 * @param parameterBytes what is trained; its gradients and momentum take as much each
 * @see "Chen et al. 2016, arXiv 1604.06174, section 3, on what a backward pass must keep" */
public record TrainingMemory(int batch, long keptBytes, long peakActivationBytes, long parameterBytes) {
    private static final int BYTES = 4;

    static TrainingMemory of(Network network, int batch) {
        if (batch < 1) {
            throw new IllegalArgumentException("a batch has at least one image, not " + batch);
        }
        Step step = new Step(network);
        step.forward();
        long kept = step.live;
        step.backward();
        return new TrainingMemory(batch, kept * batch * BYTES, step.peak * batch * BYTES, Counting.parameters(network) * BYTES);
    }

    /** Parameters, their gradients and momentum, and the peak of activations. */
    public long totalBytes() {
        return 3 * parameterBytes + peakActivationBytes;
    }

    /** The same in mixed precision: activations and their gradients of 2 bytes, and a copy of the parameters of 2 bytes beside the three.
     * The few layers that stay in 4 bytes are small. */
    public long mixedTotalBytes() {
        return 3 * parameterBytes + parameterBytes / 2 + peakActivationBytes / 2;
    }

    /** Follows one step, counting values for one image. */
    private static final class Step {
        private final List<Layer> layers;
        private final Set<String> scores = new HashSet<>();
        private final Map<String, Long> sizes = new HashMap<>();
        /** Layers that still read a tensor, forward or backward; the loss is one. */
        private final Map<String, Integer> forwardReaders = new HashMap<>();
        private final Map<String, Integer> backwardReaders = new LinkedHashMap<>();
        private final Set<String> gradients = new HashSet<>();
        private long live;
        private long peak;

        Step(Network network) {
            layers = network.layers();
            scores.add(layers.get(layers.size() - 1).name());
            network.auxiliaryHeads().stream().map(AuxiliaryHead::layer).forEach(scores::add);
            sizes.put(Network.INPUT, network.input().elements());
            for (Layer layer : layers) {
                sizes.put(layer.name(), layer.output().elements());
                layer.inputs().forEach(input -> forwardReaders.merge(input, 1, Integer::sum));
                kept(layer).forEach(tensor -> backwardReaders.merge(tensor, 1, Integer::sum));
            }
            scores.forEach(layer -> backwardReaders.merge(layer, 1, Integer::sum));
        }

        private static Set<String> kept(Layer layer) {
            Kept kept = layer.operation().read(Kept.READER);
            Set<String> tensors = new HashSet<>();
            if (kept.input()) {
                tensors.addAll(layer.inputs());
            }
            if (kept.output()) {
                tensors.add(layer.name());
            }
            return tensors;
        }

        private long mask(Layer layer) {
            return layer.operation().read(Kept.READER).mask() ? sizes.get(layer.name()) : 0;
        }

        void forward() {
            grow(sizes.get(Network.INPUT));
            for (Layer layer : layers) {
                grow(sizes.get(layer.name()) + mask(layer));
                layer.inputs().forEach(input -> {
                    if (forwardReaders.merge(input, -1, Integer::sum) == 0 && !backwardReaders.containsKey(input)) {
                        live -= sizes.get(input);
                    }
                });
            }
        }

        void backward() {
            for (String layer : scores) {
                grow(sizes.get(layer));
                gradients.add(layer);
                released(layer);
            }
            for (int i = layers.size() - 1; i >= 0; i--) {
                Layer layer = layers.get(i);
                for (String input : layer.inputs()) {
                    if (!input.equals(Network.INPUT)) {
                        yieldGradient(input);
                    }
                }
                if (gradients.remove(layer.name())) {
                    live -= sizes.get(layer.name());
                }
                kept(layer).forEach(this::released);
                live -= mask(layer);
            }
        }

        /** A second gradient of one tensor stands beside the first until it is added. */
        private void yieldGradient(String tensor) {
            grow(sizes.get(tensor));
            if (!gradients.add(tensor)) {
                live -= sizes.get(tensor);
            }
        }

        private void released(String tensor) {
            if (backwardReaders.merge(tensor, -1, Integer::sum) == 0) {
                live -= sizes.get(tensor);
            }
        }

        private void grow(long values) {
            live += values;
            peak = Math.max(peak, live);
        }
    }
}
