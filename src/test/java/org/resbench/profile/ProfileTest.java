package org.resbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.resbench.arch.Catalogue;
import org.resbench.arch.Network;
import org.resbench.tf.Device;
import org.resbench.tf.StepTrace;
import org.resbench.tf.StepTrace.Phase;
import org.resbench.tf.TrainableNetwork;

class ProfileTest {
    private static final int BATCH = 4;
    private static final Network NETWORK = Catalogue.find("resnet-8").standardNetwork();

    private static Setup setup() {
        return new Setup("resnet-8", Setup.Work.TRAINING, BATCH, NETWORK.input(), NETWORK.classes(), "CPU:0");
    }

    private static StepTrace.Operation operation(String name, String type, String layer, Phase phase, long start, long nanoseconds) {
        return new StepTrace.Operation(name, type, layer, phase, 2, "CPU:0", start, nanoseconds);
    }

    private static StepTrace trace(long factor) {
        List<StepTrace.Operation> operations = List.of(
                operation("a", "Conv2D", "conv1", Phase.FORWARD, 0, 100 * factor),
                operation("b", "Conv2DBackpropFilter", "conv1", Phase.GRADIENTS_TO_PARAMETERS, 50, 200 * factor),
                operation("c", "Shape", "conv1", Phase.GRADIENTS_TO_PARAMETERS, 60, factor),
                operation("d", "FusedBatchNormV3", "bn1", Phase.FORWARD, 300 * factor, 30 * factor),
                operation("e", "Relu", "relu1", Phase.FORWARD, 400 * factor, 20 * factor),
                operation("f", "AddN", "relu1", Phase.GRADIENTS_TO_INPUTS, 450 * factor, 40 * factor),
                operation("g", "ResourceApplyKerasMomentum", "conv1", Phase.UPDATE, 500 * factor, 5 * factor),
                operation("h", "NeverSeenBefore", "", Phase.UNKNOWN, 600 * factor, 7 * factor));
        return new StepTrace(700 * factor, operations);
    }

    private static Profile profile() {
        return Profile.of(setup(), NETWORK, List.of(trace(1), trace(9), trace(2)), 1e-6, new Limits(1e9, 1e9));
    }

    @Test void everyOperationIsCountedOnceAndAnUnknownOneIsListed() {
        Profile profile = profile();
        assertThat(profile.total().operations()).isEqualTo(8);
        assertThat(profile.operations()).hasSize(8);
        assertThat(profile.unattributed()).extracting(StepTrace.Operation::type).containsExactly("NeverSeenBefore");
        assertThat(profile.kinds().keySet())
                .containsExactly(Kind.CONVOLUTION, Kind.CONVOLUTION_FILTERS, Kind.BATCH_NORM, Kind.RELU, Kind.ADDITION, Kind.UPDATE,
                        Kind.OTHER);
    }

    /** By hand: medians are those of the trace with factor 2. */
    @Test void timesAreMediansOverTheTracedSteps() {
        Profile profile = profile();
        assertThat(profile.kinds().get(Kind.CONVOLUTION).seconds()).isCloseTo(200e-9, within(1e-15));
        assertThat(profile.total().seconds()).isCloseTo(2 * 403e-9, within(1e-15));
        assertThat(profile.tracedSeconds()).isCloseTo(1400e-9, within(1e-15));
        assertThat(profile.example()).isEqualTo(trace(2));
        assertThat(Medians.of(List.of(4L, 1L, 2L, 8L))).isEqualTo(3);
    }

