package org.resbench.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.arch.CifarNetwork;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;
import org.resbench.data.Images;
import org.resbench.data.Photograph;
import org.resbench.tf.Device;
import org.resbench.tf.InferenceNetwork;
import org.resbench.tf.InitialWeights;
import org.resbench.weights.InputScaling;

class PredictorTest {
    @TempDir Path folder;

    private static TrainedNetwork untrained() {
        Network network = CifarNetwork.resnet(8).network(Shape.image(16), 10);
        Map<String, float[]> weights;
        try (InferenceNetwork shapes = InferenceNetwork.build(network, 1e-5, Device.CPU)) {
            weights = InitialWeights.of(shapes.shapes(), InitialWeights.Scheme.HE_NORMAL, 7);
        }
        return new TrainedNetwork("a test", CifarNetwork.resnet(8), network, weights, 1e-5,
                InputScaling.ofChannels(1, List.of(0.5, 0.5, 0.5), List.of(0.25, 0.25, 0.25)), List.of(), Map.of());
    }

    private Path image(String name, String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.ORANGE);
        g.fillOval(width / 4, height / 4, width / 2, height / 2);
        g.dispose();
        Path file = folder.resolve(name + "." + format);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }

    /** Selvaraju et al. 2017, section 3.1: where global average pooling and one fully connected layer follow the maps, Grad-CAM is Class
     * Activation Mapping: each map weighted by the class's weight in that layer (Zhou et al. 2016, eq. 2). */
    @Test void gradCamOfAResidualNetworkIsItsClassActivationMap() throws IOException {
        TrainedNetwork trained = untrained();
        Photograph photograph = Photograph.read(image("oval", "png", 16, 16));
        float[] pixels = new float[16 * 16 * 3];
        trained.normalisation().apply(photograph.image(), 0, 1, pixels);
        try (Predictor predictor = Predictor.of(trained, Device.CPU);
                InferenceNetwork network = InferenceNetwork.build(trained.network(), 1e-5, Device.CPU)) {
            network.write(trained.weights());
            Prediction prediction = predictor.predict(photograph);
            GradCam map = prediction.why().orElseThrow();
            assertThat(GradCam.layer(trained.network()).orElseThrow().name()).isEqualTo("stage3.block1.relu2");
            float[] maps = network.output("stage3.block1.relu2", pixels, 1);
            float[] kernel = trained.weights().get("fc/kernel");
            double[] expected = new double[map.values().length];
            double largest = 0;
            for (int p = 0; p < expected.length; p++) {
                for (int c = 0; c < 64; c++) {
                    expected[p] += maps[p * 64 + c] * kernel[c * 10 + prediction.top().get(0).index()];
                }
                largest = Math.max(largest, expected[p]);
            }
            assertThat(largest).isPositive();
            for (int p = 0; p < expected.length; p++) {
                assertThat((double) map.values()[p]).isCloseTo(Math.max(0, expected[p]) / largest, within(1e-4));
            }
        }
    }

    @Test void anyFormatAndSizeIsAnsweredWithFiveClassesTheLikeliestFirst() throws IOException {
        try (Predictor predictor = Predictor.of(untrained(), Device.CPU)) {
            for (Path file : List.of(image("a", "png", 16, 16), image("b", "jpg", 301, 97),
                    image("c", "bmp", 5, 40), image("d", "gif", 1, 1), image("e", "tiff", 64, 64))) {
                Prediction prediction = predictor.predict(Photograph.read(file));
                assertThat(prediction.top()).hasSize(5).extracting(Prediction.Choice::probability)
                        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
                assertThat(prediction.top().stream().mapToDouble(Prediction.Choice::probability).sum()).isBetween(0.0, 1 + 1e-9);
            }
        }
    }

    @Test void thePictureShowsWhereTheMapIsWarm() throws IOException {
        Images part = new Images(2, 2, new byte[12], new int[1]);
        GradCam map = new GradCam(2, 2, new float[] {1, 0, 0, 0});
        BufferedImage picture = new PredictionPicture(new java.awt.Font(java.awt.Font.DIALOG, java.awt.Font.PLAIN, 12))
                .draw("x", part, new Prediction(List.of(new Prediction.Choice(0, "a", 1)), java.util.Optional.of(map)));
        int warm = brightest(picture, 352, 60);
        int cold = brightest(picture, 640, 320);
        assertThat(warm).isGreaterThan(cold + 50);
    }

    private static int brightest(BufferedImage picture, int x, int y) {
        Color colour = new Color(picture.getRGB(x, y));
        return colour.getRed() + colour.getGreen() + colour.getBlue();
    }
}
