package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.data.DataHome;
import org.resbench.data.Progress;
import org.resbench.evaluate.Evaluator;
import org.resbench.evaluate.TestProtocol;
import org.resbench.evaluate.TrainedNetwork;
import org.resbench.evaluate.TrainedRun;
import org.resbench.evaluate.WeightsFile;
import org.resbench.runs.Json;
import org.resbench.runs.Run;
import org.resbench.tf.Device;
import org.resbench.train.SmallTrial;

/** A run, put to use. */
class TrainedCommandsTest {
    @TempDir static Path folder;
    private static Run run;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll static void train() {
        run = SmallTrial.in(folder.resolve("runs")).train();
    }

    private int resbench(String... arguments) {
        return Main.run(List.of(arguments), new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test void evaluateFindsTheErrorsThatTheRunStored() throws IOException {
        assertThat(resbench("evaluate", "--run", run.folder().toString(), "--json", "--quiet")).as(err.toString()).isZero();
        JsonNode facts = Json.readTree(out.toString());
        assertThat(facts.path("images").intValue()).isEqualTo(30);
        assertThat(facts.path("errors").longValue()).isEqualTo(run.result().orElseThrow().last().testErrors());
        assertThat(facts.path("error_percent").doubleValue()).isEqualTo(run.result().orElseThrow().last().testErrorPercent());
        assertThat(facts.path("protocol").textValue()).isEqualTo("one-view");
        int all = 0;
        for (JsonNode row : facts.path("confusion")) {
            for (JsonNode count : row) {
                all += count.intValue();
            }
        }
        assertThat(all).isEqualTo(30);
    }

    @Test void anExportedRunIsUsedWithoutAnyOptionAndYieldsTheSameBits() {
        Path file = folder.resolve("run.safetensors");
        assertThat(resbench("export", run.folder().toString(), "--to", "safetensors", "--out",
                file.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("resnet-8-w4 for images of 8x8x3 and 4 classes");
        TrainedRun trained = TrainedRun.open(run, new DataHome(folder));
        TrainedNetwork exported = WeightsFile.open(file).network(java.util.Optional.empty(),
                java.util.Optional.empty(), java.util.Map.of());
        assertThat(exported.classes()).isEqualTo(trained.data().classes());
        assertThat(logits(exported, trained)).isEqualTo(logits(trained.network(), trained));
        assertThat(resbench("export", run.folder().toString(), "--to", "safetensors", "--out", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is there already");
    }

    private static float[] logits(TrainedNetwork network, TrainedRun on) {
        return Evaluator.evaluate(network, on.data().test(), 1, TestProtocol.ONE_VIEW, Device.CPU, Progress.NONE).logits();
    }

    @Test void dataWithMoreClassesThanTheWeightsAreRefused() {
        Path file = folder.resolve("four.safetensors");
        assertThat(resbench("export", run.folder().toString(), "--to", "safetensors", "--out", file.toString())).isZero();
        assertThat(resbench("evaluate", "--weights", file.toString(), "--data", "synthetic")).isEqualTo(2);
        assertThat(err.toString()).contains("resnet-8-w4 for 10 classes").contains("misshapen: 'fc/bias' is [4], must be [10]");
        assertThat(resbench("evaluate", "--run", run.folder().toString(), "--data", "nowhere")).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere");
    }

    @Test void everyBeyondTheLastImageTakesTheFirst() throws IOException {
        assertThat(resbench("evaluate", "--run", run.folder().toString(), "--every", Integer.toString(Integer.MAX_VALUE), "--json",
                "--quiet")).as(err.toString()).isZero();
        assertThat(Json.readTree(out.toString()).path("images").intValue()).isEqualTo(1);
    }

    @Test void predictAnswersWhatItCanAndNamesWhatItCannot() throws IOException {
        Path images = Files.createDirectories(folder.resolve("images"));
        ImageIO.write(new BufferedImage(31, 17, BufferedImage.TYPE_INT_RGB), "png", images.resolve("dark.png").toFile());
        Files.writeString(images.resolve("broken.jpg"), "no picture");
        Files.writeString(images.resolve("notes.txt"), "passed over");
        Path pictures = folder.resolve("pictures");
        assertThat(resbench("predict", "--run", run.folder().toString(), images.toString(), "--out", pictures.toString(),
                "--json", "--quiet")).isEqualTo(2);
        JsonNode facts = Json.readTree(out.toString());
        assertThat(facts.path("images")).hasSize(1);
        assertThat(facts.path("images").path(0).path("top")).hasSize(4);
        assertThat(facts.path("images").path(0).path("top").path(0).path("name").textValue()).isIn("disc", "ring", "square", "triangle");
        assertThat(facts.path("failed").path(0).path("problem").textValue()).contains("broken.jpg: is no image");
        assertThat(ImageIO.read(pictures.resolve("dark-prediction.png").toFile()).getWidth()).isGreaterThan(600);
        assertThat(err.toString()).contains("broken.jpg: is no image");
    }

    @Test void wrongOptionsAreNamedBeforeAnythingIsLoaded() {
        assertThat(resbench("evaluate", "--data", "synthetic")).isEqualTo(2);
        assertThat(resbench("evaluate", "--run", "x", "--weights", "y")).isEqualTo(2);
        assertThat(resbench("evaluate", "--run", "x", "--every", "0")).isEqualTo(2);
        assertThat(resbench("evaluate", "--run", "x", "--protocol", "ten-crop")).isEqualTo(2);
        assertThat(resbench("evaluate", "--run", "x", "--input-mean", "0,0,0")).isEqualTo(2);
        assertThat(resbench("evaluate", "--run", "x", "--logits", folder.resolve("gone/logits.csv").toString())).isEqualTo(1);
        assertThat(resbench("export", "x", "--to", "onnx")).isEqualTo(2);
        assertThat(resbench("evaluate", "--weights", folder.resolve("gone").toString(), "--data", "synthetic")).isEqualTo(2);
        assertThat(err.toString()).contains("Give --run RUN or --weights FILE").contains("not both").contains("--every: 0")
                .contains("logits.csv: there is no folder " + folder.resolve("gone"))
                .contains("'ten-crop' is no testing protocol that is known here; must be one of: one-view")
                .contains("--input-mean is for --weights").contains("'onnx' is no format")
                .contains("gone: no such file").doesNotContain("\tat ");
    }
}
