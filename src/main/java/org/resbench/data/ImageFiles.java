package org.resbench.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads the image files of a folder or of a tar archive, gzipped or not. Nothing is unpacked to disk. */
final class ImageFiles {
    /** No image file is larger; an archive that says so is damaged or hostile. */
    private static final int LARGEST_FILE = 64 << 20;

    private ImageFiles() {}

    /** Hands over every image file's place and bytes, in whatever order they lie.
     * @throws DataException if there is nothing to read, or it is damaged or refused */
    static void read(Path source, BiConsumer<ImageEntry, byte[]> images) {
        try {
            if (Files.isDirectory(source)) {
                folder(source, images);
            } else if (Files.isRegularFile(source)) {
                archive(source, images);
            } else {
                throw new DataException(source + ": no such file or folder; give a folder or tar.gz archive with train/CLASS/IMAGE and test/CLASS/IMAGE");
            }
        } catch (IOException e) {
            throw new DataException(source + ": cannot be read: " + e.getMessage() + "; it must be a folder, or a whole .tar or .tar.gz archive", e);
        }
    }

    private static void folder(Path source, BiConsumer<ImageEntry, byte[]> images) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(source, 4)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            StringBuilder path = new StringBuilder();
            source.relativize(file).forEach(part -> path.append(path.isEmpty() ? "" : "/").append(part));
            ImageEntry entry = ImageEntry.of(source.toString(), path.toString()).orElse(null);
            if (entry != null) {
                checkSize(source, path.toString(), Files.size(file));
                images.accept(entry, Files.readAllBytes(file));
            }
        }
    }

    private static void archive(Path source, BiConsumer<ImageEntry, byte[]> images) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(source), 1 << 16);
                TarArchiveInputStream tar = new TarArchiveInputStream(unzipped(file))) {
            for (TarArchiveEntry next = tar.getNextEntry(); next != null; next = tar.getNextEntry()) {
                ImageEntry entry = ImageEntry.of(source.toString(), next.getName()).orElse(null);
                if (entry == null || next.isDirectory()) {
                    continue;
                }
                if (!next.isFile()) {
                    throw new DataException(source + ": entry '" + next.getName() + "' is a link or device, not a file; the archive is refused");
                }
                checkSize(source, next.getName(), next.getSize());
                byte[] bytes = tar.readNBytes((int) next.getSize());
                if (bytes.length < next.getSize()) {
                    throw new IOException("entry '" + next.getName() + "' is cut short");
                }
                images.accept(entry, bytes);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("no tar archive, or damaged", e);
        }
    }

    private static InputStream unzipped(InputStream file) throws IOException {
        file.mark(2);
        boolean zipped = file.read() == 0x1f && file.read() == 0x8b;
        file.reset();
        return zipped ? new BufferedInputStream(new GZIPInputStream(file, 1 << 16), 1 << 16) : file;
    }

    private static void checkSize(Path source, String path, long bytes) {
        if (bytes < 0 || bytes > LARGEST_FILE) {
            throw new DataException(source + ": " + path + " has " + bytes + " bytes; an image file may have " + LARGEST_FILE);
        }
    }
}
