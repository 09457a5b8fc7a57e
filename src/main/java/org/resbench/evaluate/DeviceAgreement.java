package org.resbench.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.resbench.arch.Network;
import org.resbench.data.Images;
import org.resbench.data.Progress;
import org.resbench.tf.Device;
import org.resbench.tf.InitialWeights;
import org.resbench.tf.Precision;
import org.resbench.tf.TrainableNetwork;

/** How far apart two devices are that compute the same: class scores of a trained network, and what one training step makes of every
 * variable. Convolutions of GPUs round their inputs to 10 bits (TF32) unless {@code NVIDIA_TF32_OVERRIDE=0} is set. */
public final class DeviceAgreement {
    /** Bound on {@link #logits}, in float32. */
    public static final double LOGITS = 1e-3;
    /** Bound on {@link Step#worst}, in float32: float32 has 24 bits, and sums of some 10^5 products in another order cost half of them at
     * most. */
    public static final double STEP = 1e-3;
    /** The same where one side is {@link Precision#MIXED}. It catches mistakes, no more: float16 has 11 bits, a rounding that turns the
     * sign of what a ReLU reads opens or shuts a gradient, and both add up over layers. On one CPU, batches of 4, the worst variable of
     * resnet-20 was off by 0.16, of plain-20 by 0.34. Whether training ends alike is for experiments/precision.yaml to say. */
    public static final double MIXED_STEP = 0.5;
    private static final double RATE = 0.1;
    private static final long SEED = 1;

    private DeviceAgreement() {}

    /** What one side computes with. */
    public record Side(Device device, Precision precision) {}

    /** @param losses of both sides, in nats
     * @param worst the largest of {@code variables}
     * @param variables by name: L2 norm of the difference of the two updates over that of the one side's, or over a thousandth of the norm
     *     of all updates together where that is larger, since an update that is next to nothing is next to all rounding */
    public record Step(double[] losses, double worst, Map<String, Double> variables) {}

    /** The largest difference of a class score on these images. */
    public static double logits(TrainedNetwork trained, Images images, Device one, Device other) {
        float[] scores = scores(trained, images, one);
        float[] others = scores(trained, images, other);
        double largest = 0;
        for (int i = 0; i < scores.length; i++) {
            largest = Math.max(largest, Math.abs((double) scores[i] - others[i]));
        }
        return largest;
    }

    private static float[] scores(TrainedNetwork trained, Images images, Device device) {
        return Evaluator.evaluate(trained, images, 1, TestProtocol.parse("one-view"), device, Progress.NONE).logits();
    }

    /** One step of the paper's recipe from He's initial weights, on one batch of random images.
     * @param batch images */
    public static Step step(Network network, int batch, Side one, Side other) {
        double[] losses = new double[2];
        Map<String, float[]> updates = updates(network, batch, one, losses, 0);
        Map<String, float[]> others = updates(network, batch, other, losses, 1);
        double floor = Math.sqrt(updates.values().stream().mapToDouble(values -> Math.pow(norm(values, null), 2)).sum()) / 1000;
        Map<String, Double> differences = new LinkedHashMap<>();
        updates.forEach((name, values) -> differences.put(name, norm(values, others.get(name)) / Math.max(floor, norm(values, null))));
        return new Step(losses, differences.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow(), differences);
    }

    /** Momentum after the first step is the update itself. */
    private static Map<String, float[]> updates(Network network, int batch, Side side, double[] losses, int index) {
        TrainableNetwork.Settings settings = new TrainableNetwork.Settings(1, 0.9, 1e-4,
                TrainableNetwork.Decayed.ALL, 1e-5, 0.9, side.precision());
        try (TrainableNetwork trainable = TrainableNetwork.build(network, settings, side.device())) {
            trainable.write(InitialWeights.of(trainable.shapes(), InitialWeights.Scheme.HE_NORMAL, SEED));
            Random random = new Random(SEED);
            float[] pixels = new float[Math.toIntExact(batch * network.input().elements())];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (float) random.nextGaussian();
            }
            int[] labels = random.ints(batch, 0, network.classes()).toArray();
            losses[index] = trainable.step(pixels, labels, RATE, SEED, 1).loss();
            Map<String, float[]> updates = new LinkedHashMap<>(trainable.read());
            updates.keySet().removeIf(name -> !name.endsWith("/momentum"));
            return updates;
        }
    }

    /** L2 norm of the values, or of their difference to the others. */
    private static double norm(float[] values, float[] others) {
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double value = others == null ? values[i] : (double) values[i] - others[i];
            squares += value * value;
        }
        return Math.sqrt(squares);
    }
}
