package org.resbench.claims;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.resbench.arch.CifarNetwork;
import org.resbench.arch.Family;
import org.resbench.arch.PixelGrid;
import org.resbench.arch.ShortcutOption;
import org.resbench.arch.ZeroChannels;
import org.resbench.runs.Event;
import org.resbench.runs.Manifest;
import org.resbench.runs.Run;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.runs.RunStore;
import org.resbench.spec.Claim;
import org.resbench.spec.DataSpec;
import org.resbench.spec.Experiment;
import org.resbench.spec.PaperReference;
import org.resbench.spec.Recipe;
import org.resbench.spec.ReportPlan;
import org.resbench.spec.Scale;
import org.resbench.spec.Trial;

/** An experiment on plain and residual networks with made-up results: each value is the test error of one seed, 1, 2, ... */
final class Scenario {
    static final RunResult.DataUsed CIFAR_10 = new RunResult.DataUsed("cifar10", "a".repeat(64), 50_000, 10_000, 32, 10);
    static final RunResult.DataUsed SYNTHETIC = new RunResult.DataUsed("synthetic", "b".repeat(64), 5_000, 1_000, 32, 10);
    static final RunResult.Protocol PROTOCOL = new RunResult.Protocol("test", 1, "final iteration", "moving", 128);

    /** What a run is like besides its value. */
    record Circumstances(RunResult.DataUsed data, RunResult.Protocol protocol, String commit, boolean diverged, Map<String, String> axes) {
        static final Circumstances USUAL = new Circumstances(SYNTHETIC, PROTOCOL, "c0ffee", false, Map.of());

        Circumstances on(RunResult.DataUsed other) {
            return new Circumstances(other, protocol, commit, diverged, axes);
        }

        Circumstances by(RunResult.Protocol other) {
            return new Circumstances(data, other, commit, diverged, axes);
        }

        Circumstances from(String otherCommit) {
            return new Circumstances(data, protocol, otherCommit, diverged, axes);
        }

        Circumstances with(Map<String, String> moreAxes) {
            return new Circumstances(data, protocol, commit, diverged, moreAxes);
        }

        Circumstances whenDiverged() {
            return new Circumstances(data, protocol, commit, true, axes);
        }
    }

    private final Scale scale;
    private final Circumstances usual;
    private final List<Trial> trials = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<String> overrides = new ArrayList<>();

    Scenario(Scale scale, Circumstances usual) {
        this.scale = scale;
        this.usual = usual;
    }

    static Scenario reduced() {
        return new Scenario(Scale.REDUCED, Circumstances.USUAL);
    }

    static Scenario paper() {
        return new Scenario(Scale.PAPER, Circumstances.USUAL.on(CIFAR_10));
    }

    /** A cell with one run for each value. */
    Scenario cell(String name, double... testErrors) {
        return cell(name, usual, testErrors);
    }

    Scenario cell(String name, Circumstances circumstances, double... testErrors) {
        for (double error : testErrors) {
            run(name, circumstances, error);
        }
        return this;
    }

    /** One more seed. */
    Scenario run(String name, Circumstances circumstances, double testError) {
        Trial trial = asked(name, circumstances.axes());
        runs.add(new Made(Path.of("runs", name + "-s" + trial.seed()), manifest(trial, circumstances), RunStatus.COMPLETED,
                Optional.of(result(circumstances, testError))));
        return this;
    }

    /** One more seed, whose test error is 90 % until an evaluation at this iteration has the given one; never if that is infinite. */
    Scenario reaching(String name, double error, double iteration) {
        run(name, usual, error);
        Made last = (Made) runs.remove(runs.size() - 1);
        List<Event> events = new ArrayList<>(List.of(new Event(Instant.EPOCH, "evaluation", 10, Map.of("test_error_percent", 90.0))));
        if (Double.isFinite(iteration)) {
            events.add(new Event(Instant.EPOCH, "evaluation", (long) iteration, Map.of("test_error_percent", error)));
        }
        runs.add(new Made(last.folder(), last.manifest(), last.status(), last.result(), events));
        return this;
    }

    /** One more seed, for which there is no run. */
    Scenario withoutRun(String name) {
        asked(name, usual.axes());
        return this;
    }

