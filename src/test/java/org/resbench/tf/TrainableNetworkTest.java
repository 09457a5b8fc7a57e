package org.resbench.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.arch.CifarNetwork;
import org.resbench.arch.counting.Counting;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;

class TrainableNetworkTest {
    private static final Network NETWORK = CifarNetwork.resnet(8).withWidth(4).network(new Shape(8, 8, 3), 3);
    private static final int BATCH = 8;

    @Test void variablesAreAsManyAsTheNetworkCounts() {
        try (TrainableNetwork trainable = build(NETWORK, 1, 1e-4)) {
            long weights = TrainableNetwork.weights(trainable.read()).entrySet().stream()
                    .filter(entry -> !entry.getKey().contains("/moving_")).mapToLong(entry -> entry.getValue().length).sum();
            assertThat(weights).isEqualTo(Counting.parameters(NETWORK));
        }
    }

    /** The paper's deepest network, 19.4 M parameters (table 6). Built with TensorFlow Java's own helpers it took minutes, because
     * they walk the whole graph for each operation; here each layer adds as many operations as in a shallow network. */
    @Test @Timeout(value = 2, unit = TimeUnit.MINUTES) void resnet1202IsBuiltWithAsManyOperationsALayerAsAShallowNetwork() {
        try (TrainableNetwork deep = build(CifarNetwork.resnet(1202)); TrainableNetwork shallow = build(CifarNetwork.resnet(20));
                TrainableNetwork next = build(CifarNetwork.resnet(26))) {
            long parameters = deep.shapes().entrySet().stream()
                    .filter(entry -> entry.getKey().matches(".*/(kernel|scale|offset|bias)"))
                    .mapToLong(entry -> Arrays.stream(entry.getValue()).reduce(1, (a, b) -> a * b)).sum();
            assertThat(parameters / 1e6).isCloseTo(19.4, within(0.05));
            int oneMoreBlockPerStage = next.operations() - shallow.operations();
            assertThat(deep.operations()).isEqualTo(shallow.operations() + (1202 - 20) / 6 * oneMoreBlockPerStage);
        }
    }

    private static TrainableNetwork build(CifarNetwork network) {
        return TrainableNetwork.build(network.network(new Shape(32, 32, 3), 10),
                new TrainableNetwork.Settings(8, 0.9, 1e-4, TrainableNetwork.Decayed.ALL, 1e-5, 0.9), Device.CPU);
    }

