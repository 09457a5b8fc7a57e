package org.resbench.data;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Decodes the images of a folder or archive on all cores while one thread reads. */
final class Decoding {
    /** Files read but not decoded yet; more would only fill memory. */
    private static final int PENDING = 512;

    private final Path source;
    private final Map<ImageEntry, Picture> pictures = new ConcurrentSkipListMap<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final AtomicLong bytes = new AtomicLong();
    private final Semaphore room = new Semaphore(PENDING);

    private Decoding(Path source) {
        this.source = source;
    }

    /** All pictures in the order of {@link ImageEntry}.
     * @throws DataException for the first that cannot be decoded */
    static Map<ImageEntry, Picture> all(Path source, Progress progress) {
        Decoding decoding = new Decoding(source);
        ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
            Thread thread = new Thread(task, "decoding");
            thread.setDaemon(true);
            return thread;
        });
        try {
            ImageFiles.read(source, (entry, file) -> decoding.submit(threads, entry, file), progress);
            threads.shutdown();
            threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataException(source + ": import was interrupted", e);
        } finally {
            threads.shutdownNow();
        }
        decoding.rethrow();
        return decoding.pictures;
    }

    private void submit(ExecutorService threads, ImageEntry entry, byte[] file) {
        rethrow();
        room.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                decode(entry, file);
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                room.release();
            }
        });
    }

    private void decode(ImageEntry entry, byte[] file) {
        Picture picture = Picture.decode(source + ": " + entry, file);
        if (pictures.putIfAbsent(entry, picture) != null) {
            throw new DataException(source + ": " + entry + " is there twice");
        }
        if (bytes.addAndGet(picture.planes().length) > Runtime.getRuntime().maxMemory() / 10 * 8) {
            throw new DataException(source + ": its decoded images do not fit in memory (" + Runtime.getRuntime().maxMemory() / (1 << 20)
                    + " MiB); import smaller images, or give Java more with RESBENCH_HEAP=8g");
        }
    }

    private void rethrow() {
        Throwable thrown = failure.get();
        if (thrown instanceof DataException) {
            throw new DataException(thrown.getMessage(), thrown);
        }
        if (thrown != null) {
            throw new IllegalStateException(thrown);
        }
    }
}
