package org.resbench.measure;

import java.util.Random;
import org.resbench.arch.Network;
import org.resbench.energy.EnergyMeter;
import org.resbench.energy.EnergyReading;
import org.resbench.runs.measurements.Sample;
import org.resbench.runs.measurements.Task;
import org.resbench.tf.Device;
import org.resbench.tf.InferenceNetwork;
import org.resbench.tf.InitialWeights;
import org.resbench.tf.TrainableNetwork;

/** Measures windows of equal calls. Pixels and weights are random: neither time nor energy of these networks depends on what they show. A
 * call begins with pixels in Java's memory and ends when its results are back there, so the device has done all of it at a window's
 * edges. */
final class Benchmark {
    private static final double EPSILON = 1e-5;
    /** The paper's (section 3.4); they cost the same whatever they are. */
    private static final TrainableNetwork.Settings OPTIMISER = new TrainableNetwork.Settings(1, 0.9, 1e-4,
            TrainableNetwork.Decayed.ALL, EPSILON, 0.9);
    /** Updates are computed in full and change nothing, so that no number grows beyond what a float holds. */
    private static final double LEARNING_RATE = 0;

    private final EnergyMeter meter;
    private final Device device;
    private final int warmUp;
    private final double seconds;

    /** @param warmUp calls before each window @param seconds that a window lasts at least; longer where the meter needs it */
    Benchmark(EnergyMeter meter, Device device, int warmUp, double seconds) {
        this.meter = meter;
        this.device = device;
        this.warmUp = warmUp;
        this.seconds = Math.max(seconds, EnergyMeter.UPDATES_IN_A_WINDOW * meter.updateSeconds());
    }

    /** One window of a task. Builds the network and lets it go afterwards, so that one network at a time holds memory. */
    Sample take(Network network, Task task, int batch, int round) {
        float[] pixels = pixels(network, batch);
        return switch (task) {
            case INFERENCE -> {
                try (InferenceNetwork inference = InferenceNetwork.build(network, EPSILON, device)) {
                    inference.write(InitialWeights.repeating(inference.shapes()));
                    yield window(() -> inference.logits(pixels, batch), task, batch, round);
                }
            }
            case TRAINING -> {
                int[] labels = new Random(2).ints(batch, 0, network.classes()).toArray();
                try (TrainableNetwork training = TrainableNetwork.build(network, OPTIMISER, device)) {
                    training.write(InitialWeights.repeating(training.shapes()));
                    long[] iteration = {0};
                    yield window(() -> training.step(pixels, labels, LEARNING_RATE, 1, iteration[0]++), task, batch, round);
                }
            }
        };
    }

    private Sample window(Runnable call, Task task, int batch, int round) {
        for (int i = 0; i < warmUp; i++) {
            call.run();
        }
        // What building left behind is not part of the work.
        System.gc();
        EnergyMeter.Window window = meter.open();
        long start = System.nanoTime();
        long calls = 0;
        double elapsed;
        do {
            call.run();
            calls++;
            elapsed = (System.nanoTime() - start) / 1e9;
        } while (elapsed < seconds);
        EnergyReading reading = window.close();
        return new Sample(round, task, batch, calls, elapsed, reading.energy().source(),
                reading.energy().anyJoules(), reading.energy().how(), reading.idleWatts(), reading.notes());
    }

    private static float[] pixels(Network network, int batch) {
        Random random = new Random(1);
        float[] pixels = new float[Math.toIntExact(batch * network.input().elements())];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        return pixels;
    }
}