    /** One more seed, whose run has this status and no result. */
    Scenario unfinished(String name, RunStatus status) {
        Trial trial = asked(name, usual.axes());
        runs.add(new Made(Path.of("runs", name + "-s" + trial.seed()), manifest(trial, usual), status, Optional.empty()));
        return this;
    }

    /** A copy of the last run in another folder. */
    Scenario copied() {
        Made last = (Made) runs.get(runs.size() - 1);
        runs.add(new Made(Path.of(last.folder() + "-copy"), last.manifest(), last.status(), last.result()));
        return this;
    }

    Scenario claim(Claim.Statement statement) {
        claims.add(new Claim("claim-" + (claims.size() + 1), "as the paper says", "section 4.2", statement));
        return this;
    }

    /** Set on the command line, as {@code key.path=value}. */
    Scenario overridden(String override) {
        overrides.add(override);
        return this;
    }

    List<Judgement> judge() {
        return Judge.judge(experiment(), runs);
    }

    Experiment experiment() {
        return new Experiment("example", "Example", new PaperReference("he2015", "figure 6"), scale, trials, claims,
                new ReportPlan(List.of(), List.of()), Path.of("example.yaml"), overrides);
    }

    List<Run> runs() {
        return List.copyOf(runs);
    }

    Judgement judged() {
        return judge().get(0);
    }

    /** Picks a network by its name, such as {@code plain-20}. */
    static Claim.Selector network(String name) {
        return new Claim.Selector(Map.of("network.family", name.split("-")[0], "network.depth", name.split("-")[1]));
    }

    static Claim.Selector family(String name) {
        return new Claim.Selector(Map.of("network.family", name));
    }

    private Trial asked(String name, Map<String, String> moreAxes) {
        String family = name.split("-")[0];
        int depth = Integer.parseInt(name.split("-")[1]);
        Map<String, String> axes = new java.util.HashMap<>(moreAxes);
        axes.put("network.family", family);
        axes.put("network.depth", Integer.toString(depth));
        long seed = 1 + trials.stream().filter(trial -> trial.cell().equals(name)).count();
        Trial trial = new Trial(name, axes,
                new CifarNetwork(family.equals("plain") ? Family.PLAIN : Family.RESIDUAL, depth, ShortcutOption.A, 16, PixelGrid.CENTRED,
                        ZeroChannels.AFTER),
                new DataSpec("synthetic", DataSpec.Split.TRAIN_TEST, 0, 10, 5000, 1000, DataSpec.Normalisation.PIXEL_MEAN,
                        new DataSpec.AugmentationSpec(4, true)),
                new Recipe(128, 128, 64000, 0.1, List.of(), Optional.empty(), 0.9, 1e-4, Recipe.DecayedVariables.ALL,
                        Recipe.Initialisation.HE_NORMAL,
                        new Recipe.BatchNormSpec(1e-5, Recipe.BatchNormSpec.Statistics.MOVING, 0.9, 0), 500, 1000, 100, false),
                seed);
        trials.add(trial);
        return trial;
    }

    private Manifest manifest(Trial trial, Circumstances circumstances) {
        return new Manifest(Manifest.SCHEMA, RunStore.fingerprint(trial), "example", scale, trial, Instant.parse("2026-01-31T12:00:00Z"),
                new Manifest.Provenance("0.1.0", circumstances.commit(), false, "OpenJDK 17", "Linux", "Some CPU",
                        2, "2.18.0", "node1", List.of(), Map.of()));
    }

    private static RunResult result(Circumstances circumstances, double testError) {
        return new RunResult(RunResult.SCHEMA, circumstances.diverged() ? RunStatus.DIVERGED : RunStatus.COMPLETED, 64000,
                new RunResult.Final(testError, testError / 2, testError / 50, testError / 100, Math.round(testError * 100)),
                new RunResult.Best(testError - 0.25, 60000), circumstances.protocol(), circumstances.data(),
                269722, 40551296, "cd".repeat(32), new RunResult.Speed(512.25, 16000, 60, 2.5, "cpu", 1),
                new RunResult.Energy("unavailable", Optional.empty(), "no meter"), Map.of());
    }

    private record Made(Path folder, Manifest manifest, RunStatus status, Optional<RunResult> result, List<Event> events) implements Run {
        Made(Path folder, Manifest manifest, RunStatus status, Optional<RunResult> result) {
            this(folder, manifest, status, result, List.of());
        }

        @Override public Optional<Predictions> predictions() {
            return Optional.empty();
        }
    }
}
