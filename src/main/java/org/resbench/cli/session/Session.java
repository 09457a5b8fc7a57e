package org.resbench.cli.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.resbench.runs.Manifest;
import org.resbench.runs.OpenRun;
import org.resbench.runs.Run;
import org.resbench.runs.RunException;
import org.resbench.runs.RunStatus;
import org.resbench.runs.RunStore;
import org.resbench.spec.Trial;
import org.resbench.train.TrialRunner.Ending;

/** Trains those trials of an experiment that have no result yet, several at a time if asked; one that fails does not keep the others
 * from being trained. */
public final class Session {
    private final RunStore store;
    private final Function<Trial, Manifest> manifests;
    private final Trainer trainer;
    private final Function<Throwable, String> wording;
    private final Board board;
    private final Display display;
    private final BooleanSupplier interrupted;

    /** @param manifests what is asked of a trial, with the provenance of this process
     * @param wording what a user reads of something thrown
     * @param interrupted asked between trials and, by the trainer, between steps */
    public Session(RunStore store, Function<Trial, Manifest> manifests, Trainer trainer, Function<Throwable, String> wording, Board board,
                   Display display, BooleanSupplier interrupted) {
        this.store = store;
        this.manifests = manifests;
        this.trainer = trainer;
        this.wording = wording;
        this.board = board;
        this.display = display;
        this.interrupted = interrupted;
    }

    /** @param jobs trials trained at the same time, at least 1
     * @param failFast whether a failure stops the others after their step
     * @return an outcome for each trial, in their order */
    public List<Outcome> run(List<Trial> trials, int jobs, boolean failFast) {
        Outcome[] outcomes = new Outcome[trials.size()];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = earlier(trials.get(i));
            if (outcomes[i] instanceof Outcome.NotBegun) {
                open.add(i);
            } else {
                board.settled(trials.get(i), outcomes[i] instanceof Outcome.Finished);
            }
        }
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean failed = new AtomicBoolean();
        BooleanSupplier stop = () -> interrupted.getAsBoolean() || failFast && failed.get();
        Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < open.size() && !stop.getAsBoolean(); i = next.getAndIncrement()) {
                int index = open.get(i);
                outcomes[index] = train(index, trials.get(index), stop);
                failed.compareAndSet(false, outcomes[index] instanceof Outcome.Failed);
            }
        };
        work(worker, Math.min(jobs, open.size()));
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] instanceof Outcome.InUse) {
                outcomes[i] = store.find(trials.get(i)).flatMap(Run::result).<Outcome>map(result -> new Outcome.Finished(result, true))
                        .orElse(outcomes[i]);
            }
        }
        return List.of(outcomes);
    }

    /** The first worker is this thread, so that with one job there is no other. */
    private static void work(Runnable worker, int workers) {
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < workers; i++) {
            Thread thread = new Thread(worker, "trial-" + (i + 1));
            thread.start();
            others.add(thread);
        }
        if (workers > 0) {
            worker.run();
        }
        for (Thread thread : others) {
            boolean joined = false;
            while (!joined) {
                try {
                    thread.join();
                    joined = true;
                } catch (InterruptedException e) {
                    // Nothing here interrupts this thread; the trials end by their own stop.
                }
            }
        }
    }

    /** How the trial stands before the session; NotBegun also if it has a checkpoint. */
    private Outcome earlier(Trial trial) {
        try {
            Run run = store.find(trial).orElse(null);
            if (run == null) {
                return new Outcome.NotBegun();
            }
            return run.result().<Outcome>map(result -> new Outcome.Finished(result, true)).orElseGet(Outcome.NotBegun::new);
        } catch (RunException e) {
            display.say(Board.name(trial) + "  failed: " + e.getMessage());
            return new Outcome.Failed(e.getMessage());
        }
    }

    private Outcome train(int index, Trial trial, BooleanSupplier stop) {
        Row row = board.begin(index, display);
        Outcome outcome;
        try (OpenRun run = store.open(manifests.apply(trial))) {
            outcome = train(trial, run, row, stop);
        } catch (RunException e) {
            outcome = refused(trial, e);
        } catch (RuntimeException | Error e) {
            outcome = new Outcome.Failed(wording.apply(e));
        }
        board.end(row, outcome);
        display.ended(row, outcome);
        return outcome;
    }

    private Outcome train(Trial trial, OpenRun run, Row row, BooleanSupplier stop) {
        try {
            Ending ending = trainer.train(trial, run, row, stop);
            return switch (ending) {
                case STOPPED -> new Outcome.Stopped(row.state().iteration(), trial.recipe().iterations());
                case FINISHED -> new Outcome.Finished(RunStore.read(run.folder()).result()
                        .orElseThrow(() -> new IllegalStateException(run.folder() + ": training ended without a result")), false);
            };
        } catch (RuntimeException | Error e) {
            String why = wording.apply(e);
            record(run, row.state().iteration(), why);
            return new Outcome.Failed(why);
        }
    }

    /** Leaves the reason in the run's events, unless the reason is that nothing can be written there. */
    private static void record(OpenRun run, long iteration, String why) {
        try {
            run.append("failed", iteration, Map.of("why", why));
        } catch (RunException e) {
            // Its reason is the one that is being reported already.
        }
    }

    /** The folder could not be opened: finished or held by another process since we looked, or not writable. */
    private Outcome refused(Trial trial, RunException why) {
        try {
            Run run = store.find(trial).orElse(null);
            if (run != null && run.status() == RunStatus.RUNNING) {
                return new Outcome.InUse(why.getMessage());
            }
            if (run != null && run.result().isPresent()) {
                return new Outcome.Finished(run.result().get(), true);
            }
        } catch (RunException e) {
            // The first message is the one to show.
        }
        return new Outcome.Failed(why.getMessage());
    }
}