    @Test void threeTrainingsWithOneSeedAreEqualToTheLastBit() {
        List<String> hashes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            try (TrainableNetwork trainable = build(NETWORK, 1, 1e-4)) {
                train(trainable, 0, 20);
                hashes.add(Checkpoint.sha256(trainable.read()));
            }
        }
        assertThat(hashes).containsOnly(hashes.get(0));
    }

    @Test void trainingGoesOnFromACheckpointAsIfItHadNeverStopped(@TempDir Path folder) throws Exception {
        String straight;
        Path file = folder.resolve("checkpoint.safetensors");
        try (TrainableNetwork trainable = build(NETWORK, 1, 1e-4)) {
            train(trainable, 0, 10);
            new Checkpoint(trainable.read(), Map.of("iteration", "10")).write(file);
            train(trainable, 10, 20);
            straight = Checkpoint.sha256(trainable.read());
        }
        try (TrainableNetwork trainable = build(NETWORK, 1, 1e-4)) {
            Checkpoint checkpoint = Checkpoint.read(file);
            assertThat(checkpoint.metadata()).containsEntry("iteration", "10");
            trainable.write(checkpoint.variables());
            train(trainable, 10, 20);
            assertThat(Checkpoint.sha256(trainable.read())).isEqualTo(straight);
        }
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test void lossFallsAndEveryKernelHasAGradient() {
        try (TrainableNetwork trainable = build(NETWORK, 1, 1e-4)) {
            TrainableNetwork.Step first = train(trainable, 0, 1);
            TrainableNetwork.Step last = train(trainable, 0, 60);
            assertThat(last.loss()).isLessThan(first.loss());
            assertThat(first.gradientNorms()).hasSize(8);
            assertThat(first.gradientNorms().values()).allMatch(norm -> norm > 0);
        }
    }

    /** One step of plain SGD from no momentum moves w by -r g, so |g| is what moved over r. */
    @Test void gradientNormsAreThoseOfTheGradientThatIsApplied() {
        try (TrainableNetwork trainable = build(NETWORK, 1, 0)) {
            Map<String, float[]> before = TrainableNetwork.weights(trainable.read());
            TrainableNetwork.Step step = train(trainable, 0, 1);
            Map<String, float[]> after = trainable.read();
            double all = 0;
            for (String name : before.keySet()) {
                double squares = 0;
                for (int i = 0; i < before.get(name).length && !name.contains("/moving_"); i++) {
                    squares += Math.pow((after.get(name)[i] - before.get(name)[i]) / 0.1, 2);
                }
                all += squares;
                if (name.endsWith("/kernel")) {
                    assertThat(step.gradientNorms().get(name.replace("/kernel", ""))).isCloseTo(Math.sqrt(squares), withinPercentage(0.1));
                }
            }
            assertThat(step.gradientNorm()).isCloseTo(Math.sqrt(all), withinPercentage(0.1));
        }
    }

    /** Two equal halves see equal batch statistics and gradients as the whole, so the update is the same up to rounding. */
    @Test void microBatchesOfEqualImagesUpdateAsTheWholeBatch() {
        float[] pixels = pixels(5);
        System.arraycopy(pixels, 0, pixels, pixels.length / 2, pixels.length / 2);
        int[] labels = {0, 1, 2, 0, 0, 1, 2, 0};
        try (TrainableNetwork whole = build(NETWORK, 1, 1e-4); TrainableNetwork parts = build(NETWORK, 2, 1e-4)) {
            TrainableNetwork.Step one = whole.step(pixels, labels, 0.1);
            TrainableNetwork.Step two = parts.step(pixels, labels, 0.1);
            assertThat(two.loss()).isCloseTo(one.loss(), within(1e-5));
            Map<String, float[]> weights = whole.read();
            Map<String, float[]> others = parts.read();
            float[] expected = weights.get("conv1/kernel");
            assertThat(others.get("conv1/kernel")).usingComparatorWithPrecision(1e-5f).containsExactly(expected);
        }
    }

    /** The paper's batch of 128 on two GPUs may mean statistics over 64: each micro-batch is normalised by itself, and the moving averages
     * see one after the other. */
    @Test void batchNormTakesItsStatisticsOverTheMicroBatch() {
        try (TrainableNetwork trainable = build(NETWORK, 2, 0)) {
            float[] pixels = pixels(5);
            int[] labels = {0, 1, 2, 0, 1, 2, 0, 1};
            float[] first = trainable.batchStatistics(pixels, labels, 0, 4).get("bn1/moving_mean");
            float[] second = trainable.batchStatistics(pixels, labels, 4, 4).get("bn1/moving_mean");
            assertThat(first).isNotEqualTo(second);
            trainable.step(pixels, labels, 0.1);
            float[] moving = trainable.read().get("bn1/moving_mean");
            for (int c = 0; c < moving.length; c++) {
                assertThat(moving[c]).isCloseTo(0.9f * (0.1f * first[c]) + 0.1f * second[c], within(1e-6f));
            }
        }
    }

    @Test void theCpuIsWhereWorkIsDoneWhenAsked() {
        try (TrainableNetwork trainable = build(NETWORK, 1, 0)) {
            assertThat(trainable.placement()).isEqualTo("CPU:0");
        }
    }

    /** With learning rate r and no momentum history, one step moves a kernel by -r (gradient + decay w): the two runs differ by r decay
     * w. */
    @Test void weightDecayPullsByTheStatedAmount() {
        try (TrainableNetwork with = build(NETWORK, 1, 0.5); TrainableNetwork without = build(NETWORK, 1, 0)) {
            float[] before = with.read().get("fc/kernel");
            train(with, 0, 1);
            train(without, 0, 1);
            float[] a = with.read().get("fc/kernel");
            float[] b = without.read().get("fc/kernel");
            for (int i = 0; i < a.length; i++) {
                assertThat(b[i] - a[i]).isCloseTo(0.1f * 0.5f * before[i], within(1e-6f));
            }
        }
    }

    /** He et al. 2015b: standard deviation sqrt(2 / (3*3*16)) = 0.11785 for a 3x3 kernel of 16 input channels. */
    @Test void heInitialisationHasThePublishedSpread() {
        float[] kernel = InitialWeights.of(Map.of("x/kernel", new long[] {3, 3, 16, 64}),
                InitialWeights.Scheme.HE_NORMAL, 1).get("x/kernel");
        double squares = 0;
        for (float value : kernel) {
            squares += value * value;
        }
        assertThat(Math.sqrt(squares / kernel.length)).isCloseTo(0.11785, within(0.003));
    }

    private static TrainableNetwork build(Network network, int parts, double decay) {
        TrainableNetwork trainable = TrainableNetwork.build(network,
                new TrainableNetwork.Settings(parts, 0.9, decay, TrainableNetwork.Decayed.ALL, 1e-5, 0.9), Device.CPU);
        trainable.write(InitialWeights.of(trainable.shapes(), InitialWeights.Scheme.HE_NORMAL, 7));
        return trainable;
    }

    private static TrainableNetwork.Step train(TrainableNetwork trainable, int from, int to) {
        TrainableNetwork.Step step = null;
        for (int i = from; i < to; i++) {
            step = trainable.step(pixels(i % 4), new int[] {0, 1, 2, 0, 1, 2, 0, 1}, 0.1);
        }
        return step;
    }

    private static float[] pixels(long seed) {
        Random random = new Random(seed);
        float[] pixels = new float[BATCH * 8 * 8 * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        return pixels;
    }
}
