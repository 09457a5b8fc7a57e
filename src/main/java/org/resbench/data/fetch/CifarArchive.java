package org.resbench.data.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.resbench.data.DataException;

/** The files of a binary CIFAR archive, in memory; nothing is unpacked to disk. */
final class CifarArchive {
    /** The largest real one (CIFAR-100's train.bin) has 153,700,000 bytes. */
    private static final long LARGEST_FILE = 256L << 20;

    private final Path archive;
    private final ArchiveFormat format;
    private final Map<String, byte[]> files;

    private CifarArchive(Path archive, ArchiveFormat format, Map<String, byte[]> files) {
        this.archive = archive;
        this.format = format;
        this.files = files;
    }

    /** @throws DataException if it is no such archive, or lacks a file */
    static CifarArchive read(Path archive, ArchiveFormat format) {
        List<String> wanted = Stream.of(format.files(true), format.files(false), List.of(format.namesFile()))
                .flatMap(List::stream).toList();
        Map<String, byte[]> files = new HashMap<>();
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file, 1 << 16))) {
            for (TarArchiveEntry next = tar.getNextEntry(); next != null; next = tar.getNextEntry()) {
                String name = next.getName().substring(next.getName().lastIndexOf('/') + 1);
                if (next.isFile() && wanted.contains(name)) {
                    if (next.getSize() > LARGEST_FILE) {
                        throw new DataException(archive + ": " + name + " has " + next.getSize()
                                + " bytes, must be at most " + LARGEST_FILE);
                    }
                    byte[] bytes = tar.readNBytes((int) next.getSize());
                    if (bytes.length < next.getSize() || files.putIfAbsent(name, bytes) != null) {
                        throw new DataException(archive + ": " + name + " is cut short or there twice");
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new DataException(archive + ": is no whole tar.gz archive (" + e.getMessage() + ")", e);
        }
        for (String name : wanted) {
            if (!files.containsKey(name)) {
                throw new DataException(archive + ": lacks " + name + "; must hold " + String.join(", ", wanted));
            }
        }
        return new CifarArchive(archive, format, files);
    }

    /** Names in label order. */
    List<String> classes() {
        return new String(files.get(format.namesFile()), StandardCharsets.UTF_8).lines().map(String::strip)
                .filter(line -> !line.isEmpty()).toList();
    }

    /** Writes a split as records with one label byte each.
     * @throws DataException naming file and record if one is cut short */
    void write(boolean training, OutputStream out) throws IOException {
        for (String name : format.files(training)) {
            byte[] records = files.get(name);
            if (records.length == 0 || records.length % format.recordBytes() != 0) {
                throw new DataException(archive + ": " + name + ": record "
                        + (records.length / format.recordBytes() + 1) + " is cut short ("
                        + records.length % format.recordBytes() + " of " + format.recordBytes() + " bytes)");
            }
            for (int at = 0; at < records.length; at += format.recordBytes()) {
                out.write(records, at + format.labelBytes() - 1, 1 + ArchiveFormat.PIXEL_BYTES);
            }
        }
    }
}
