package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
    private static final Experiment EXPERIMENT = new Experiment("quickstart", "Degradation",
            new PaperReference("he2015", "figure 1"), Scale.REDUCED,
            Stream.of(56, 20, 32).flatMap(depth -> Stream.of(3L, 7L, 5L).map(seed -> Samples.trial(depth, seed))).toList(),
            List.of(worse("clear", 56), worse("open", 32)), new ReportPlan(List.of(), List.of()), Path.of("quickstart.yaml"));

    @TempDir Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> trained = new ArrayList<>();

    private static Claim worse(String id, int depth) {
        return new Claim(id, "Plain-" + depth + " is worse", "section 4.2",
                new Claim.Statement.Difference("test_error_percent", depth(depth), depth(20), Side.ABOVE, 0));
    }

    private static Selector depth(int depth) {
        return new Selector(Map.of("network.depth", String.valueOf(depth)));
    }

    private int run(int maxSeeds, String failing) {
        return run(Optional.of(LooksPlan.of(EXPERIMENT, maxSeeds)), true, false, failing);
    }

    private int run(Optional<LooksPlan> plan, boolean untilDecided, boolean json, String failing) {
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
        ExperimentRun.Options options = new ExperimentRun.Options(1, true, false, json, false, folder.resolve("report"),
                "resbench run quickstart.yaml",
                Footprint.UNSTATED, plan, untilDecided);
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
        assertThat(trained)
                .containsExactly("plain-20 s3", "plain-20 s7", "plain-20 s5", "plain-32 s3", "plain-32 s7", "plain-32 s5", "plain-56 s3",
                        "plain-56 s7", "plain-56 s5", "plain-20 s8", "plain-32 s8", "plain-20 s9", "plain-32 s9");
        assertThat(err.toString()).contains("look 1 of at most 3 (3 seeds a cell): 9 trials to train, cheapest first\n",
                "look 3 of at most 3 (5 seeds a cell): 2 trials to train, cheapest first; still open: open\n");
        assertThat(out.toString()).contains("SEEN AT THIS SCALE: Plain-56", "INCONCLUSIVE: Plain-32",
                "The claims were looked at 3 of at most 3 times, with 3, 4, 5 seeds a cell; 0.0500 of the error rate of 0.05 is spent.");
        JsonNode looks = report().get("looks");
        assertThat(looks.get("taken")).hasSize(3);
        assertThat(looks.get("taken").get(0).get("decided").get(0).asText()).isEqualTo("clear");
        assertThat(StreamSupport.stream(looks.get("taken").spliterator(), false).mapToDouble(look -> look.get("level").asDouble()).sum())
                .isCloseTo(0.05, within(1e-12));
    }

    @Test void aLaterReportComesToTheSameVerdicts() throws Exception {
        run(5, "");
        JsonNode before = report();
        Files.delete(folder.resolve("report/report.json"));
        Optional<LooksPlan> plan = LooksFile.plan(folder.resolve("report"), EXPERIMENT);
        assertThat(plan).contains(LooksPlan.of(EXPERIMENT, 5));
        Reporting.Options options = new Reporting.Options(folder.resolve("report"), EnumSet.of(Format.JSON),
                true, false, Footprint.UNSTATED);
        new Reporting(store(), options, new PrintWriter(out, true)).of(EXPERIMENT, plan);
        assertThat(report().get("claims")).isEqualTo(before.get("claims"));
        assertThat(report().get("looks")).isEqualTo(before.get("looks"));
    }

    /** The look that judged a claim spent its level: 0.05 ln(1 + (e - 1) 3/5) at the first of 3, 4 and 5 seeds. */
    @Test void aClaimsIntervalIsAtOneLessTheLevelOfTheLookThatJudgedIt() throws Exception {
        run(5, "");
        JsonNode clear = report().get("claims").get(0);
        assertThat(clear.get("id").asText()).isEqualTo("clear");
        double spent = 0.05 * Math.log(1 + (Math.E - 1) * 3 / 5.0);
        assertThat(clear.get("effect").get("level").asDouble()).isCloseTo(1 - spent, within(1e-12));
        // R: x <- 60 + c(0, .1, .2); y <- x - 20; t.test(x, y, conf.level = 1 - 0.05 * log(1 + (exp(1) - 1) * 3 / 5))$conf.int
        assertThat(clear.get("effect").get("lower").asDouble()).isCloseTo(19.7450125239, within(1e-6));
        assertThat(clear.get("why").asText()).contains("96.46 % interval");
        double last = 0.05 - 0.05 * Math.log(1 + (Math.E - 1) * 4 / 5.0);
        assertThat(report().get("claims").get(1).get("effect").get("level").asDouble()).isCloseTo(1 - last, within(1e-12));
        assertThat(out.toString()).contains("hold together in 95 % of experiments");
    }

    @Test void jsonOfTheRunHasTheLooksOfTheReport() throws Exception {
        run(Optional.of(LooksPlan.of(EXPERIMENT, 5)), true, true, "");
        JsonNode facts = Json.readTree(out.toString());
        assertThat(facts.get("looks")).isEqualTo(report().get("looks"));
        assertThat(facts.get("looks").get("taken").get(2).get("open").get(0).asText()).isEqualTo("open");
    }

    /** A plain run into the folder keeps to the plan that lies there: it adds no seeds and comes to the same verdicts. */
    @Test void aPlainRunKeepsToThePlan() throws Exception {
        run(5, "");
        JsonNode before = report();
        trained.clear();
        Optional<LooksPlan> kept = LooksFile.plan(folder.resolve("report"), EXPERIMENT);
        assertThat(run(kept, false, true, "")).isZero();
        assertThat(trained).isEmpty();
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
