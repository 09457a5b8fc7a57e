package org.resbench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.arch.Catalogue;
import org.resbench.energy.Meters;
import org.resbench.runs.Manifest;
import org.resbench.runs.measurements.Conditions;
import org.resbench.runs.measurements.MeasuredNetwork;
import org.resbench.runs.measurements.MeasurementStore;
import org.resbench.runs.measurements.Request;
import org.resbench.runs.measurements.Skipped;
import org.resbench.runs.measurements.Task;
import org.resbench.spec.Measuring;
import org.resbench.spec.Scale;
import org.resbench.tf.Device;

class CampaignTest {
    private static final Measuring.Settings SETTINGS = new Measuring.Settings(8, List.of(1, 2), Optional.of(2), 0, 2, 1e-6);

    @TempDir Path root;
    private final List<String> order = new ArrayList<>();

    private static Request request(String network) {
        Manifest.Provenance here = new Manifest.Provenance("v", "", false, "jvm", "os", "cpu", 1, "2", "host", List.of(), Map.of());
        return Request.of("x", Scale.SMOKE, network, SETTINGS, new Conditions("host", "cpu", "2", "none", Map.of()), Instant.EPOCH, here);
    }

    private boolean run(int windows) throws InterruptedException {
        Campaign.Listener listener = new Campaign.Listener() {
            @Override public void idle(double seconds) {}

            @Override public void begins(String network, Task task, int batch, int round, double share) {
                order.add(round + " " + network + " " + task + " " + batch);
            }

            @Override public void skips(String network, Skipped skipped) {
                order.add("skipped " + network);
            }
        };
        return new Campaign(new MeasurementStore(root), Meters.none("a test"), Device.CPU, listener, () -> order.size() >= windows)
                .run(List.of(request("plain-8"), request("resnet-8")));
    }

    @Test void everyNetworkHasItsTurnInEveryRoundAndAnInterruptLosesNothing() throws InterruptedException {
        assertThat(run(7)).as("stopped").isFalse();
        assertThat(run(100)).isTrue();
        assertThat(order)
                .containsExactly("1 plain-8 INFERENCE 1", "1 plain-8 INFERENCE 2", "1 plain-8 TRAINING 2", "1 resnet-8 INFERENCE 1",
                        "1 resnet-8 INFERENCE 2", "1 resnet-8 TRAINING 2", "2 plain-8 INFERENCE 1",
                        "2 plain-8 INFERENCE 2", "2 plain-8 TRAINING 2", "2 resnet-8 INFERENCE 1",
                        "2 resnet-8 INFERENCE 2", "2 resnet-8 TRAINING 2");
        List<MeasuredNetwork> found = new MeasurementStore(root).all(new Measuring(List.of("resnet-8", "plain-8"), List.of(), SETTINGS));
        assertThat(found).extracting(one -> one.request().architecture().label()).containsExactly("resnet-8", "plain-8");
        assertThat(found).allSatisfy(one -> {
            assertThat(one.result()).isPresent();
            assertThat(one.of(Task.TRAINING, 2)).hasSize(2).allSatisfy(sample -> {
                assertThat(sample.secondsPerImage()).isPositive().isLessThan(60);
                assertThat(sample.joules()).as("unavailable, not zero").isEmpty();
                assertThat(sample.why()).isEqualTo("a test");
            });
        });
        assertThat(run(100)).as("nothing is left to do").isTrue();
        assertThat(order).hasSize(12);
    }

    @Test void otherSettingsAreAnotherMeasurement() {
        Measuring.Settings other = new Measuring.Settings(8, List.of(1, 2), Optional.of(2), 0, 3, 1e-6);
        assertThat(Request.fingerprint("plain-8", SETTINGS)).isNotEqualTo(Request.fingerprint("plain-8", other))
                .isNotEqualTo(Request.fingerprint("resnet-8", SETTINGS)).isEqualTo(Request.fingerprint("plain-8", SETTINGS));
    }

    /** VGG-19 has 143,667,240 parameters (torchvision's num_params), which with gradients and momentum take 1.6 GiB before any
     * activation. */
    @Test void whatDoesNotFitIsRefusedWithASentence() {
        var vgg = Catalogue.find("vgg-19").standardNetwork();
        assertThat(new Memory(1L << 30, 8L << 30).refusal(vgg, Task.TRAINING, 1)).get().asString()
                .contains("needs about", "of which 1.0 GiB are free");
        assertThat(new Memory(1L << 40, 1L << 30).refusal(vgg, Task.TRAINING, 1)).get().asString().contains("set RESBENCH_HEAP=");
        assertThat(new Memory(1L << 40, 8L << 30).refusal(vgg, Task.TRAINING, 1)).isEmpty();
        assertThat(Memory.needed(vgg, Task.TRAINING, 1)).isGreaterThan(3L * 4 * 143_667_240);
    }
}
