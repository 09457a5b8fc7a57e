package org.resbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.resbench.arch.CifarNetwork;
import org.resbench.arch.Shape;
import org.resbench.data.Batch;
import org.resbench.data.Batches;
import org.resbench.data.Images;
import org.resbench.data.Normalisation;
import org.resbench.tf.Device;
import org.resbench.tf.InitialWeights;
import org.resbench.tf.TrainableNetwork;

class TestingTest {
    private static final int SIDE = 4;
    private static final int LENGTH = SIDE * SIDE * Images.CHANNELS;

    private TrainableNetwork network;

    @BeforeEach void build() {
        network = TrainableNetwork.build(CifarNetwork.plain(8).withWidth(2).network(new Shape(SIDE, SIDE, 3), 3),
                new TrainableNetwork.Settings(1, 0.9, 0, TrainableNetwork.Decayed.ALL, 1e-5, 0.9), Device.CPU);
        network.write(InitialWeights.of(network.shapes(), InitialWeights.Scheme.HE_NORMAL, 2));
    }

    @AfterEach void close() {
        network.close();
    }

    /** 503 images: two batches of 250 and a last one of three. Image by image the answers must be the same. */
    @Test void everyImageIsTestedAlsoThoseOfTheLastPartialBatch() {
        byte[] pixels = new byte[503 * LENGTH];
        new Random(1).nextBytes(pixels);
        int[] labels = new Random(2).ints(503, 0, 3).toArray();
        float[] ones = new float[LENGTH];
        Arrays.fill(ones, 4);
        Normalisation normalisation = new Normalisation(new float[LENGTH], ones);
        Images images = new Images(SIDE, SIDE, pixels, labels);
        Testing.Outcome outcome = Testing.test(network, images, normalisation);
        double loss = 0;
        int errors = 0;
        float[] one = new float[LENGTH];
        for (int i = 0; i < 503; i++) {
            normalisation.apply(images, i, i + 1, one);
            TrainableNetwork.Answer answer = network.test(one, new int[] {labels[i]}, 1);
            loss += answer.lossSum();
            errors += answer.predicted()[0] == labels[i] ? 0 : 1;
            assertThat(outcome.predictions().predicted()[i]).isEqualTo(answer.predicted()[0]);
        }
        assertThat(outcome.predictions().labels()).isEqualTo(labels);
        assertThat(outcome.predictions().errors()).isEqualTo(errors);
        assertThat(outcome.errorPercent()).isCloseTo(100.0 * errors / 503, within(1e-9));
        assertThat(outcome.loss()).isCloseTo(loss / 503, within(1e-5));
    }

    @Test void averagedStatisticsAreMeansOverTheBatches() throws Exception {
        Batch first = batch(1);
        Batch second = batch(2);
        Map<String, float[]> one = network.batchStatistics(first.pixels(), first.labels(), 0, 6);
        Map<String, float[]> two = network.batchStatistics(second.pixels(), second.labels(), 0, 6);
        Map<String, float[]> averaged = AveragedStatistics.over(new Given(List.of(first, second)), 2, 6, network);
        assertThat(averaged).containsOnlyKeys(one.keySet());
        averaged.forEach((name, values) -> {
            for (int i = 0; i < values.length; i++) {
                assertThat(values[i]).isCloseTo((one.get(name)[i] + two.get(name)[i]) / 2, within(1e-6f));
            }
        });
    }

    private static Batch batch(long seed) {
        Random random = new Random(seed);
        float[] pixels = new float[8 * LENGTH];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        return new Batch(8, seed, 0, pixels, new int[8]);
    }

    private static final class Given implements Batches {
        private final Deque<Batch> batches;

        Given(List<Batch> batches) {
            this.batches = new ArrayDeque<>(batches);
        }

        @Override public Batch next() {
            return batches.remove();
        }

        @Override public void recycle(Batch batch) {}

        @Override public double secondsWaited() {
            return 0;
        }

        @Override public void close() {}
    }
}
