package org.resbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.resbench.report.cells.Cell;
import org.resbench.report.cells.TrialRun;
import org.resbench.report.model.Numbers;
import org.resbench.report.model.Provenance;
import org.resbench.report.model.RunProvenance;
import org.resbench.runs.Manifest;
import org.resbench.runs.Run;
import org.resbench.runs.RunResult;

/** Collects what produced the numbers. A fact with more than one value is one that runs differ in. */
final class Provenances {
    private Provenances() {}

    static Provenance of(List<Cell> cells) {
        List<TrialRun> trials = cells.stream().flatMap(c -> c.trials().stream()).toList();
        List<Manifest.Provenance> origins = trials.stream().flatMap(t -> t.run().stream()).map(Run::manifest).map(Manifest::provenance)
                .toList();
        List<RunResult> results = trials.stream().flatMap(t -> t.result().stream()).toList();
        List<Provenance.Fact> facts = new ArrayList<>();
        fact(facts, "resbench_version", "Resbench", origins, Manifest.Provenance::resbenchVersion);
        fact(facts, "git_commit", "Git commit", origins, p -> p.gitCommit() + (p.gitDirty() ? " (with uncommitted changes)" : ""));
        fact(facts, "command_line", "Command line", origins, p -> String.join(" ", p.commandLine()));
        fact(facts, "tensorflow", "TensorFlow", origins, Manifest.Provenance::tensorflow);
        fact(facts, "jvm", "JVM", origins, Manifest.Provenance::jvm);
        fact(facts, "os", "Operating system", origins, Manifest.Provenance::os);
        fact(facts, "processor", "Processor", origins, p -> p.processor() + ", " + p.threads()
                + (p.threads() == 1 ? " thread" : " threads"));
        fact(facts, "device", "Device", results, r -> r.speed().device());
        fact(facts, "environment", "Environment", origins, Provenances::environment);
        fact(facts, "data", "Data", results, r -> r.data().name() + ", " + Numbers.count(r.data().trainingImages()) + " training and "
                + Numbers.count(r.data().testImages()) + " test images of " + r.data().imageSize() + " pixels, " + r.data().classes()
                + " classes");
        fact(facts, "data_fingerprint", "Data fingerprint", results, r -> r.data().fingerprint());
        fact(facts, "protocol", "Testing protocol", results, r -> r.protocol().split() + " split, " + r.protocol().views()
                + (r.protocol().views() == 1 ? " view" : " views") + ", " + r.protocol().chosen() + ", batch norm statistics "
                + r.protocol().batchNormStatistics() + " over batches of " + r.protocol().batchNormImages());
        List<RunProvenance> runs = cells.stream().flatMap(c -> c.trials().stream().map(t -> run(c, t))).toList();
        return new Provenance(facts, runs);
    }

    private static <T> void fact(List<Provenance.Fact> facts, String key, String label, List<T> sources, Function<T, String> value) {
        List<String> values = sources.stream().map(value).filter(v -> !v.isBlank()).distinct().toList();
        if (!values.isEmpty()) {
            facts.add(new Provenance.Fact(key, label, values));
        }
    }

    private static String environment(Manifest.Provenance provenance) {
        return provenance.environment().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).sorted()
                .collect(java.util.stream.Collectors.joining(" "));
    }

    private static RunProvenance run(Cell cell, TrialRun trial) {
        return new RunProvenance(trial.folder(), cell.name(), trial.trial().seed(), trial.statusWord(),
                trial.run().map(r -> r.manifest().fingerprint()).orElse(""), trial.result().map(RunResult::weightsSha256).orElse(""));
    }
}
