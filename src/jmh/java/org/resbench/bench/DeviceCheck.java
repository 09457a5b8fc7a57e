package org.resbench.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.resbench.arch.Catalogue;
import org.resbench.arch.Network;
import org.resbench.data.DataHome;
import org.resbench.data.DataRequest;
import org.resbench.data.DataSet;
import org.resbench.evaluate.DeviceAgreement;
import org.resbench.evaluate.DeviceAgreement.Side;
import org.resbench.evaluate.TrainedNetwork;
import org.resbench.evaluate.WeightsFile;
import org.resbench.tf.Device;
import org.resbench.tf.Devices;
import org.resbench.tf.Precision;
import org.resbench.train.Rehearsals;

/** Holds a GPU against the CPU: class scores of given weights on test images, and one training step in float32 and in mixed precision. */
final class DeviceCheck {
    private static final List<String> NETWORKS = List.of("resnet-20", "plain-20", "resnet-56");
    private static final int BATCH = 128;
    /** A CPU takes seconds for a step in float16. */
    private static final int CPU_BATCH = 4;

    private final Device device;
    private boolean failed;

    private DeviceCheck(Device device) {
        this.device = device;
    }

    /** @param arguments cpu or gpu: what is held against the CPU; then files of weights; {@code --images NAME} before them
     * @return whether everything is within its bound */
    static boolean main(String[] arguments) {
        List<String> rest = new ArrayList<>(List.of(arguments));
        String images = "cifar10";
        if (rest.size() > 1 && rest.get(0).equals("--images")) {
            images = rest.get(1);
            rest.subList(0, 2).clear();
        }
        Device device = Arguments.of("devices [--images NAME] gpu|cpu [WEIGHTS]...", arguments, 0, Integer.MAX_VALUE)
                .oneOf(Device.class, "device", rest.isEmpty() ? "gpu" : rest.remove(0));
        if (device == Device.GPU && !Devices.hasGpu()) {
            System.out.println("TensorFlow sees no GPU here; 'resbench doctor' says why. 'devices cpu' holds the CPU against itself.");
            return false;
        }
        boolean exact = "0".equals(System.getenv("NVIDIA_TF32_OVERRIDE"));
        System.out.println("the CPU against " + device + "; TF32 is "
                + (exact ? "off" : "on where the GPU has it: differences of 1e-2 are its own; NVIDIA_TF32_OVERRIDE=0 turns it off"));
        DeviceCheck check = new DeviceCheck(device);
        for (String file : rest) {
            check.logits(Path.of(file), images);
        }
        NETWORKS.forEach(check::step);
        return !check.failed;
    }

    private void logits(Path file, String images) {
        DataSet data = new DataHome(Path.of(System.getenv().getOrDefault("RESBENCH_DATA", "data")))
                .load(new DataRequest(images, false, 0, 0, 0, 1000));
        TrainedNetwork trained = WeightsFile.open(file).network(Optional.empty(), Optional.empty(), Map.of());
        report("scores of " + file.getFileName() + " on " + data.test().count() + " images, largest difference",
                DeviceAgreement.logits(trained, data.test(), Device.CPU, device), DeviceAgreement.LOGITS);
    }

    private void step(String name) {
        Network network = Rehearsals.network(name);
        int batch = device == Device.CPU ? CPU_BATCH : BATCH;
        Side cpu = new Side(Device.CPU, Precision.FLOAT32);
        Side other = new Side(device, Precision.FLOAT32);
        DeviceAgreement.Step exact = DeviceAgreement.step(network, batch, cpu, other);
        report("one step of " + name + " in float32, worst variable, relative (losses " + losses(exact) + ")",
                exact.worst(), DeviceAgreement.STEP);
        DeviceAgreement.Step mixed = DeviceAgreement.step(network, batch, other, new Side(device, Precision.MIXED));
        report("one step of " + name + " in mixed precision against float32 (losses " + losses(mixed) + ")",
                mixed.worst(), DeviceAgreement.MIXED_STEP);
    }

    private static String losses(DeviceAgreement.Step step) {
        return String.format(Locale.ROOT, "%.6f, %.6f", step.losses()[0], step.losses()[1]);
    }

    private void report(String what, double difference, double bound) {
        boolean within = difference <= bound;
        failed |= !within;
        System.out.printf(Locale.ROOT, "%-4s %s: %.2e, bound %.0e%n", within ? "ok" : "FAIL", what, difference, bound);
    }
}
