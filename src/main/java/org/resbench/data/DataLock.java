package org.resbench.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** A file that one process at a time holds. The system lets go of it when that process ends, however it ends. */
final class DataLock implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private DataLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @param what for the message
     * @throws DataException if it is held */
    static DataLock take(Path file, String what) throws IOException {
        while (true) {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Object opened = key(file);
            if (!locked(channel)) {
                channel.close();
                throw new DataException(what + " is being fetched or imported by another process (" + file + "); wait until it is done");
            }
            // Whoever held it before may have deleted it after it was opened here; then the lock is on a file that nobody else will find.
            if (opened != null && Objects.equals(opened, key(file))) {
                return new DataLock(file, channel);
            }
            channel.close();
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static Object key(Path file) throws IOException {
        try {
            return Objects.requireNonNullElse(Files.readAttributes(file,
                    java.nio.file.attribute.BasicFileAttributes.class).fileKey(), file);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override public void close() {
        try (channel) {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // An empty hidden file is left, which the next process locks like a new one.
        }
    }
}
