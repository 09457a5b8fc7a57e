package org.resbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code data-scripts/class-folders}, run by the system's shell. */
@DisabledOnOs(OS.WINDOWS)
class ClassFoldersTest {
    @TempDir Path work;
    private String said;

    @BeforeEach void photographs() throws IOException {
        for (int i = 1; i <= 7; i++) {
            image("cat one/" + i + ".png", i);
        }
        image("dog/a.png", 100);
        image("dog/b.PNG", 101);
        image("dog/.hidden.png", 102);
        Files.writeString(work.resolve("photos/dog/notes.txt"), "none");
    }

    private void image(String place, int grey) throws IOException {
        Path file = work.resolve("photos").resolve(place);
        Files.createDirectories(file.getParent());
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, grey * 0x010101);
        ImageIO.write(image, "png", file.toFile());
    }

    private int script(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", Path.of("data-scripts/class-folders").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true).start();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    @Test void everyThirdImageInNameOrderBecomesATestImage() throws Exception {
        assertThat(script("--test-every", "3", "photos", "out.tar.gz")).as(said).isZero();
        assertThat(said).contains("7 training and 2 test images", "resbench data import out.tar.gz");
        DataHome home = new DataHome(work.resolve("home"));
        new DataImport(home, Progress.NONE).run(work.resolve("out.tar.gz"), "pets");
        DataSet pets = home.load(DataRequest.whole("pets"));
        assertThat(pets.classes()).containsExactly("cat one", "dog");
        assertThat(reds(pets.training())).containsExactly(1, 2, 4, 5, 7, 100, 101);
        assertThat(reds(pets.test())).containsExactly(3, 6);
        try (var left = Files.list(work)) {
            assertThat(left).containsExactlyInAnyOrder(work.resolve("photos"), work.resolve("out.tar.gz"), work.resolve("home"));
        }
        assertThat(work.resolve("photos/dog/b.PNG")).exists();
    }

    private static List<Integer> reds(Images images) {
        List<Integer> reds = new ArrayList<>();
        for (int i = 0; i < images.pixels().length; i += Images.CHANNELS) {
            reds.add(images.pixels()[i] & 0xff);
        }
        return reds;
    }

    @Test void mistakesAreSaidAndLeaveNothing() throws Exception {
        assertThat(script("--test-every", "1", "photos", "out.tar.gz")).isEqualTo(2);
        assertThat(said).contains("'1' must be a whole number, 2 or more");
        assertThat(script("nothing", "out.tar.gz")).isEqualTo(2);
        assertThat(said).contains("nothing: no such folder");
        assertThat(script("photos/dog", "out.tar.gz")).isEqualTo(2);
        assertThat(said).contains("has no CLASS/IMAGE in it");
        assertThat(script("--test-every", "50", "photos", "out.tar.gz")).isEqualTo(2);
        assertThat(said).contains("no class has 50 images");
        Files.createFile(work.resolve("out.tar.gz"));
        assertThat(script("photos", "out.tar.gz")).isEqualTo(2);
        assertThat(said).contains("is there already");
        try (var left = Files.list(work)) {
            assertThat(left).containsExactlyInAnyOrder(work.resolve("photos"), work.resolve("out.tar.gz"));
        }
    }
}
