package org.resbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataImportTest {
    @TempDir Path work;

    private final Map<String, byte[]> files = new TreeMap<>();

    DataImportTest() throws IOException {
        files.put("README.md", new byte[] {1});
        files.put("train/dog/b.png", png(BufferedImage.TYPE_INT_RGB, 2, 1, 0x0a141e, 0x010203));
        files.put("train/dog/a.png", png(BufferedImage.TYPE_INT_RGB, 2, 1, 0xffffff, 0));
        files.put("train/cat/z.png", png(BufferedImage.TYPE_BYTE_GRAY, 2, 1, 0, 0));
        files.put("train/cat/.DS_Store", new byte[] {1});
        files.put("test/dog/x.png", png(BufferedImage.TYPE_INT_RGB, 2, 1, 0x112233, 0x445566));
    }

    /** Grey images get 100 and 200 as their grey values. */
    private static byte[] png(int type, int width, int height, int... colours) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int i = 0; i < width * height; i++) {
            if (type == BufferedImage.TYPE_BYTE_GRAY) {
                image.getRaster().setSample(i % width, i / width, 0, 100 * (i + 1));
            } else {
                image.setRGB(i % width, i / width, colours[i]);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private Path folder() throws IOException {
        Path folder = work.resolve("folder");
        for (var file : files.entrySet()) {
            Files.createDirectories(folder.resolve(file.getKey()).getParent());
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }

    private Path archive(String top) throws IOException {
        Path path = work.resolve("images.tar.gz");
        try (OutputStream file = Files.newOutputStream(path);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(file))) {
            for (String name : new TreeMap<>(files).descendingKeySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(top + name, true);
                entry.setSize(files.get(name).length);
                tar.putArchiveEntry(entry);
                tar.write(files.get(name));
                tar.closeArchiveEntry();
            }
        }
        return path;
    }

    private DataSummary run(Path source, String name) {
        return new DataImport(home(), Progress.NONE).run(source, name);
    }

    private DataHome home() {
        return new DataHome(work.resolve("home"));
    }

    private void refused(Path source, String... words) throws IOException {
        assertThatThrownBy(() -> run(source, "bad")).isInstanceOf(DataException.class).hasMessageContainingAll(words);
        if (Files.exists(work.resolve("home"))) {
            try (var left = Files.list(work.resolve("home"))) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test void classesAndImagesAreInNameOrderAndColoursAreTheFiles() throws IOException {
        assertThat(run(folder(), "pets").problem()).isEmpty();
        DataSet pets = home().load(DataRequest.whole("pets"));
        assertThat(pets.classes()).containsExactly("cat", "dog");
        assertThat(pets.training().labels()).containsExactly(0, 1, 1);
        assertThat(pets.training().pixels()).containsExactly(100, 100, 100, 200, 200, 200, 255, 255, 255, 0, 0, 0, 10, 20, 30, 1, 2, 3);
        assertThat(pets.test().labels()).containsExactly(1);
        assertThat(pets.test().pixels()).containsExactly(0x11, 0x22, 0x33, 0x44, 0x55, 0x66);
    }

    @Test void foldersAndArchivesGiveTheSameDataSet() throws IOException {
        run(folder(), "one");
        run(archive(""), "two");
        Files.delete(work.resolve("images.tar.gz"));
        run(archive("./"), "three");
        run(archive("pets-1.0/"), "four");
        String fingerprint = home().load(DataRequest.whole("one")).fingerprint();
        for (String name : new String[] {"two", "three", "four"}) {
            assertThat(home().load(DataRequest.whole(name)).fingerprint()).as(name).isEqualTo(fingerprint);
        }
        assertThat(home().list()).extracting(DataSummary::name).containsExactly("synthetic", "four", "one", "three", "two");
    }

    @Test void verifyFindsOneChangedByte() throws IOException {
        run(folder(), "pets");
        assertThat(home().verify("pets").problem()).isEmpty();
        Path file = work.resolve("home/pets/train.bin");
        byte[] bytes = Files.readAllBytes(file);
        bytes[3] ^= 1;
        Files.write(file, bytes);
        assertThat(home().verify("pets").problem()).contains("train.bin: record 1 has changed", "import the data set again", "--name pets");
        assertThatThrownBy(() -> home().load(DataRequest.whole("pets"))).isInstanceOf(DataException.class)
                .hasMessageContaining("train.bin: record 1");
        Files.delete(work.resolve("home/pets/train.crc32"));
        assertThat(home().verify("pets").problem()).contains("train.bin: has SHA-256", "import the data set again");
    }

    @Test void wholeRecordsThatAreMissingAreFound() throws IOException {
        run(folder(), "pets");
        Path file = work.resolve("home/pets/train.bin");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 14));
        assertThatThrownBy(() -> home().load(DataRequest.whole("pets"))).isInstanceOf(DataException.class)
                .hasMessageContainingAll("train.crc32", "2 records", "import the data set again");
    }

    @Test void hostileArchivesAreRefused() throws IOException {
        for (String path : new String[] {"../train/dog/evil.png", "train/../../dog/evil.png", "/train/dog/evil.png"}) {
            files.put(path, files.get("train/dog/a.png"));
            refused(archive(""), path, "refused");
            files.remove(path);
        }
        Path path = work.resolve("link.tar");
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(path))) {
            TarArchiveEntry link = new TarArchiveEntry("train/dog/link.png", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        refused(path, "train/dog/link.png", "link");
    }

    @Test void namesThatWouldCommandATerminalAreRefusedAndNotPrinted() throws IOException {
        files.put("train/\033[2Jdog/a.png", files.get("train/dog/a.png"));
        assertThatThrownBy(() -> run(archive(""), "bad")).isInstanceOf(DataException.class).hasMessageContaining("train/?[2Jdog/a.png")
                .hasMessageNotContaining("\033");
    }

    @Test void linksInFoldersAreRefusedButTheFolderItselfMayBeOne() throws IOException {
        Path folder = folder();
        Path alias = Files.createSymbolicLink(work.resolve("alias"), folder);
        assertThat(run(alias, "alias").trainingImages()).isEqualTo(3);
        Path link = Files.createSymbolicLink(folder.resolve("train/dog/link.png"), Path.of("/etc/passwd"));
        assertThatThrownBy(() -> run(folder, "bad")).hasMessageContaining("train/dog/link.png is a link");
        Files.delete(link);
        Files.createSymbolicLink(folder.resolve("train/cow"), folder.resolve("train/dog"));
        assertThatThrownBy(() -> run(folder, "bad")).hasMessageContaining("train/cow is a link");
    }

    @Test void whatAKilledImportLeftIsNeitherListedNorInTheWay() throws IOException {
        Path left = Files.createDirectories(work.resolve("home/.pets.new"));
        Files.write(left.resolve("train.bin"), new byte[5]);
        Files.write(left.resolve("meta.json"), new byte[5]);
        Files.write(work.resolve("home/.pets.lock"), new byte[0]);
        assertThat(home().list()).extracting(DataSummary::name).containsExactly("synthetic");
        assertThat(run(folder(), "pets").problem()).isEmpty();
        assertThat(home().verify("pets").problem()).isEmpty();
        try (var kept = Files.list(work.resolve("home"))) {
            assertThat(kept).containsExactly(work.resolve("home/pets"));
        }
    }

    @Test void twoImportsOfOneNameDoNotMix() throws IOException {
        try (NewDataSet other = NewDataSet.begin(home(), "pets")) {
            assertThatThrownBy(() -> run(folder(), "pets")).isInstanceOf(DataException.class).hasMessageContaining("another process");
            run(folder(), "others");
        }
        assertThat(run(folder(), "pets").folder()).isEqualTo(work.resolve("home/pets").toString());
    }

    @Test void namesOfCanonicalSetsAreKeptForThem() throws IOException {
        assertThatThrownBy(() -> run(folder(), "cifar10")).isInstanceOf(DataException.class)
                .hasMessageContaining("resbench data fetch cifar10");
    }

    @Test void aHomeThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.write(work.resolve("occupied"), new byte[1]);
        assertThatThrownBy(() -> new DataImport(new DataHome(file), Progress.NONE).run(folder(), "pets"))
                .isInstanceOf(UncheckedIOException.class).hasMessageContainingAll(file.toString(), "--data");
    }

    @Test void progressReachesTheTotal() throws IOException {
        for (Path source : new Path[] {folder(), archive("")}) {
            List<Long> totals = new ArrayList<>();
            List<Long> reached = new ArrayList<>();
            new DataImport(home(), new Progress() {
                @Override public void begin(String what, long from, long total, Unit unit) {
                    totals.add(total);
                    reached.add(from);
                }

                @Override public void at(long done) {
                    reached.set(reached.size() - 1, done);
                }

                @Override public void end() {}
            }).run(source, source.getFileName().toString());
            assertThat(reached).as(source.toString()).isEqualTo(totals).hasSize(2).doesNotContain(0L);
        }
    }

    @Test void wrongImagesAreNamedAndNothingIsStored() throws IOException {
        files.put("train/dog/c.png", new byte[] {1, 2, 3});
        refused(archive(""), "train/dog/c.png", "is no image");
        files.put("train/dog/c.png", Arrays.copyOf(files.get("train/dog/a.png"), 45));
        refused(archive(""), "train/dog/c.png", "damaged");
        files.put("train/dog/c.png", png(BufferedImage.TYPE_INT_RGB, 1, 1, 0));
        refused(archive(""), "train/dog/c.png is 1x1 pixels", "one size");
        files.put("train/dog/c.png", png(BufferedImage.TYPE_INT_ARGB, 2, 1, 0x80000000, 0));
        refused(archive(""), "train/dog/c.png", "transparent");
        files.remove("train/dog/c.png");
        files.put("test/cow/a.png", files.get("train/dog/a.png"));
        refused(archive(""), "test/cow", "cat, dog");
    }

    @Test void missingSplitsDamagedArchivesAndTakenNamesAreSaid() throws IOException {
        Path whole = archive("");
        Path half = work.resolve("half.tar.gz");
        Files.write(half, Arrays.copyOf(Files.readAllBytes(whole), (int) Files.size(whole) / 2));
        refused(half, "half.tar.gz", "cannot be read");
        refused(work.resolve("nothing"), "no such file or folder", "train/CLASS/IMAGE");
        byte[] test = files.remove("test/dog/x.png");
        refused(archive(""), "no images in test/CLASS/");
        files.put("test/dog/x.png", test);
        assertThatThrownBy(() -> run(whole, "synthetic")).hasMessageContaining("built-in");
        run(folder(), "pets");
        assertThatThrownBy(() -> run(folder(), "pets")).hasMessageContaining("there already");
    }

    /** As they were before records had checksums of their own. */
    @Test void setsStoredWithoutSumsOfRecordsStillLoad() throws IOException {
        run(folder(), "pets");
        String fingerprint = home().load(DataRequest.whole("pets")).fingerprint();
        Files.delete(work.resolve("home/pets/train.crc32"));
        Files.delete(work.resolve("home/pets/test.crc32"));
        assertThat(home().load(DataRequest.whole("pets")).fingerprint()).isEqualTo(fingerprint);
        assertThat(home().verify("pets").problem()).isEmpty();
    }
}
