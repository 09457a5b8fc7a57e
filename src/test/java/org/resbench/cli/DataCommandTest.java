package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.runs.Json;

class DataCommandTest {
    @TempDir Path work;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int resbench(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(List.of(arguments), new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test void importListAndVerifyOneDataSet() throws IOException {
        for (String place : List.of("train/cat", "train/dog", "test/cat")) {
            Files.createDirectories(work.resolve("in").resolve(place));
            ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png",
                    work.resolve("in").resolve(place).resolve("a.png").toFile());
        }
        String home = work.resolve("home").toString();
        assertThat(resbench("data", "--data", home, "import", work.resolve("in").toString(), "--name", "pets"))
                .as(err.toString()).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("pets: 2 classes, 2 training and 1 test images of 2x3 pixels", "cat, dog");
        assertThat(resbench("data", "--data", home)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("synthetic", "pets");
        assertThat(resbench("data", "list", "--json", "--data", home)).isEqualTo(ExitCode.DONE);
        assertThat(Json.readTree(out.toString()).get("data_sets").get(1).get("training_images").asInt()).isEqualTo(2);
        assertThat(resbench("data", "verify", "pets", "--data", home)).isEqualTo(ExitCode.DONE);
        Path sheet = work.resolve("sheets/pets.png");
        assertThat(resbench("data", "inspect", "pets", "--data", home, "--sheet", sheet.toString()))
                .as(err.toString()).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains("both in training                      1             0", "test images that are in training      1",
                        "training 0 (cat) and test 0 (cat)", "a class is empty", "sheet of images: " + sheet);
        assertThat(ImageIO.read(sheet.toFile())).isNotNull();
        assertThat(resbench("data", "inspect", "pets", "--data", home, "--sheet", sheet.toString(), "--json",
                "-q")).isEqualTo(ExitCode.DONE);
        assertThat(err.toString()).isEmpty();
        assertThat(Json.readTree(out.toString()).at("/exact_duplicates/across_pairs").asInt()).isEqualTo(2);
        assertThat(Json.readTree(out.toString()).get("contact_sheet").asText()).isEqualTo(sheet.toString());
        assertThat(resbench("data", "inspect", "pets", "--data", home, "--sheet", work.toString())).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("is a folder");
        assertThat(resbench("data", "inspect", "pets", "--data", home, "--sheet", sheet + "/x.png")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("cannot be written", "--sheet FILE").doesNotContain("Exception");
        Files.write(work.resolve("home/pets/test.bin"), new byte[4]);
        assertThat(resbench("data", "verify", "pets", "--data", home)).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("test.bin: record 1 is cut short");
    }

    @Test void mistakesAreWrongInputWithAMessage() {
        String home = work.resolve("home").toString();
        assertThat(resbench("data", "verify", "birds", "--data", home)).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("resbench data import PATH --name birds");
        assertThat(resbench("data", "import", work.resolve("none").toString(), "--name", "x", "--data", home))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("no such file or folder").doesNotContain("Exception");
    }
}
