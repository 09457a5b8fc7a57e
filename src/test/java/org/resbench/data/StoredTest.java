package org.resbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records as https://www.cs.toronto.edu/~kriz/cifar.html describes them: a label, then the red, green and blue plane. */
class StoredTest {
    @TempDir Path home;
    private Path folder;

    @BeforeEach void twoByTwoImages() throws IOException {
        folder = Files.createDirectories(home.resolve("tiny"));
        Files.writeString(folder.resolve("meta.json"), "{\"classes\": [\"cat\", \"dog\"], \"height\": 2, \"width\": 2}");
        Files.write(folder.resolve("train.bin"), new byte[] {
            1, 10, 20, 30, 41, 0, 0, 0, 1, (byte) 255, (byte) 255, (byte) 255, (byte) 255,
            0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
        Files.write(folder.resolve("test.bin"), new byte[] {0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3});
    }

    private DataSet load(DataRequest request) {
        return new DataHome(home).load(request);
    }

    @Test void planesBecomeInterleavedPixels() {
        DataSet tiny = load(DataRequest.whole("tiny"));
        assertThat(tiny.classes()).containsExactly("cat", "dog");
        assertThat(tiny.training().labels()).containsExactly(1, 0);
        assertThat(tiny.training().pixels()).containsExactly(10, 0, -1, 20, 0, -1, 30, 0, -1, 41, 1, -1, 1, 5, 9,
                2, 6, 10, 3, 7, 11, 4, 8, 12);
    }

    @Test void shrinkingAveragesAreas() {
        assertThat(load(new DataRequest("tiny", false, 1, 0, 0, 0)).training().pixels()).containsExactly(25, 0, -1, 3, 7, 11);
        Images row = new Images(1, 3, new byte[] {0, 0, 0, 90, 90, 90, 30, 30, 30}, new int[] {0});
        assertThat(Shrinking.to(row, new int[] {0}, 1, 2).pixels()).containsExactly(30, 30, 30, 50, 50, 50);
    }

    @Test void subsetsAreEvenOverClasses() {
        assertThat(load(new DataRequest("tiny", false, 0, 1, 0, 0)).training().labels()).containsExactly(0);
        assertThat(Selection.of("x", new int[] {0, 0, 0, 1, 1, 1, 2}, 3).limit(5, 3).chosen()).containsExactly(0, 1, 3, 4, 6);
    }

    @Test void missingDataNamesTheFileAndTheCommand() throws IOException {
        assertThatThrownBy(() -> load(DataRequest.whole("birds"))).isInstanceOf(DataException.class)
                .hasMessageContaining("birds").hasMessageContaining("resbench data import PATH --name birds");
        Files.delete(folder.resolve("test.bin"));
        assertThatThrownBy(() -> load(DataRequest.whole("tiny"))).hasMessageContaining("test.bin is missing");
        assertThatThrownBy(() -> load(DataRequest.whole("../tiny"))).isInstanceOf(DataException.class).hasMessageContaining("no name");
    }

    @Test void corruptDataNamesFileAndRecord() throws IOException {
        Files.write(folder.resolve("test.bin"), new byte[20]);
        assertThatThrownBy(() -> load(DataRequest.whole("tiny"))).isInstanceOf(DataException.class)
                .hasMessageContaining("test.bin: record 2 is cut short");
        byte[] wrong = new byte[26];
        wrong[13] = 7;
        Files.write(folder.resolve("test.bin"), wrong);
        assertThatThrownBy(() -> load(DataRequest.whole("tiny"))).hasMessageContaining("test.bin: record 2 has label 7, must be 0 to 1");
        Files.writeString(folder.resolve("meta.json"), "{");
        assertThatThrownBy(() -> load(DataRequest.whole("tiny"))).hasMessageContaining("meta.json: is no JSON");
    }

    /** For reports: the names without the images, and nothing where they cannot be had. */
    @Test void classNamesAreReadWithoutTheImages() throws IOException {
        assertThat(new DataHome(home).classNames("tiny")).containsExactly("cat", "dog");
        Files.delete(home.resolve("tiny/train.bin"));
        assertThat(new DataHome(home).classNames("tiny")).containsExactly("cat", "dog");
        assertThat(new DataHome(home).classNames("absent")).isEmpty();
        assertThat(new DataHome(home).classNames("../tiny")).isEmpty();
        assertThat(new DataHome(home).classNames("synthetic")).isEqualTo(new DataHome(home).load(DataRequest.whole("synthetic")).classes());
        Files.writeString(home.resolve("tiny/meta.json"), "{");
        assertThat(new DataHome(home).classNames("tiny")).isEmpty();
    }
}