    /** By hand: 3 x 3 x 3 x 16 kernel values at 32 x 32 places of 4 images; maps of 32 x 32 x 16 float32. */
    @Test void workAndBytesAreThoseOfTheLayer() {
        Profile profile = profile();
        long conv1 = 3 * 3 * 3 * 16 * 32 * 32 * BATCH;
        long map = 32 * 32 * 16 * BATCH * 4;
        assertThat(profile.kinds().get(Kind.CONVOLUTION).multiplyAdds()).isEqualTo(conv1);
        assertThat(profile.kinds().get(Kind.CONVOLUTION).flops()).isCloseTo(2 * conv1 / 200e-9, within(1.0));
        assertThat(profile.kinds().get(Kind.CONVOLUTION_FILTERS).multiplyAdds()).isEqualTo(conv1);
        assertThat(profile.kinds().get(Kind.CONVOLUTION_FILTERS).flops()).as("shapes are not what multiplies")
                .isCloseTo(2 * conv1 / 400e-9, within(1.0));
        assertThat(profile.kinds().get(Kind.BATCH_NORM).bytes()).isEqualTo(3 * map);
        assertThat(profile.kinds().get(Kind.RELU).bytesPerSecond()).isCloseTo(2 * map / 40e-9, within(1.0));
        assertThat(profile.kinds().get(Kind.ADDITION).bytes()).as("a sum of two gradients").isEqualTo(3 * map);
        assertThat(profile.flops()).isCloseTo(2 * 2 * conv1 / 1e-6, within(1.0));
        assertThat(profile.ofProduct()).isCloseTo(profile.flops() / 1e9, within(1e-9));
        assertThat(Profile.total(profile.layers().get("conv1")).operations()).isEqualTo(4);
    }

    /** What the Trace Event Format asks of complete events: name, cat, ph X, ts and dur in microseconds, pid, tid. */
    @Test void theChromeTraceHasEachOperationOnceAndNoneOverAnotherInALane() throws IOException {
        JsonNode root = new ObjectMapper().readTree(ChromeTrace.of(profile()));
        List<JsonNode> events = StreamSupport.stream(root.get("traceEvents").spliterator(), false)
                .filter(one -> one.get("ph").asText().equals("X")).toList();
        assertThat(events).hasSize(8).allSatisfy(one -> {
            assertThat(one.get("ts").isNumber() && one.get("dur").isNumber() && one.get("pid").isInt() && one.get("tid").isInt()).isTrue();
            assertThat(one.get("cat").asText()).isNotEmpty();
        });
        assertThat(events.stream().map(one -> one.at("/args/operation").asText())).containsExactlyInAnyOrder("a", "b",
                "c", "d", "e", "f", "g", "h");
        assertThat(events.get(1).get("name").asText()).isEqualTo("Conv2DBackpropFilter");
        assertThat(events.get(1).get("ts").asDouble()).isEqualTo(0.05);
        assertThat(events.get(1).get("dur").asDouble()).isEqualTo(0.4);
        Map<Integer, Double> ends = new TreeMap<>();
        for (JsonNode event : events) {
            double start = event.get("ts").asDouble();
            assertThat(start).isGreaterThanOrEqualTo(ends.getOrDefault(event.get("tid").asInt(), 0.0));
            ends.put(event.get("tid").asInt(), start + event.get("dur").asDouble());
        }
        assertThat(ends).hasSize(3);
        assertThat(root.get("traceEvents").findValuesAsText("name")).contains("process_name", "thread_name");
    }

    /** A step of 3 ms, a product of 10 ms and a copy of 5 ms, by a clock that someone turns. */
    @Test void stepsProductsAndCopiesTakeTurns() {
        long[] now = {0};
        List<String> calls = new ArrayList<>();
        ArrayDeque<StepTrace> traces = new ArrayDeque<>(List.of(trace(1), trace(2)));
        Workload workload = new Workload() {
            @Override public void step() {
                calls.add("step");
                now[0] += 3_000_000;
            }

            @Override public StepTrace trace() {
                calls.add("trace");
                return traces.remove();
            }

            @Override public String device() {
                return "CPU:0";
            }

            @Override public void close() {}
        };
        Machine machine = new Machine() {
            @Override public void product() {
                calls.add("product");
                now[0] += 10_000_000;
            }

            @Override public long productMultiplyAdds() {
                return 5_000_000;
            }

            @Override public void copy() {
                calls.add("copy");
                now[0] += 5_000_000;
            }

            @Override public long copyBytes() {
                return 1_000_000;
            }

            @Override public void close() {}
        };
        List<Integer> progress = new ArrayList<>();
        Profile profile = new Profiler(() -> now[0]).profile(new Profiler.Plan(setup(), NETWORK, 2), workload, machine, (done, total) -> {
            assertThat(total).isEqualTo(Profiler.WARM_UP + 4);
            progress.add(done);
        });
        assertThat(profile.stepSeconds()).isCloseTo(3e-3, within(1e-12));
        assertThat(profile.limits().productFlops()).isCloseTo(1e9, within(1e-3));
        assertThat(profile.limits().copyBytes()).isCloseTo(2e8, within(1e-3));
        assertThat(calls).endsWith("step", "product", "copy", "step", "product", "copy", "trace", "trace");
        assertThat(progress).containsExactly(1, 2, 3, 4, 5, 6);
    }

