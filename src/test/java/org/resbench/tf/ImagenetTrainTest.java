package org.resbench.tf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resbench.arch.Catalogue;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;

/** Networks made for ImageNet train on small images, too: the update of one batch changes what the network says of it, and stays finite. */
class ImagenetTrainTest {
    private static final int[] LABELS = {0, 1, 2, 3};
    private static final int CLASSES = 4;
    private static final long SEED = 5;

    @ParameterizedTest @CsvSource({"alexnet, 64", "plain-18, 32", "resnet-18-A, 32", "resnet-34, 32", "resnet-50, 32",
            "resnet-50-v1.5, 32", "resnext-50, 32"})
    void anUpdateChangesTheLoss(String name, int side) {
        Network network = Catalogue.find(name).network(Shape.image(side), CLASSES);
        float[] pixels = new float[LABELS.length * side * side * 3];
        Random random = new Random(SEED);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        try (TrainableNetwork trainable = TrainableNetwork.build(network,
                new TrainableNetwork.Settings(1, 0.9, 0, TrainableNetwork.Decayed.ALL, 1e-5, 0.9), Device.CPU)) {
            trainable.write(InitialWeights.of(trainable.shapes(), InitialWeights.Scheme.HE_NORMAL, SEED));
            TrainableNetwork.Step first = trainable.step(pixels, LABELS, 0.001, SEED, 1);
            TrainableNetwork.Step second = trainable.step(pixels, LABELS, 0.001, SEED, 1);
            assertThat(first.loss()).isPositive().isFinite();
            assertThat(second.loss()).isFinite().isNotEqualTo(first.loss());
            assertThat(first.gradientNorm()).isPositive().isFinite();
            assertThat(first.gradientNorms()).isNotEmpty().allSatisfy((layer, norm) -> assertThat(norm).as(layer).isPositive().isFinite());
        }
    }
}
