package org.resbench.data;

/** Training batches prepared ahead of the training step by background threads, in order, without end.
 * Image stream: epoch after epoch, each a permutation seeded by (seed, "order", epoch); batches run across epoch ends, so none is
 * partial. Batch {@code i} depends only on (images, seed, batch size, i): starting at iteration k yields what a run from 1 would
 * have at k. */
public interface Batches extends AutoCloseable {
    /** The next batch; waits if it is not ready. */
    Batch next() throws InterruptedException;

    /** Gives a batch's buffers back for reuse. */
    void recycle(Batch batch);

    /** Seconds that {@link #next} has waited so far. */
    double secondsWaited();

    @Override void close();
}
