package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.claims.looks.LooksPlan;
import org.resbench.cli.session.Samples;
import org.resbench.cli.session.Trainer;
import org.resbench.report.Format;
import org.resbench.report.energy.Footprint;
import org.resbench.runs.Json;
import org.resbench.runs.Manifest;
import org.resbench.runs.RunStatus;
import org.resbench.runs.RunStore;
import org.resbench.spec.Claim;
import org.resbench.spec.Claim.Selector;
import org.resbench.spec.Claim.Side;
import org.resbench.spec.Experiment;
import org.resbench.spec.PaperReference;
import org.resbench.spec.ReportPlan;
import org.resbench.spec.Scale;
import org.resbench.spec.Trial;
import org.resbench.train.TrialRunner.Ending;

/** {@code run --until-decided} on made-up errors: plain-56 is worse than plain-20 by far, plain-32 by nothing at all. */
class UntilDecidedTest {
    private static final Experiment EXPERIMENT = new Experiment("quickstart", "Degradation", new PaperReference("he2015", "figure 1"), Scale.REDUCED,
            Stream.of(56, 20, 32).flatMap(depth -> Stream.of(3L, 7L, 5L).map(seed -> Samples.trial(depth, seed))).toList(),
            List.of(worse("clear", 56), worse("open", 32)), new ReportPlan(List.of(), List.of()), Path.of("quickstart.yaml"));

    @TempDir Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> trained = new ArrayList<>();

    private static Claim worse(String id, int depth) {
        return new Claim(id, "Plain-" + depth + " is worse", "section 4.2", new Claim.Statement.Difference("test_error_percent", depth(depth), depth(20),
                Side.ABOVE, 0));
    }

    private static Selector depth(int depth) {
        return new Selector(Map.of("network.depth", String.valueOf(depth)));
    }

    private int run(int maxSeeds, String failing) {
        Trainer trainer = (trial, run, progress, stop) -> {
            trained.add(trial.cell() + " s" + trial.seed());
            if (trained.contains(failing)) {
                throw new IllegalStateException("out of ideas");
            }
            progress.started(1, Samples.ITERATIONS);
            run.complete(Samples.result(RunStatus.COMPLETED, (trial.cell().equals("plain-56") ? 60 : 40) + 0.1 * (trial.seed() % 3)));
            return Ending.FINISHED;
        };
        ExperimentRun.Workshop workshop = new ExperimentRun.Workshop() {
            @Override public void requireData(List<Trial> trials) {}

            @Override public Manifest manifest(Trial trial) {
                return Samples.manifest(trial);
            }

            @Override public Trainer trainer() {
                return trainer;
            }
        };
        ExperimentRun.Options options = new ExperimentRun.Options(1, true, false, false, false, folder.resolve("report"), "resbench run quickstart.yaml",
                Footprint.UNSTATED, Optional.of(LooksPlan.of(EXPERIMENT, maxSeeds)), true);
        return new ExperimentRun(EXPERIMENT, store(), workshop, options, new PrintWriter(out, true), new PrintWriter(err, true)).run();
    }

    private RunStore store() {
        return new RunStore(folder.resolve("runs"));
    }

    private JsonNode report() throws Exception {
        return Json.readTree(Files.readString(folder.resolve("report/report.json")));
    }

    @Test void addsSeedsOfOpenClaimsOnlyCheapestFirstUntilTheMost() throws Exception {
        assertThat(run(5, "")).isZero();
        assertThat(trained).containsExactly("plain-20 s3", "plain-20 s7", "plain-20 s5", "plain-32 s3", "plain-32 s7", "plain-32 s5", "plain-56 s3",
                "plain-56 s7", "plain-56 s5", "plain-20 s8", "plain-32 s8", "plain-20 s9", "plain-32 s9");
        assertThat(err.toString()).contains("look 1 of at most 3 (3 seeds a cell): 9 trials to train, cheapest first\n",
                "look 3 of at most 3 (5 seeds a cell): 2 trials to train, cheapest first; still open: open\n");
        assertThat(out.toString()).contains("SEEN AT THIS SCALE: Plain-56", "INCONCLUSIVE: Plain-32",
                "The claims were looked at 3 of at most 3 times, with 3, 4, 5 seeds a cell; 0.0500 of the error rate of 0.05 is spent.");
        JsonNode looks = report().get("looks");
        assertThat(looks.get("taken")).hasSize(3);
        assertThat(looks.get("taken").get(0).get("decided").get(0).asText()).isEqualTo("clear");
        assertThat(StreamSupport.stream(looks.get("taken").spliterator(), false).mapToDouble(look -> look.get("level").asDouble()).sum())
                .isCloseTo(0.05, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test void aLaterReportComesToTheSameVerdicts() throws Exception {
        run(5, "");
        JsonNode before = report();
        Files.delete(folder.resolve("report/report.json"));
        Optional<LooksPlan> plan = LooksFile.plan(folder.resolve("report"), EXPERIMENT);
        assertThat(plan).contains(LooksPlan.of(EXPERIMENT, 5));
        Reporting.Options options = new Reporting.Options(folder.resolve("report"), EnumSet.of(Format.JSON), true, false, Footprint.UNSTATED);
        new Reporting(store(), options, new PrintWriter(out, true)).of(EXPERIMENT, plan);
        assertThat(report().get("claims")).isEqualTo(before.get("claims"));
        assertThat(report().get("looks")).isEqualTo(before.get("looks"));
    }

    @Test void aSecondCallTrainsNothing() {
        run(5, "");
        trained.clear();
        assertThat(run(5, "")).isZero();
        assertThat(trained).isEmpty();
    }

    @Test void aTrialThatFailsEndsTheLooksWithExitCode1() {
        assertThat(run(5, "plain-20 s8")).isEqualTo(ExitCode.FAILED);
        assertThat(trained).endsWith("plain-20 s8");
        assertThat(out.toString()).contains("SEEN AT THIS SCALE: Plain-56").contains("The claims were looked at 1 of at most 3 times");
    }
}
