package org.resbench.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resbench.cli.session.Board;
import org.resbench.cli.session.Display;
import org.resbench.cli.session.Interrupt;
import org.resbench.cli.session.LiveDisplay;
import org.resbench.cli.session.Outcome;
import org.resbench.cli.session.PlainDisplay;
import org.resbench.cli.session.QuietDisplay;
import org.resbench.cli.session.Session;
import org.resbench.cli.session.Trainer;
import org.resbench.runs.Run;
import org.resbench.runs.RunException;
import org.resbench.runs.RunStore;
import org.resbench.spec.Trial;

/** Trains trials that have no result yet, with progress on {@code err} and an ear for Ctrl-C. May be called several times. */
final class Training {
    private final RunStore store;
    private final ExperimentRun.Workshop workshop;
    private final ExperimentRun.Options options;
    private final PrintWriter err;
    private Trainer trainer;

    Training(RunStore store, ExperimentRun.Workshop workshop, ExperimentRun.Options options, PrintWriter err) {
        this.store = store;
        this.workshop = workshop;
        this.options = options;
        this.err = err;
    }

    /** @param interrupted whether somebody asked to stop before all were finished */
    record Ended(Map<Trial, Outcome> outcomes, boolean interrupted) {
        boolean carriedOut() {
            return outcomes.values().stream().allMatch(outcome -> outcome instanceof Outcome.Finished);
        }
    }

    /** @return an outcome for each, in their order */
    Ended run(List<Trial> trials) {
        List<Trial> open = open(trials);
        if (!open.isEmpty()) {
            WritableFolder.require("--runs", store.root());
            workshop.requireData(open);
        }
        Board board = new Board(trials, RunText::multiplyAddsEachIteration, System::nanoTime);
        List<Outcome> outcomes;
        boolean asked;
        try (Display display = display(board); Interrupt interrupt = interrupt(display)) {
            outcomes = new Session(store, workshop::manifest, trainer(), thrown -> Failure.of(thrown).message(), board, display, interrupt)
                    .run(trials, options.jobs(), options.failFast());
            asked = interrupt.getAsBoolean();
        }
        Map<Trial, Outcome> byTrial = new LinkedHashMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            byTrial.put(trials.get(i), outcomes.get(i));
        }
        return new Ended(byTrial, asked && outcomes.stream().anyMatch(outcome -> !(outcome instanceof Outcome.Finished)));
    }

    /** Those without a result. */
    List<Trial> open(List<Trial> trials) {
        return trials.stream().filter(trial -> !hasResult(trial)).toList();
    }

    /** One for all calls: its meter watches the idle machine once. */
    private Trainer trainer() {
        if (trainer == null) {
            trainer = workshop.trainer();
        }
        return trainer;
    }

    /** A damaged folder counts as open; the session says what is wrong with it. */
    private boolean hasResult(Trial trial) {
        try {
            return store.find(trial).flatMap(Run::result).isPresent();
        } catch (RunException e) {
            return false;
        }
    }

    private Display display(Board board) {
        if (options.quiet()) {
            return new QuietDisplay(err);
        }
        return options.live() ? new LiveDisplay(board, err).start() : new PlainDisplay(board, err, System::nanoTime);
    }

    private static Interrupt interrupt(Display display) {
        return new Interrupt(
                () -> display.say("stopping: running trials finish their step and write a checkpoint; Ctrl-C again ends at once"),
                () -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED)).listen();
    }
}
