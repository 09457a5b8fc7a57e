package org.resbench.tf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resbench.arch.Catalogue;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;

/** Small forms of the paper's rivals learn; a large one with auxiliary heads makes a step. */
class RivalsTrainTest {
    private static final Shape SIZE = Shape.image(12);
    private static final int[] LABELS = {0, 1, 2, 0, 1, 2, 0, 1};

    @ParameterizedTest @ValueSource(strings = {"resnext-11-2x4d-w16", "densenet-10-k4", "mlp-6-w16", "residual-mlp-6-w16",
            "residual-mlp-6-w16-no_batch_norm"})
    void eightImagesAreLearnedByHeart(String name) {
        try (TrainableNetwork trainable = build(Catalogue.find(name).network(SIZE, 3))) {
            float[] pixels = pixels(SIZE);
            double first = trainable.step(pixels, LABELS, 0.01).loss();
            TrainableNetwork.Step last = null;
            for (int i = 0; i < 60; i++) {
                last = trainable.step(pixels, LABELS, 0.01);
            }
            assertThat(last.loss()).isLessThan(first / 4);
            assertThat(last.errors()).isZero();
        }
    }

    /** Losses of both heads reach their own layers, and through them the modules that they read. */
    @Test void auxiliaryHeadsTrain() {
        Network network = Catalogue.find("googlenet-aux").network(Shape.image(32), 3);
        try (TrainableNetwork trainable = build(network)) {
            Map<String, float[]> before = trainable.read();
            TrainableNetwork.Step step = trainable.step(pixels(Shape.image(32)), LABELS, 0.01, 1, 1);
            assertThat(step.loss()).isFinite().isPositive();
            Map<String, float[]> after = trainable.read();
            assertThat(before.keySet().stream().filter(name -> name.endsWith("/kernel"))).contains("aux1.fc2/kernel", "aux2.conv1/kernel")
                    .allSatisfy(name -> assertThat(after.get(name)).isNotEqualTo(before.get(name)));
        }
    }

    private static TrainableNetwork build(Network network) {
        TrainableNetwork trainable = TrainableNetwork.build(network,
                new TrainableNetwork.Settings(1, 0.9, 0, TrainableNetwork.Decayed.ALL, 1e-5, 0.9), Device.CPU);
        trainable.write(InitialWeights.of(trainable.shapes(), InitialWeights.Scheme.HE_NORMAL, 7));
        return trainable;
    }

    private static float[] pixels(Shape size) {
        Random random = new Random(4);
        float[] pixels = new float[(int) (LABELS.length * size.elements())];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        return pixels;
    }
}
