package org.resbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.resbench.claims.Judge;
import org.resbench.claims.looks.Looks;
import org.resbench.claims.looks.LooksPlan;
import org.resbench.cli.session.Outcome;
import org.resbench.cli.session.Trainer;
import org.resbench.report.Format;
import org.resbench.report.ReportWriter;
import org.resbench.report.cells.ClassNames;
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
     * @param footprint what energy costs and emits
     * @param looks when the claims are judged; empty for once, when all trials are there
     * @param untilDecided whether seeds are added, look by look; needs looks */
    record Options(int jobs, boolean failFast, boolean quiet, boolean json, boolean live, Path reportFolder, String commandLine,
                   Footprint footprint, Optional<LooksPlan> looks, boolean untilDecided) {
        /** One look. */
        Options(int jobs, boolean failFast, boolean quiet, boolean json, boolean live, Path reportFolder, String commandLine,
                Footprint footprint) {
            this(jobs, failFast, quiet, json, live, reportFolder, commandLine, footprint, Optional.empty(), false);
        }
    }

    /** What training needs from outside this class. */
    interface Workshop {
        /** Looks whether these trials' data are there, before any training.
         * @throws org.resbench.data.DataException with the command that mends it */
        void requireData(List<Trial> trials);

        /** What is asked of a trial, with the provenance of this process. */
        Manifest manifest(Trial trial);

        Trainer trainer();

        /** What classes are called, where that is known. */
        default ClassNames classNames() {
            return ClassNames.UNKNOWN;
        }
    }

    private final Experiment experiment;
    private final RunStore store;
    private final Options options;
    private final Training training;
    private final ClassNames names;
    private final Map<Trial, Outcome> outcomes = new LinkedHashMap<>();
    private final PrintWriter out;
    private final PrintWriter err;

    ExperimentRun(Experiment experiment, RunStore store, Workshop workshop, Options options, PrintWriter out, PrintWriter err) {
        this.experiment = experiment;
        this.store = store;
        this.options = options;
        this.out = out;
        this.err = err;
        names = workshop.classNames();
        training = new Training(store, workshop, options, err);
    }

    /** @return one of {@link ExitCode}: 0 whatever the verdicts are, 1 if a trial could not be carried out, 130 if interrupted */
    int run() {
        say(RunText.announcement(experiment, training.open(experiment.trials()).size(), store.root()));
        WritableFolder.require("--out", options.reportFolder());
        Training.Ended ended = options.untilDecided() ? untilDecided(options.looks().orElseThrow()) : train(experiment.trials());
        if (ended.interrupted()) {
            err.print(RunText.remaining(List.copyOf(ended.outcomes().values())) + "Continue with: " + options.commandLine() + "\n");
            err.flush();
            return ExitCode.INTERRUPTED;
        }
        if (!ended.carriedOut()) {
            err.print(RunText.remaining(List.copyOf(ended.outcomes().values())));
            err.flush();
        }
        conclude();
        return ended.carriedOut() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private Training.Ended train(List<Trial> trials) {
        Training.Ended ended = training.run(trials);
        outcomes.putAll(ended.outcomes());
        return ended;
    }

    /** Trains what each look waits for, cheapest first, until no claim is open, the last look is taken or a trial is not carried out.
     * @return how the last training ended */
    private Training.Ended untilDecided(LooksPlan plan) {
        Training.Ended ended = new Training.Ended(Map.of(), false);
        Looks looks = look(plan);
        while (!looks.wanted().isEmpty() && ended.carriedOut()) {
            say(RunText.look(looks));
            ended = train(looks.wanted().stream()
                    .sorted(Comparator.comparingDouble(RunText::multiplyAdds)).toList());
            looks = look(plan);
        }
        return ended;
    }

    /** Kept before the first look already, so that nobody can make another plan after it. */
    private Looks look(LooksPlan plan) {
        Looks looks = Looks.take(experiment, plan, store.list());
        LooksFile.write(options.reportFolder(), experiment, looks);
        return looks;
    }

    private void say(String text) {
        if (!options.quiet()) {
            err.print(text);
            err.flush();
        }
    }

    private void conclude() {
        Optional<Looks> looks = options.looks().map(this::look);
        Experiment whole = looks.map(Looks::experiment).orElse(experiment);
        List<Run> runs = whole.trials().stream().map(this::run).filter(Objects::nonNull).toList();
        ReportWriter writer = looks.map(l -> new ReportWriter(whole, runs, l))
                .orElseGet(() -> new ReportWriter(whole, runs, Judge.judge(whole, runs))).with(options.footprint()).with(names);
        List<Path> files = write(writer);
        if (options.json()) {
            List<RunFacts.TrialFacts> trials = whole.trials().stream()
                    .map(trial -> RunFacts.of(trial, outcome(trial), run(trial))).toList();
            out.print(Json.pretty(RunFacts.of(whole, trials, writer.report(), options.reportFolder(), files)));
        } else {
            out.print(RunText.verdicts(writer.report(), files));
        }
        out.flush();
    }

    /** Of a trial that this process did not look after: it had its result before, or was not begun. */
    private Outcome outcome(Trial trial) {
        Outcome known = outcomes.get(trial);
        if (known != null) {
            return known;
        }
        return Optional.ofNullable(run(trial)).flatMap(Run::result).<Outcome>map(result -> new Outcome.Finished(result, true))
                .orElseGet(Outcome.NotBegun::new);
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
