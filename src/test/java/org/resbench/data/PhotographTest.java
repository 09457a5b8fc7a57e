package org.resbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotographTest {
    @TempDir Path folder;

    private Path png(int width, int height, int type, int... colours) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, colours[i % colours.length]);
        }
        Path file = folder.resolve("image.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @Test void anImageOfTheWantedSizeStaysAsItIs() throws IOException {
        Photograph photograph = Photograph.read(png(3, 2, BufferedImage.TYPE_INT_RGB, 0x010203, 0x0a0b0c, 0xfffefd));
        assertThat(photograph.fitted(2, 3).pixels()).isEqualTo(photograph.image().pixels()).startsWith(1, 2, 3, 10, 11, 12, -1, -2, -3);
    }

    /** 4 columns to the middle 2, then 2x2 pixels to their mean. */
    @Test void aWideImageLosesItsSidesAndShrinksByArea() throws IOException {
        Photograph photograph = Photograph.read(png(4, 2, BufferedImage.TYPE_INT_RGB, 0xffffff, 0x000010, 0x000020, 0xffffff));
        Images one = photograph.fitted(1, 1);
        assertThat(one.pixels()).containsExactly(0, 0, 0x18);
    }

    @Test void aSmallImageIsEnlarged() throws IOException {
        Images large = Photograph.read(png(1, 1, BufferedImage.TYPE_INT_RGB, 0x112233)).fitted(4, 6);
        assertThat(large.height()).isEqualTo(4);
        assertThat(large.width()).isEqualTo(6);
        assertThat(large.pixels()).startsWith(0x11, 0x22, 0x33).endsWith(0x11, 0x22, 0x33);
    }

    /** Half of black over white: (0 * 128 + 255 * 127) / 255 = 127. */
    @Test void transparentColoursAreLaidOnWhite() throws IOException {
        assertThat(Photograph.read(png(1, 1, BufferedImage.TYPE_INT_ARGB, 0x80000000)).image().pixels()).containsExactly(127, 127, 127);
    }

    @Test void whatIsNoImageIsNamed() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.jpg"), "no picture");
        assertThatThrownBy(() -> Photograph.read(text)).isInstanceOf(DataException.class)
                .hasMessageContaining("notes.jpg: is no image that can be read");
        assertThatThrownBy(() -> Photograph.read(folder.resolve("gone.jpg"))).isInstanceOf(DataException.class)
                .hasMessageContaining("gone.jpg: no such file");
        Path cut = folder.resolve("cut.png");
        byte[] whole = Files.readAllBytes(png(40, 40, BufferedImage.TYPE_INT_RGB, 1, 99, 12345));
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> Photograph.read(cut)).isInstanceOf(DataException.class)
                .hasMessageContaining("cut.png: is a damaged image");
    }

    /** Java's JPEG reader alone would show grey where the data are missing. */
    @Test void aJpegThatIsCutShortIsDamaged() throws IOException {
        Path file = folder.resolve("cut.jpg");
        BufferedImage image = ImageIO.read(png(64, 48, BufferedImage.TYPE_INT_RGB, 0xff0000, 0x00ff00, 0x1020ff, 7).toFile());
        ImageIO.write(image, "jpg", file.toFile());
        byte[] whole = Files.readAllBytes(file);
        for (int kept : new int[] {whole.length * 3 / 4, whole.length - 3}) {
            Files.write(file, Arrays.copyOf(whole, kept));
            assertThatThrownBy(() -> Photograph.read(file)).isInstanceOf(DataException.class)
                    .hasMessageContaining("cut.jpg: is a damaged image (it is cut short");
        }
        // Without its end marker, two bytes, a file still has all its pixels.
        Files.write(file, whole);
        byte[] pixels = Photograph.read(file).image().pixels();
        Files.write(file, Arrays.copyOf(whole, whole.length - 2));
        assertThat(Photograph.read(file).image().pixels()).isEqualTo(pixels);
    }
}
