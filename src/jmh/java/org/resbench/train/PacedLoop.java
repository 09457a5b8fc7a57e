package org.resbench.train;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.resbench.data.DataHome;
import org.resbench.energy.Meters;
import org.resbench.runs.Manifest;
import org.resbench.runs.OpenRun;
import org.resbench.runs.RunStore;
import org.resbench.spec.Scale;
import org.resbench.spec.Trial;

/** A trial trained as {@code resbench run} trains it, into a run folder, that goes on by so many steps when told to. */
public final class PacedLoop implements AutoCloseable {
    private final Semaphore go = new Semaphore(0);
    private final Semaphore done = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closing;
    private volatile Throwable failure;
    private int left;

    /** Starts the trial; it waits before its first step only for its data and its graph. */
    public PacedLoop(Trial trial, Path folder) {
        this(trial, folder, "cpu");
    }

    /** @param device auto, cpu or gpu */
    public PacedLoop(Trial trial, Path folder, String device) {
        thread = new Thread(() -> train(trial, folder, device), "training");
        left = 1;
        thread.start();
        done.acquireUninterruptibly();
    }

    private void train(Trial trial, Path folder, String device) {
        Manifest manifest = new Manifest(Manifest.SCHEMA, RunStore.fingerprint(trial), "benchmark", Scale.SMOKE, trial, Instant.EPOCH,
                new Manifest.Provenance("", "", false, "", "", "", 2, "", "", List.of(), Map.of()));
        TrialRunner runner = new TrialRunner(new DataHome(folder), Meters.none("no meter in this benchmark"),
                new TrialRunner.Settings(device, false, false));
        try (OpenRun run = new RunStore(folder).open(manifest)) {
            runner.train(trial, run, new Silent(), this::pause);
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            done.release();
        }
    }

    /** Asked by the loop after each step. */
    private boolean pause() {
        if (--left > 0) {
            return false;
        }
        done.release();
        go.acquireUninterruptibly();
        return closing;
    }

    /** Lets the loop make so many steps.
     * @throws IllegalStateException if the trial failed or is over */
    public void steps(int count) {
        left = count;
        go.release();
        done.acquireUninterruptibly();
        if (!thread.isAlive() || failure != null) {
            throw new IllegalStateException("the trial is over", failure);
        }
    }

    @Override public void close() throws InterruptedException {
        closing = true;
        go.release();
        thread.join();
    }

    private static final class Silent implements TrialProgress {
        @Override public void started(long firstIteration, long iterations) {}

        @Override public void phase(String what) {}

        @Override public void step(long iteration, double loss, double trainingErrorPercent, double imagesPerSecond) {}

        @Override public void evaluated(long iteration, double testErrorPercent) {}
    }
}
