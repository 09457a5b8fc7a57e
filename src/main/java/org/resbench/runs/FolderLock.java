package org.resbench.runs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/** Exclusive use of one run folder: an operating system's lock on its file {@code lock}, which says who holds it. The system frees it
 * when the process ends in whatever way, so there are no stale locks. The file itself stays: deleting it would let two processes
 * lock two files of the same name. */
public final class FolderLock implements AutoCloseable {
    static final String FILE = "lock";
    /** How long another process's look at the lock (which holds it for an instant) may delay us. */
    private static final int ATTEMPTS = 20;
    private static final int MILLISECONDS_BETWEEN_ATTEMPTS = 25;

    /** Folders that this JVM holds. It has to be JVM-wide: POSIX locks belong to the process, and closing any channel on the file drops
     * them, so a folder that is ours must not even be looked at. Also the monitor of all locking here. */
    private static final Set<Path> OURS = new HashSet<>();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** @param folder exists
     * @throws RunException if another process or another part of this one holds it
     * @throws IOException if the lock file cannot be written */
    public static FolderLock acquire(Path folder) throws IOException {
        Path real = folder.toRealPath();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            FolderLock lock = tryAcquire(real);
            if (lock != null) {
                return lock;
            }
            pause();
        }
        throw new RunException(folder + ": in use by " + holder(real) + "; wait for it, or stop it, or choose another folder with --runs");
    }

    /** Whether a live process, perhaps this one, holds the folder. A folder that cannot be looked at is not held. */
    static boolean isHeld(Path folder) {
        synchronized (OURS) {
            try {
                Path real = folder.toRealPath();
                if (OURS.contains(real)) {
                    return true;
                }
                if (!Files.exists(real.resolve(FILE))) {
                    return false;
                }
                try (FileChannel channel = FileChannel.open(real.resolve(FILE), StandardOpenOption.READ);
                        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
                    return lock == null;
                }
            } catch (IOException e) {
                return false;
            }
        }
    }

    private static FolderLock tryAcquire(Path real) throws IOException {
        synchronized (OURS) {
            if (OURS.contains(real)) {
                throw new RunException(real + ": already open in this process (pid " + ProcessHandle.current().pid()
                        + "); two trials that mean the same share one run");
            }
            FileChannel channel = FileChannel.open(real.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() == null) {
                    channel.close();
                    return null;
                }
                channel.truncate(0);
                DurableFile.writeAll(channel, ByteBuffer.wrap(("pid " + ProcessHandle.current().pid() + " on " + Provenances.host() + "\n")
                        .getBytes(StandardCharsets.UTF_8)));
                OURS.add(real);
                return new FolderLock(real, channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        }
    }

    private static String holder(Path folder) {
        try {
            String text = Files.readString(folder.resolve(FILE)).strip();
            return text.isEmpty() ? "another process" : "another process (" + text + ")";
        } catch (IOException e) {
            return "another process";
        }
    }

    private static void pause() {
        try {
            Thread.sleep(MILLISECONDS_BETWEEN_ATTEMPTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunException("interrupted while waiting for a run folder", e);
        }
    }

    @Override public void close() {
        synchronized (OURS) {
            if (!OURS.remove(folder)) {
                return;
            }
            try (channel) {
                channel.truncate(0);
            } catch (IOException e) {
                // The lock ends with the channel in any case, and a folder deleted meanwhile is no harm.
            }
        }
    }
}
