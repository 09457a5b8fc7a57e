package org.resbench.profile;

import java.util.Random;
import org.resbench.arch.Network;
import org.resbench.tf.Device;
import org.resbench.tf.InferenceNetwork;
import org.resbench.tf.InitialWeights;
import org.resbench.tf.StepTrace;
import org.resbench.tf.TrainableNetwork;

/** What is profiled: steps that are all alike. */
public interface Workload extends AutoCloseable {
    void step();

    /** A step with TensorFlow's statistics. */
    StepTrace trace();

    /** Such as {@code CPU:0}. */
    String device();

    @Override void close();

    /** Updates from one random batch, as {@code resbench run} makes them. */
    static Workload training(Network network, int batch, TrainableNetwork.Settings settings, Device device) {
        TrainableNetwork trainable = TrainableNetwork.build(network, settings, device);
        trainable.write(InitialWeights.of(trainable.shapes(), InitialWeights.Scheme.HE_NORMAL, 1));
        float[] pixels = pixels(network, batch);
        int[] labels = new Random(1).ints(batch, 0, network.classes()).toArray();
        return new Workload() {
            private long iteration;

            @Override public void step() {
                trainable.step(pixels, labels, 1e-4, 1, ++iteration);
            }

            @Override public StepTrace trace() {
                return trainable.trace(this::step);
            }

            @Override public String device() {
                return trainable.placement();
            }

            @Override public void close() {
                trainable.close();
            }
        };
    }

    /** Class scores of one random batch.
     * @param epsilon of batch norm */
    static Workload inference(Network network, int batch, double epsilon, Device device) {
        InferenceNetwork inference = InferenceNetwork.build(network, epsilon, device);
        inference.write(InitialWeights.of(inference.shapes(), InitialWeights.Scheme.HE_NORMAL, 1));
        float[] pixels = pixels(network, batch);
        return new Workload() {
            @Override public void step() {
                inference.logits(pixels, batch);
            }

            @Override public StepTrace trace() {
                return inference.trace(this::step);
            }

            @Override public String device() {
                return inference.placement();
            }

            @Override public void close() {
                inference.close();
            }
        };
    }

    private static float[] pixels(Network network, int batch) {
        float[] pixels = new float[Math.toIntExact(batch * network.input().elements())];
        Random random = new Random(1);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        return pixels;
    }
}