    /** The paper's count three times over, less the gradient to the image, which nobody needs. By hand, forward: 3 x 3 x 3 x 16 x 1024 =
     * 442,368 in the first layer, six of 2,359,296, twice 1,179,648 and five of 2,359,296, and 640 in the last: 40,551,040. */
    @Test void aRealStepIsAttributedWholly() {
        Network network = Catalogue.find("resnet-20").standardNetwork();
        Setup setup = new Setup("resnet-20", Setup.Work.TRAINING, 2, network.input(), network.classes(), "CPU:0");
        try (Workload workload = Workload.training(network, 2,
                new TrainableNetwork.Settings(1, 0.9, 1e-4, TrainableNetwork.Decayed.ALL, 1e-5, 0.9), Device.CPU)) {
            workload.step();
            StepTrace trace = workload.trace();
            Profile profile = Profile.of(setup, network, List.of(trace), 1, new Limits(1, 1));
            assertThat(profile.total().multiplyAdds()).isEqualTo(2 * (3 * 40_551_040L - 442_368));
            assertThat(profile.total().operations()).isEqualTo(trace.operations().size());
            assertThat(profile.total().seconds())
                    .isCloseTo(trace.operations().stream().mapToLong(StepTrace.Operation::nanoseconds).sum() / 1e9, within(1e-9));
            assertThat(profile.kinds().keySet())
                    .containsExactly(Kind.CONVOLUTION, Kind.CONVOLUTION_FILTERS, Kind.CONVOLUTION_INPUTS, Kind.BATCH_NORM,
                            Kind.BATCH_NORM_GRADIENT, Kind.RELU, Kind.RELU_GRADIENT, Kind.ADDITION, Kind.POOLING, Kind.FULLY_CONNECTED,
                            Kind.LOSS, Kind.UPDATE, Kind.OTHER);
            assertThat(profile.unattributed()).extracting(StepTrace.Operation::type)
                    .as("constants, and how TensorFlow hands tensors in and out")
                    .isSubsetOf("Const", "_Arg", "_Retval", "Arg", "Retval", "NoOp");
            assertThat(profile.operations()).filteredOn(one -> one.kind() == Kind.LOSS).extracting(one -> one.operation().type())
                    .doesNotContain("Conv2D", "Conv2DBackpropInput", "Conv2DBackpropFilter", "FusedBatchNormGradV3", "ReluGrad", "AddN");
        }
    }

    @Test void inferenceHasTheForwardMultiplyAddsOnly() {
        Network network = Catalogue.find("resnet-20").standardNetwork();
        Setup setup = new Setup("resnet-20", Setup.Work.INFERENCE, 2, network.input(), network.classes(), "CPU:0");
        try (Workload workload = Workload.inference(network, 2, 1e-5, Device.CPU)) {
            workload.step();
            Profile profile = Profile.of(setup, network, List.of(workload.trace()), 1, new Limits(1, 1));
            assertThat(profile.total().multiplyAdds()).isEqualTo(2 * 40_551_040L);
            assertThat(profile.kinds().keySet()).contains(Kind.CONVOLUTION, Kind.FULLY_CONNECTED)
                    .doesNotContain(Kind.CONVOLUTION_FILTERS, Kind.CONVOLUTION_INPUTS, Kind.BATCH_NORM_GRADIENT, Kind.RELU_GRADIENT);
        }
    }
}
