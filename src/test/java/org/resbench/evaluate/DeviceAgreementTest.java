package org.resbench.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resbench.arch.Catalogue;
import org.resbench.arch.CifarNetwork;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;
import org.resbench.data.Images;
import org.resbench.evaluate.DeviceAgreement.Side;
import org.resbench.tf.Device;
import org.resbench.tf.Devices;
import org.resbench.tf.Precision;
import org.resbench.weights.ForeignWeights;

/** A GPU computes what a CPU computes; where there is no GPU, a CPU what it computes itself, so that the comparison is known to work. */
class DeviceAgreementTest {
    private static final Side CPU = new Side(Device.CPU, Precision.FLOAT32);
    private static final Side GPU = new Side(Device.GPU, Precision.FLOAT32);
    private static final Network SMALL = CifarNetwork.resnet(8).withWidth(4).network(new Shape(8, 8, 3), 3);

    @Test void aDeviceAgreesWithItselfToTheLastBit() {
        DeviceAgreement.Step step = DeviceAgreement.step(SMALL, 8, CPU, CPU);
        assertThat(step.worst()).isZero();
        assertThat(step.losses()[0]).isEqualTo(step.losses()[1]).isPositive();
        assertThat(step.variables()).containsKeys("conv1/kernel/momentum", "fc/bias/momentum").hasSize(7 + 14 + 2 + 0);
    }

    /** Roundings of float16 are seen, beyond the bound for float32 and within that for mixed precision: so the measure can fail. */
    @Test void anotherPrecisionIsToldApart() {
        assertThat(DeviceAgreement.step(SMALL, 8, CPU, new Side(Device.CPU, Precision.MIXED)).worst())
                .isBetween(DeviceAgreement.STEP, DeviceAgreement.MIXED_STEP);
    }

    @ParameterizedTest @ValueSource(ints = {20, 44}) void scoresOfForeignWeightsAgreeWithThemselves(int depth) {
        assertThat(logits(depth, Device.CPU)).isZero();
    }

    @Tag("gpu") @ParameterizedTest @ValueSource(ints = {20, 44}) void scoresOfForeignWeightsAreTheCpus(int depth) {
        requireGpu("scores of resnet-" + depth);
        assertThat(logits(depth, Device.GPU)).isLessThan(DeviceAgreement.LOGITS);
    }

    @Tag("gpu") @ParameterizedTest @ValueSource(strings = {"resnet-20", "plain-20", "resnet-56"}) void oneStepIsTheCpus(String name) {
        requireGpu("one step of " + name);
        Network network = Catalogue.find(name).network(new Shape(32, 32, 3), 10);
        assertThat(DeviceAgreement.step(network, 64, CPU, GPU).worst()).isLessThan(DeviceAgreement.STEP);
        assertThat(DeviceAgreement.step(network, 64, GPU, new Side(Device.GPU, Precision.MIXED)).worst())
                .isLessThan(DeviceAgreement.MIXED_STEP);
    }

    /** Says so in the output, not only in the report. TF32 would be told from float32, and is no error. */
    private static void requireGpu(String what) {
        boolean here = Devices.hasGpu();
        boolean exact = "0".equals(System.getenv("NVIDIA_TF32_OVERRIDE"));
        String reason = "SKIPPED: " + what + " on GPU and CPU, because "
                + (here ? "NVIDIA_TF32_OVERRIDE=0 is not set, and TF32 is not float32"
                        : "TensorFlow sees no GPU (build with -Pgpu on a machine that has one)");
        if (!here || !exact) {
            System.err.println(reason);
        }
        assumeTrue(here && exact, reason);
    }

    private static double logits(int depth, Device device) {
        TrainedNetwork trained = WeightsFile.open(ForeignWeights.file("resnet" + depth + "-cifar10.safetensors", "DeviceAgreementTest"))
                .network(Optional.of("resnet-" + depth), Optional.empty(), Map.of());
        byte[] pixels = new byte[40 * 32 * 32 * 3];
        new Random(1).nextBytes(pixels);
        return DeviceAgreement.logits(trained,
                new Images(32, 32, pixels, IntStream.range(0, 40).map(i -> i % 10).toArray()), Device.CPU, device);
    }
}
