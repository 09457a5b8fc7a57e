package org.resbench.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
    static void read(Path source, BiConsumer<ImageEntry, byte[]> images, Progress progress) {
        try {
            if (Files.isDirectory(source)) {
                folder(source, images, progress);
            } else if (Files.isRegularFile(source)) {
                archive(source, images, progress);
            } else {
                throw new DataException(source
                        + ": no such file or folder; give a folder or tar.gz archive with train/CLASS/IMAGE and test/CLASS/IMAGE");
            }
        } catch (IOException e) {
            throw new DataException(source + ": cannot be read (" + e.getMessage()
                    + "); it must be a folder, or a whole .tar or .tar.gz archive", e);
        } finally {
            progress.end();
        }
    }

    private static void folder(Path source, BiConsumer<ImageEntry, byte[]> images, Progress progress) throws IOException {
        Path root = source.toRealPath();
        Map<Path, ImageEntry> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root, 4)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                String path = parts(root.relativize(file));
                if (Files.isSymbolicLink(file) && leadsToImages(path)) {
                    throw new DataException(source + ": " + path
                            + " is a link, and links are not followed; put the file or folder itself there");
                }
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    ImageEntry.of(source.toString(), path).ifPresent(entry -> files.put(file, entry));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        progress.begin("importing", 0, files.size(), Progress.Unit.IMAGES);
        long done = 0;
        for (Map.Entry<Path, ImageEntry> file : files.entrySet()) {
            checkSize(source, file.getValue().toString(), Files.size(file.getKey()));
            images.accept(file.getValue(), Files.readAllBytes(file.getKey()));
            progress.at(++done);
        }
    }

    private static String parts(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false).map(Path::toString).collect(Collectors.joining("/"));
    }

    /** A split, a class, or an image, perhaps below one more folder. */
    private static boolean leadsToImages(String path) {
        return path.matches("([^/]+/)?(train|test)(/.*)?") && !path.substring(path.lastIndexOf('/') + 1).startsWith(".");
    }

    private static void archive(Path source, BiConsumer<ImageEntry, byte[]> images, Progress progress) throws IOException {
        long total = Files.size(source);
        progress.begin("importing", 0, total, Progress.Unit.BYTES);
        try (SeekableByteChannel channel = Files.newByteChannel(source);
                InputStream file = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
                TarArchiveInputStream tar = new TarArchiveInputStream(unzipped(file))) {
            for (TarArchiveEntry next = tar.getNextEntry(); next != null; next = tar.getNextEntry()) {
                ImageEntry entry = ImageEntry.of(source.toString(), next.getName()).orElse(null);
                if (entry == null || next.isDirectory()) {
                    continue;
                }
                if (!next.isFile()) {
                    throw new DataException(source + ": entry '" + next.getName()
                            + "' is a link or device, not a file; the archive is refused");
                }
                checkSize(source, next.getName(), next.getSize());
                byte[] bytes = tar.readNBytes((int) next.getSize());
                if (bytes.length < next.getSize()) {
                    throw new IOException("entry '" + next.getName() + "' is cut short");
                }
                images.accept(entry, bytes);
                progress.at(channel.position());
            }
            progress.at(total);
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
