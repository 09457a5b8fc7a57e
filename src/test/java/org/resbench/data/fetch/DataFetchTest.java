package org.resbench.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.data.Canonical;
import org.resbench.data.DataException;
import org.resbench.data.DataHome;
import org.resbench.data.DataRequest;
import org.resbench.data.DataSet;
import org.resbench.data.DataSummary;
import org.resbench.data.Progress;

/** Small invented archives in the form that https://www.cs.toronto.edu/~kriz/cifar.html describes, from a server on this machine. */
class DataFetchTest {
    @TempDir Path work;
    private final byte[] archive = cifar10();
    private ArchiveServer server;

    DataFetchTest() throws IOException {}

    @BeforeEach void serve() throws IOException {
        server = new ArchiveServer(archive);
    }

    @AfterEach void stop() {
        server.close();
    }

    /** Record {@code i} of a file: its labels, then noise, with {@code i} as the first red byte. */
    private static byte[] records(int seed, int[]... labels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Random random = new Random(seed);
        for (int i = 0; i < labels.length; i++) {
            byte[] pixels = new byte[3072];
            random.nextBytes(pixels);
            pixels[0] = (byte) i;
            Arrays.stream(labels[i]).forEach(out::write);
            out.writeBytes(pixels);
        }
        return out.toByteArray();
    }

