package org.resbench.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.resbench.arch.Network;
import org.resbench.data.Batch;
import org.resbench.data.PreparedBatches;
import org.resbench.tf.Device;
import org.resbench.tf.InitialWeights;
import org.resbench.tf.Precision;
import org.resbench.tf.TrainableNetwork;
import org.resbench.train.Rehearsals;

/** Builds a network and makes a few updates: the seconds of each, by the clock and of processor time over all threads, and the largest
 * memory that the process ever held. */
final class FirstSteps {
    private long start = System.nanoTime();
    private long cpu = cpuNanoseconds();

    private FirstSteps() {}

    /** @param arguments network, batch, micro-batch, steps; device and precision, if not cpu and float32 */
    static void main(String[] arguments) throws InterruptedException, IOException {
        Arguments given = Arguments.of("first-steps NETWORK BATCH MICRO_BATCH STEPS [cpu|gpu [float32|mixed]], "
                + "such as: resnet-1202 128 16 3", arguments, 4, 6);
        String name = given.network(0, "");
        int batch = given.count(1, "BATCH", 0);
        int microBatch = given.count(2, "MICRO_BATCH", 0);
        int count = given.count(3, "STEPS", 0);
        Device device = given.oneOf(Device.class, "device", given.text(4, "cpu"));
        Precision precision = given.oneOf(Precision.class, "precision", given.text(5, "float32"));
        if (batch % microBatch != 0) {
            throw given.wrong("MICRO_BATCH: " + microBatch + " must divide BATCH, " + batch);
        }
        int microBatches = batch / microBatch;
        try (PreparedBatches batches = Rehearsals.batches(batch)) {
            FirstSteps steps = new FirstSteps();
            Network network = Rehearsals.network(name);
            try (TrainableNetwork trainable = TrainableNetwork.build(network, Rehearsals.settings(microBatches, precision), device)) {
                steps.say("built");
                trainable.write(InitialWeights.of(trainable.shapes(), InitialWeights.Scheme.HE_NORMAL, 1));
                steps.say("weights written");
                for (int i = 0; i < count; i++) {
                    Batch next = batches.next();
                    TrainableNetwork.Step step = trainable.step(next.pixels(), next.labels(), 0.01, 1, i + 1);
                    batches.recycle(next);
                    steps.say(String.format(Locale.ROOT, "step %d, loss %.4f", i + 1, step.loss()));
                }
            }
        }
    }

    private void say(String what) throws IOException {
        long now = System.nanoTime();
        long cpuNow = cpuNanoseconds();
        System.out.printf(Locale.ROOT, "%-24s %8.2f s   processor %8.2f s   peak memory %s%n", what, (now - start) / 1e9,
                (cpuNow - cpu) / 1e9, peak());
        start = now;
        cpu = cpuNow;
    }

    private static long cpuNanoseconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Linux's VmHWM: the process, JVM and native code alike. */
    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "unknown";
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmHWM:")) {
                long kibibytes = Long.parseLong(line.replaceAll("\\D", ""));
                return String.format(Locale.ROOT, "%.2f GiB", kibibytes / 1048576.0);
            }
        }
        return "unknown";
    }
}
