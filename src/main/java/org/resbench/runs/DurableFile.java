package org.resbench.runs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are there whole or not at all, also after a crash: temporary file, fsync, rename, fsync of the folder. */
public final class DurableFile {
    /** Left behind only by a crash before the rename; the next write replaces it. */
    static final String TEMPORARY_SUFFIX = ".part";

    private DurableFile() {}

    /** Replaces {@code file}; when this fails an older content stays as it was. */
    public static void write(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + TEMPORARY_SUFFIX);
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                writeAll(channel, ByteBuffer.wrap(content));
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            deleteQuietly(temporary, e);
            throw e;
        }
        syncFolder(file.toAbsolutePath().getParent());
    }

    static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Makes a rename or a new entry in the folder survive a power cut. */
    static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The message for the user. */
    public static RunException cannotWrite(Path path, IOException why) {
        return new RunException(path + ": cannot be written (" + reason(why) + "); free space or grant write access there, "
                + "or choose another folder with --runs; what was written before is kept", why);
    }

    public static RunException cannotRead(Path path, IOException why) {
        return new RunException(path + ": cannot be read (" + reason(why) + "); restore the file or grant read access", why);
    }

    static String reason(IOException why) {
        if (why instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (why instanceof NoSuchFileException) {
            return "no such file";
        }
        if (why instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        return why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    }

    private static void deleteQuietly(Path file, IOException because) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }
}
