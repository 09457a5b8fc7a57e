package org.resbench.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.arch.Shape;
import org.resbench.data.DataRequest;
import org.resbench.data.Images;
import org.resbench.data.Progress;
import org.resbench.data.TestPhotographs;
import org.resbench.tf.Device;
import org.resbench.weights.ForeignWeights;

/** Our networks compute what PyTorch's do. Expected: ../shared/weights/README.md, from an independent float32 forward pass over the same
 * JPEG test images: errors on each 20th image, and the logits of the first. */
class ForeignNetworksTest {
    private static final float[] LOGITS_20 = {7.8901f, -1.0877f, 2.6342f, -1.0125f, -2.8370f, -6.9533f,
            -3.3481f, -6.4984f, 6.9738f, 4.2098f};
    private static final float[] LOGITS_44 = {13.1279f, -0.2998f, 0.7116f, 2.0196f, -4.9829f, -9.8551f,
            -6.9294f, -3.3696f, 5.7847f, 3.7874f};

    @TempDir static Path folder;
    private static Images images;

    @AfterAll static void forget() {
        images = null;
    }

    private static Images images() throws IOException {
        if (images == null) {
            images = TestPhotographs.home("networks of another framework on 500 photographs", folder)
                    .load(DataRequest.whole(TestPhotographs.NAME)).test();
        }
        return images;
    }

    private static void compare(int depth, long errors, float[] logits) throws IOException {
        Path file = ForeignWeights.file("resnet" + depth + "-cifar10.safetensors", "networks of another framework on 500 photographs");
        Images test = images();
        TrainedNetwork trained = WeightsFile.open(file).network(Optional.of("resnet-" + depth), Shape.image(32), 10, Map.of());
        Evaluation evaluation = Evaluator.evaluate(trained, test, 20, TestProtocol.ONE_VIEW, Device.CPU, Progress.NONE);
        assertThat(evaluation.images()).isEqualTo(500);
        for (int c = 0; c < 10; c++) {
            assertThat(evaluation.logits()[c]).as("logit " + c).isCloseTo(logits[c], within(1e-3f));
        }
        assertThat(evaluation.errors()).isEqualTo(errors);
    }

    @Test void resNet20OfPyTorchMakes100ErrorsIn500() throws IOException {
        compare(20, 100, LOGITS_20);
    }

    @Test void resNet44OfPyTorchMakes104ErrorsIn500() throws IOException {
        compare(44, 104, LOGITS_44);
    }
}
