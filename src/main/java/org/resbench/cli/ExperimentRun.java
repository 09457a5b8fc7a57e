package org.resbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.resbench.claims.Judge;
import org.resbench.cli.session.Board;
import org.resbench.cli.session.Display;
import org.resbench.cli.session.Interrupt;
import org.resbench.cli.session.LiveDisplay;
import org.resbench.cli.session.Outcome;
import org.resbench.cli.session.PlainDisplay;
import org.resbench.cli.session.QuietDisplay;
import org.resbench.cli.session.Session;
import org.resbench.cli.session.Trainer;
import org.resbench.report.Format;
import org.resbench.report.ReportWriter;
import org.resbench.report.energy.Footprint;
import org.resbench.runs.Json;
import org.resbench.runs.Manifest;
import org.resbench.runs.Run;
import org.resbench.runs.RunException;
import org.resbench.runs.RunStore;
import org.resbench.spec.Experiment;
import org.resbench.spec.Trial;

/** One experiment from its trials to its report: trains what has no result yet, judges the claims, writes the report, says what came
 * out. Facts go to {@code out}, how it goes to {@code err}. */
final class ExperimentRun {
    /** @param live whether {@code err} is a terminal whose lines may be redrawn
     * @param reportFolder where the report goes
     * @param commandLine that continues the experiment after an interrupt
     * @param footprint what energy costs and emits */
    record Options(int jobs, boolean failFast, boolean quiet, boolean json, boolean live, Path reportFolder, String commandLine,
                   Footprint footprint) {}

    /** What training needs from outside this class. */
    interface Workshop {
        /** Looks whether these trials' data are there, before any training.
         * @throws org.resbench.data.DataException with the command that mends it */
        void requireData(List<Trial> trials);

        /** What is asked of a trial, with the provenance of this process. */
        Manifest manifest(Trial trial);

        Trainer trainer();
    }

    private final Experiment experiment;
    private final RunStore store;
    private final Workshop workshop;
    private final Options options;
    private final PrintWriter out;
    private final PrintWriter err;

    ExperimentRun(Experiment experiment, RunStore store, Workshop workshop, Options options, PrintWriter out, PrintWriter err) {
        this.experiment = experiment;
        this.store = store;
        this.workshop = workshop;
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /** @return one of {@link ExitCode}: 0 whatever the verdicts are, 1 if a trial could not be carried out, 130 if interrupted */
    int run() {
        List<Trial> open = experiment.trials().stream().filter(trial -> !hasResult(trial)).toList();
        if (!options.quiet()) {
            err.print(RunText.announcement(experiment, open.size(), store.root()));
            err.flush();
        }
        WritableFolder.require("--out", options.reportFolder());
        if (!open.isEmpty()) {
            WritableFolder.require("--runs", store.root());
            workshop.requireData(open);
        }
        Board board = new Board(experiment.trials(), RunText::multiplyAddsEachIteration, System::nanoTime);
        List<Outcome> outcomes;
        boolean interrupted;
        try (Display display = display(board); Interrupt interrupt = interrupt(display)) {
            outcomes = new Session(store, workshop::manifest, workshop.trainer(), thrown -> Failure.of(thrown).message(), board, display, interrupt)
                    .run(experiment.trials(), options.jobs(), options.failFast());
            interrupted = interrupt.getAsBoolean();
        }
        if (interrupted && outcomes.stream().anyMatch(outcome -> !(outcome instanceof Outcome.Finished))) {
            err.print(RunText.remaining(outcomes) + "Continue with: " + options.commandLine() + "\n");
            err.flush();
            return ExitCode.INTERRUPTED;
        }
        conclude(outcomes);
        boolean carriedOut = outcomes.stream().allMatch(outcome -> outcome instanceof Outcome.Finished);
        return carriedOut ? ExitCode.DONE : ExitCode.FAILED;
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

    private void conclude(List<Outcome> outcomes) {
        if (outcomes.stream().anyMatch(outcome -> !(outcome instanceof Outcome.Finished))) {
            err.print(RunText.remaining(outcomes));
            err.flush();
        }
        List<Run> runs = experiment.trials().stream().map(this::run).filter(Objects::nonNull).toList();
        ReportWriter writer = new ReportWriter(experiment, runs, Judge.judge(experiment, runs)).with(options.footprint());
        List<Path> files = write(writer);
        if (options.json()) {
            List<RunFacts.TrialFacts> trials = IntStream.range(0, outcomes.size())
                    .mapToObj(i -> RunFacts.of(experiment.trials().get(i), outcomes.get(i), run(experiment.trials().get(i)))).toList();
            out.print(Json.pretty(RunFacts.of(experiment, trials, writer.report(), options.reportFolder(), files)));
        } else {
            out.print(RunText.verdicts(writer.report(), files));
        }
        out.flush();
    }

    private Run run(Trial trial) {
        try {
            return store.find(trial).orElse(null);
        } catch (RunException e) {
            return null;
        }
    }

    private List<Path> write(ReportWriter writer) {
        try {
            return writer.write(options.reportFolder(), EnumSet.allOf(Format.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
