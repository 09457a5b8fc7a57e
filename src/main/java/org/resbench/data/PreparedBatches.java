package org.resbench.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Batches made by daemon threads, a few ahead of the training step. One thread may take batches while others work; the content does
 * not depend on the number of threads. */
public final class PreparedBatches implements Batches {
    /** Batches that may wait beyond one for each thread. */
    private static final int SPARE = 2;

    private final BatchMaker maker;
    private final int ahead;
    private final List<Thread> workers = new ArrayList<>();
    private final Map<Long, Batch> ready = new HashMap<>();
    private final Deque<float[]> pixels = new ArrayDeque<>();
    private final Deque<int[]> labels = new ArrayDeque<>();
    private long nextToMake;
    private long nextToGive;
    private long waitedNanoseconds;
    private boolean closed;
    private Throwable failure;

    /** Starts the threads.
     * @param firstIteration which batch {@link #next} gives first, from 1
     * @throws IllegalArgumentException without images, or for a batch size, iteration or thread count below 1 */
    public PreparedBatches(Images images, Normalisation normalisation, Augmentation augmentation, int batchSize, long seed,
            long firstIteration, int threads) {
        if (firstIteration < 1 || threads < 1) {
            throw new IllegalArgumentException("first iteration " + firstIteration + ", threads " + threads + "; both start at 1");
        }
        maker = new BatchMaker(images, normalisation, augmentation, batchSize, seed);
        ahead = threads + SPARE;
        nextToMake = firstIteration;
        nextToGive = firstIteration;
        for (int i = 0; i < threads; i++) {
            Thread worker = new Thread(this::work, "batches-" + i);
            worker.setDaemon(true);
            workers.add(worker);
        }
        workers.forEach(Thread::start);
    }

    private void work() {
        try {
            while (true) {
                long iteration;
                float[] pixelBuffer;
                int[] labelBuffer;
                synchronized (this) {
                    while (!closed && failure == null && nextToMake >= nextToGive + ahead) {
                        wait();
                    }
                    if (closed || failure != null) {
                        return;
                    }
                    iteration = nextToMake++;
                    pixelBuffer = pixels.poll();
                    labelBuffer = labels.poll();
                }
                Batch batch = maker.make(iteration, pixelBuffer == null ? new float[maker.pixelsLength()] : pixelBuffer,
                        labelBuffer == null ? new int[maker.batchSize()] : labelBuffer);
                synchronized (this) {
                    ready.put(iteration, batch);
                    notifyAll();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private synchronized void fail(Throwable thrown) {
        failure = failure == null ? thrown : failure;
        notifyAll();
    }

    /** {@inheritDoc}
     * @throws IllegalStateException after {@link #close}, or with the cause if a thread failed */
    @Override public synchronized Batch next() throws InterruptedException {
        long start = System.nanoTime();
        while (!closed && failure == null && !ready.containsKey(nextToGive)) {
            wait();
        }
        waitedNanoseconds += System.nanoTime() - start;
        if (failure != null) {
            throw new IllegalStateException("preparing batches failed: " + failure, failure);
        }
        if (closed) {
            throw new IllegalStateException("no batches after close");
        }
        Batch batch = ready.remove(nextToGive++);
        notifyAll();
        return batch;
    }

    @Override public synchronized void recycle(Batch batch) {
        boolean known = pixels.stream().anyMatch(buffer -> buffer == batch.pixels());
        if (!known && pixels.size() < ahead && batch.pixels().length == maker.pixelsLength()) {
            pixels.add(batch.pixels());
            labels.add(batch.labels());
        }
    }

    @Override public synchronized double secondsWaited() {
        return waitedNanoseconds / 1e9;
    }

    /** Stops the threads; returns when they have ended. */
    @Override public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        boolean interrupted = false;
        for (Thread worker : workers) {
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