    private static byte[] tarGz(String top, Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            for (var file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(top + file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    /** Its batches are not in order, as in the real one. */
    private static byte[] cifar10() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int batch : new int[] {1, 3, 4, 5, 2}) {
            files.put("data_batch_" + batch + ".bin", records(batch, new int[] {batch}, new int[] {9}));
        }
        files.put("readme.html", new byte[] {1});
        files.put("test_batch.bin", records(9, new int[] {0}));
        files.put("batches.meta.txt", "airplane\nautomobile\nbird\ncat\ndeer\ndog\nfrog\nhorse\nship\ntruck\n\n".getBytes());
        return tarGz("cifar-10-batches-bin/", files);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private Offer offer() {
        return new Offer("cifar10", server.url(), sha256(archive), ArchiveFormat.CIFAR10);
    }

    private DataHome home() {
        return new DataHome(work.resolve("home"));
    }

    private DataSummary fetch(Offer offer, String from) {
        return new DataFetch(home(), Progress.NONE, 1).run(offer, Optional.ofNullable(from));
    }

    private void assertStored() throws IOException {
        assertThat(home().verify("cifar10").problem()).isEmpty();
        try (var kept = Files.list(work.resolve("home"))) {
            assertThat(kept).containsExactly(work.resolve("home/cifar10"));
        }
    }

    @Test void batchesAreInTheirOrderAndPlanesBecomePixels() throws IOException {
        DataSummary summary = fetch(offer(), null);
        assertThat(summary.trainingImages()).isEqualTo(10);
        assertThat(summary.testImages()).isEqualTo(1);
        DataSet set = home().load(DataRequest.whole("cifar10"));
        assertThat(set.classes()).startsWith("airplane", "automobile").endsWith("ship", "truck").hasSize(10);
        assertThat(set.training().labels()).containsExactly(1, 9, 2, 9, 3, 9, 4, 9, 5, 9);
        byte[] test = records(9, new int[] {0});
        assertThat(Arrays.copyOf(set.test().pixels(), 4)).containsExactly(test[1], test[1 + 1024], test[1 + 2048], test[2]);
        assertStored();
    }

    @Test void cifar100TakesTheFineLabels() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("coarse_label_names.txt", "animals\n".getBytes());
        files.put("fine_label_names.txt", "apple\nbaby\nbear\n".getBytes());
        files.put("train.bin", records(1, new int[] {0, 2}, new int[] {0, 1}));
        files.put("test.bin", records(2, new int[] {0, 1}));
        server.file = tarGz("cifar-100-binary/", files);
        fetch(new Offer("cifar100", server.url(), sha256(server.file), ArchiveFormat.CIFAR100), null);
        DataSet set = home().load(DataRequest.whole("cifar100"));
        assertThat(set.classes()).containsExactly("apple", "baby", "bear");
        assertThat(set.training().labels()).containsExactly(2, 1);
        assertThat(set.training().pixels()[3072]).isEqualTo((byte) 1);
    }

    @Test void aBrokenTransferGoesOnWhereItStopped() throws IOException {
        server.breaks = 2;
        fetch(offer(), null);
        assertThat(server.asked).hasSize(3).startsWith("").element(1).isEqualTo("bytes=" + archive.length / 2 + "-");
        assertStored();
    }

    @Test void whatHasComeIsKeptForTheNextStart() throws IOException {
        server.status = 503;
        Files.createDirectories(work.resolve("home"));
        Files.write(work.resolve("home/.cifar10.part"), Arrays.copyOf(archive, 1000));
        assertThatThrownBy(() -> fetch(offer(), null)).isInstanceOf(UncheckedIOException.class)
                .hasMessageContainingAll(server.url(), "HTTP 503", "1000 bytes have come", "start the same command again", "--from");
        assertThat(server.asked).hasSize(DataFetch.ATTEMPTS);
        assertThat(home().list()).hasSize(1);
        server.status = 0;
        server.asked.clear();
        fetch(offer(), null);
        assertThat(server.asked).containsExactly("bytes=1000-");
        assertStored();
    }

    @Test void aServerWithoutRangesSendsItAllAgain() throws IOException {
        server.ranges = false;
        server.breaks = 1;
        fetch(offer(), null);
        assertThat(server.asked).hasSize(2);
        assertStored();
    }

    @Test void aPartThatIsWholeAlreadyIsTakenAndOneThatIsTooLongIsNot() throws IOException {
        Files.createDirectories(work.resolve("home"));
        Files.write(work.resolve("home/.cifar10.part"), archive);
        fetch(offer(), null);
        assertThat(server.asked).containsExactly("bytes=" + archive.length + "-");
        for (String file : new String[] {"meta.json", "train.bin", "test.bin", "train.crc32", "test.crc32", ""}) {
            Files.delete(work.resolve("home/cifar10").resolve(file));
        }
        Files.write(work.resolve("home/.cifar10.part"), Arrays.copyOf(archive, archive.length + 1));
        fetch(offer(), null);
        assertStored();
    }

    @Test void anotherArchiveIsRefusedWithBothChecksums() throws IOException {
        Offer other = new Offer("cifar10", server.url(), "0".repeat(64), ArchiveFormat.CIFAR10);
        assertThatThrownBy(() -> fetch(other, null)).isInstanceOf(DataException.class)
                .hasMessageContainingAll(server.url(), sha256(archive), "0".repeat(64), "--from");
        try (var left = Files.list(work.resolve("home"))) {
            assertThat(left).isEmpty();
        }
        Path copy = Files.write(work.resolve("copy.tar.gz"), archive);
        assertThatThrownBy(() -> fetch(other, copy.toString())).isInstanceOf(DataException.class).hasMessageContaining(sha256(archive));
        assertThat(copy).exists();
    }

    @Test void aLocalCopyOrAMirrorServesAsWell() throws IOException {
        Offer elsewhere = new Offer("cifar10", "http://127.0.0.1:1/", sha256(archive), ArchiveFormat.CIFAR10);
        Path copy = Files.write(work.resolve("copy.tar.gz"), archive);
        fetch(elsewhere, copy.toString());
        assertThat(server.asked).isEmpty();
        assertStored();
        assertThat(copy).hasBinaryContent(archive);
        fetch(new Offer("mirrored", "http://127.0.0.1:1/", sha256(archive), ArchiveFormat.CIFAR10), server.url());
        assertThat(home().verify("mirrored").problem()).isEmpty();
        assertThatThrownBy(() -> fetch(new Offer("none", server.url(), sha256(archive), ArchiveFormat.CIFAR10),
                work.resolve("none").toString()))
                .isInstanceOf(DataException.class).hasMessageContaining("no such file");
    }

    @Test void missingPagesAndMissingServersAreSaidAtOnce() throws IOException {
        server.status = 404;
        assertThatThrownBy(() -> fetch(offer(), null)).isInstanceOf(UncheckedIOException.class)
                .hasMessageContainingAll("HTTP 404 (not found)", "--from");
        assertThat(server.asked).hasSize(1);
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        String nobody = "http://127.0.0.1:" + closed + "/a";
        assertThatThrownBy(() -> fetch(offer(), nobody)).isInstanceOf(UncheckedIOException.class)
                .hasMessageContainingAll(nobody, "no connection", "proxy");
        assertThatThrownBy(() -> fetch(offer(), "http://no-such-host.invalid/a"))
                .hasMessageContaining("host no-such-host.invalid is not known");
    }

    @Test void aFullDiskIsSaid() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "/dev/full, a disk that is always full, is not there");
        Files.createDirectories(work.resolve("home"));
        Files.createSymbolicLink(work.resolve("home/.cifar10.part"), full);
        assertThatThrownBy(() -> fetch(offer(), null)).isInstanceOf(UncheckedIOException.class)
                .hasMessageContainingAll("No space left on device", "free some space", "--data", work.resolve("home").toString());
    }

    @Test void whatIsThereIsLeftAloneAndWhatIsDamagedIsNamed() throws IOException {
        fetch(offer(), null);
        server.asked.clear();
        assertThat(fetch(offer(), null).trainingImages()).isEqualTo(10);
        assertThat(server.asked).isEmpty();
        Path file = work.resolve("home/cifar10/train.bin");
        byte[] bytes = Files.readAllBytes(file);
        bytes[3073 + 5] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> fetch(offer(), null)).isInstanceOf(DataException.class)
                .hasMessageContainingAll("train.bin: record 2 has changed", "delete " + work.resolve("home/cifar10"),
                        "resbench data fetch cifar10");
    }

    @Test void archivesOfAnotherFormAreRefused() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("train.bin", new byte[3074]);
        files.put("fine_label_names.txt", "apple\n".getBytes());
        refused(tarGz("", files), "lacks test.bin");
        files.put("test.bin", new byte[3074 + 7]);
        refused(tarGz("", files), "test.bin: record 2 is cut short (7 of 3074 bytes)");
        files.put("test.bin", records(1, new int[] {0, 5}));
        refused(tarGz("", files), "record 1 has label 5, must be 0 to 0");
        refused(new byte[] {1, 2, 3}, "is no whole tar.gz archive");
    }

    private void refused(byte[] bytes, String words) throws IOException {
        Path copy = Files.write(work.resolve("odd.tar.gz"), bytes);
        assertThatThrownBy(() -> fetch(new Offer("odd", server.url(), sha256(bytes), ArchiveFormat.CIFAR100), copy.toString()))
                .isInstanceOf(DataException.class).hasMessageContaining(words);
        assertThat(work.resolve("home/odd")).doesNotExist();
    }

    @Test void checksumsAreTheOnesOfThePublishedArchives() {
        assertThat(Canonical.values()).allSatisfy(set -> {
            assertThat(set.sha256()).matches("[0-9a-f]{64}");
            assertThat(set.url()).startsWith("https://www.cs.toronto.edu/~kriz/").endsWith("-binary.tar.gz");
            assertThat(Offer.of(set).format().name()).isEqualTo(set.name());
        });
    }
}
