package org.resbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.resbench.arch.Network;
import org.resbench.data.Batch;
import org.resbench.data.PreparedBatches;
import org.resbench.tf.Device;
import org.resbench.tf.InitialWeights;
import org.resbench.tf.TrainableNetwork;
import org.resbench.train.Rehearsals;

/** Builds a network and makes a few updates: the seconds of each and the largest memory that the process ever held. */
final class FirstSteps {
    private FirstSteps() {}

    /** @param arguments network, batch, micro-batch, steps */
    static void main(String[] arguments) throws InterruptedException, IOException {
        if (arguments.length != 4) {
            System.err.println("usage: harness/bench first-steps NETWORK BATCH MICRO_BATCH STEPS, such as: resnet-1202 128 16 3");
            System.exit(2);
        }
        int batch = Integer.parseInt(arguments[1]);
        int microBatches = batch / Integer.parseInt(arguments[2]);
        try (PreparedBatches batches = Rehearsals.batches(batch)) {
            long start = System.nanoTime();
            Network network = Rehearsals.network(arguments[0]);
            try (TrainableNetwork trainable = TrainableNetwork.build(network, Rehearsals.settings(microBatches), Device.CPU)) {
                say("built", start);
                start = System.nanoTime();
                trainable.write(InitialWeights.of(trainable.shapes(), InitialWeights.Scheme.HE_NORMAL, 1));
                say("weights written", start);
                for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
                    Batch next = batches.next();
                    start = System.nanoTime();
                    TrainableNetwork.Step step = trainable.step(next.pixels(), next.labels(), 0.01);
                    say(String.format(Locale.ROOT, "step %d, loss %.4f", i + 1, step.loss()), start);
                    batches.recycle(next);
                }
            }
        }
    }

    private static void say(String what, long start) throws IOException {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%-24s %7.2f s   peak memory %s%n", what, seconds, peak());
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
