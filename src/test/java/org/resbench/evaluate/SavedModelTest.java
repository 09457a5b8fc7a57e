package org.resbench.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resbench.data.DataRequest;
import org.resbench.data.Images;
import org.resbench.data.Progress;
import org.resbench.data.TestPhotographs;
import org.resbench.tf.Device;
import org.resbench.weights.ForeignWeights;
import org.resbench.weights.Naming;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** What we export, others can use. The SavedModel is loaded and asked by TensorFlow's own loader, by the signature in the file; nothing of
 * ours takes part. */
class SavedModelTest {
    @TempDir static Path shared;
    @TempDir Path folder;

    /** Errors and first scores: ../shared/weights/README.md. */
    @ParameterizedTest
    @CsvSource({"20, 100, 7.8901, -1.0877, 4.2098", "44, 104, 13.1279, -0.2998, 3.7874"})
    void anotherProgramGetsPyTorchsAnswersFromTheSavedModel(int depth, int errors, float first, float second,
            float last) throws IOException {
        Path file = ForeignWeights.file("resnet" + depth + "-cifar10.safetensors", "SavedModel of another framework's network");
        Images images = TestPhotographs.home("SavedModel on 500 photographs", shared).load(DataRequest.whole(TestPhotographs.NAME)).test();
        Export.savedModel(WeightsFile.open(file).network(Optional.of("resnet-" + depth), Optional.empty(),
                Map.of()), folder.resolve("served"));
        int wrong = 0;
        try (SavedModelBundle bundle = SavedModelBundle.load(folder.resolve("served").toString(), "serve")) {
            for (int i = 0; i < images.count(); i += 20) {
                float[] pixels = new float[3072];
                for (int k = 0; k < pixels.length; k++) {
                    pixels[k] = images.pixels()[i * 3072 + k] & 0xff;
                }
                try (TFloat32 fed = TFloat32.tensorOf(Shape.of(1, 32, 32, 3), DataBuffers.of(pixels));
                        Result result = bundle.function("serving_default").call(Map.of("images", fed))) {
                    TFloat32 logits = (TFloat32) result.get("logits").orElseThrow();
                    TFloat32 probabilities = (TFloat32) result.get("probabilities").orElseThrow();
                    int best = 0;
                    double sum = 0;
                    for (int c = 0; c < 10; c++) {
                        best = logits.getFloat(0, c) > logits.getFloat(0, best) ? c : best;
                        sum += probabilities.getFloat(0, c);
                    }
                    assertThat(sum).isCloseTo(1, within(1e-5));
                    wrong += best == images.labels()[i] ? 0 : 1;
                    if (i == 0) {
                        assertThat(logits.getFloat(0, 0)).isCloseTo(first, within(1e-3f));
                        assertThat(logits.getFloat(0, 1)).isCloseTo(second, within(1e-3f));
                        assertThat(logits.getFloat(0, 9)).isCloseTo(last, within(1e-3f));
                    }
                }
            }
        }
        assertThat(wrong).isEqualTo(errors);
    }

    @Test void aFileOfOursIsUsedWithoutAnyOptionAndYieldsTheSameScoresToTheLastBit() throws IOException {
        Path file = ForeignWeights.file("resnet20-cifar10.safetensors", "own export of another framework's network");
        TrainedNetwork theirs = WeightsFile.open(file).network(Optional.of("resnet-20"), Optional.empty(), Map.of());
        Images images = TestPhotographs.home("own export on photographs", shared).load(DataRequest.whole(TestPhotographs.NAME)).test();
        float[] expected = Evaluator.evaluate(theirs, images, 500, TestProtocol.ONE_VIEW, Device.CPU, Progress.NONE).logits();
        for (Naming naming : Naming.values()) {
            Path exported = folder.resolve(naming.word() + ".safetensors");
            Export.safetensors(theirs, naming, "a test", exported);
            TrainedNetwork ours = WeightsFile.open(exported).network(Optional.empty(), Optional.empty(), Map.of());
            assertThat(ours.architecture()).isEqualTo(theirs.architecture());
            assertThat(ours.classes()).startsWith("airplane", "automobile").hasSize(10);
            assertThat(Evaluator.evaluate(ours, images, 500, TestProtocol.ONE_VIEW, Device.CPU, Progress.NONE)
                    .logits()).isEqualTo(expected);
        }
    }
}
