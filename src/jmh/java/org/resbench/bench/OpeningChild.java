package org.resbench.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.resbench.arch.Network;
import org.resbench.tf.BareLoop;
import org.resbench.train.Rehearsals;

/** Makes updates when asked to: a number on its input is so many steps, and the line that answers is the nanoseconds of processor time that
 * they took. */
final class OpeningChild {
    private OpeningChild() {}

    /** @param arguments network, batch, whether batch norm and ReLU may be one operation */
    public static void main(String[] arguments) throws IOException {
        Network network = Rehearsals.network(arguments[0]);
        int batch = Integer.parseInt(arguments[1]);
        Random random = new Random(1);
        float[] pixels = new float[Math.toIntExact(batch * network.input().elements())];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        int[] labels = random.ints(batch, 0, network.classes()).toArray();
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        try (BareLoop loop = new BareLoop(network, Rehearsals.settings(1), Boolean.parseBoolean(arguments[2]), pixels, labels);
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            System.out.println("0 " + network.name());
            for (String line = orders.readLine(); line != null; line = orders.readLine()) {
                long before = system.getProcessCpuTime();
                loop.steps(Integer.parseInt(line));
                System.out.println(system.getProcessCpuTime() - before);
            }
        }
    }
}
