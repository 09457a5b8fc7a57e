package org.resbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.resbench.cli.session.Outcome;
import org.resbench.report.model.ClaimResult;
import org.resbench.report.model.Report;
import org.resbench.runs.Run;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.spec.Experiment;
import org.resbench.spec.Scale;
import org.resbench.spec.Trial;

/** {@code resbench run --json}.
 * @param headline the sentence of the report
 * @param looks at the claims; empty if they were judged once
 * @param reportFolder where the files are */
record RunFacts(String experiment, Scale scale, String headline, List<TrialFacts> trials, List<ClaimFacts> claims,
                Optional<LooksFacts> looks, Path reportFolder, List<Path> files) {
    /** @param status empty if it was never begun @param why it was not carried out, if so @param folder empty as status */
    record TrialFacts(String cell, long seed, Optional<RunStatus> status, Optional<String> why, Optional<Path> folder,
                      Optional<Double> testErrorPercent, Optional<Double> trainingErrorPercent) {}

    record ClaimFacts(String id, String verdict, String why) {}

    static RunFacts of(Experiment experiment, List<TrialFacts> trials, Report report, Path folder, List<Path> files) {
        return new RunFacts(experiment.name(), experiment.scale(), report.heading().headline(), trials,
                report.claims().stream().map(RunFacts::of).toList(), report.looks().map(LooksFacts::of), folder, files);
    }

    private static ClaimFacts of(ClaimResult claim) {
        return new ClaimFacts(claim.id(), claim.word(), claim.why());
    }

    /** @param run null if the trial has no folder that can be read */
    static TrialFacts of(Trial trial, Outcome outcome, Run run) {
        Optional<Run> there = Optional.ofNullable(run);
        Optional<RunResult.Final> last = there.flatMap(Run::result).map(RunResult::last);
        Optional<String> why = outcome instanceof Outcome.Finished ? Optional.empty() : Optional.of(outcome.words());
        return new TrialFacts(trial.cell(), trial.seed(), there.map(Run::status), why, there.map(Run::folder),
                last.map(RunResult.Final::testErrorPercent), last.map(RunResult.Final::trainingErrorPercent));
    }
}
