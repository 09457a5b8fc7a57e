package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.arch.CifarNetwork;
import org.resbench.arch.Family;
import org.resbench.arch.PixelGrid;
import org.resbench.arch.ShortcutOption;
import org.resbench.arch.ZeroChannels;
import org.resbench.runs.Json;
import org.resbench.runs.Manifest;
import org.resbench.runs.OpenRun;
import org.resbench.runs.RunStore;
import org.resbench.spec.DataSpec;
import org.resbench.spec.Recipe;
import org.resbench.spec.Scale;
import org.resbench.spec.Trial;

class RunsCommandTest {
    @TempDir Path folder;
    private Path runs;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach void twoRuns() {
        runs = folder.resolve("my runs");
        for (long seed = 1; seed <= 2; seed++) {
            try (OpenRun run = new RunStore(runs).open(manifest(seed))) {
                run.append("step", 5, Map.of("loss", 2.5, "images_per_second", 100));
                run.append("failed", 5, Map.of("why", "test"));
            }
        }
    }

    private static Manifest manifest(long seed) {
        Recipe recipe = new Recipe(128, 128, 100, 0.1, List.of(), Optional.empty(), 0.9, 1e-4, Recipe.DecayedVariables.ALL,
                Recipe.Initialisation.HE_NORMAL,
                new Recipe.BatchNormSpec(1e-5, Recipe.BatchNormSpec.Statistics.MOVING, 0.9, 0), 50, 50, 0, false);
        Trial trial = new Trial("plain-20", Map.of(), new CifarNetwork(Family.PLAIN, 20, ShortcutOption.A, 16, PixelGrid.CENTRED,
                ZeroChannels.AFTER), new DataSpec("synthetic", DataSpec.Split.TRAIN_TEST, 0, 0, 0, 0, DataSpec.Normalisation.SCALE,
                new DataSpec.AugmentationSpec(4, true)), recipe, seed);
        return new Manifest(Manifest.SCHEMA, RunStore.fingerprint(trial), "quickstart", Scale.SMOKE, trial,
                Instant.parse("2026-01-31T12:00:00Z"),
                new Manifest.Provenance("0.1.0", "", false, "", "", "", 2, "", "", List.of(), Map.of()));
    }

    private int resbench(String... arguments) {
        List<String> all = new ArrayList<>(List.of("runs"));
        all.addAll(List.of(arguments));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(all, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test void optionsCountOnEitherSideOfTheCommandAndListIsTheDefault() throws IOException {
        for (String[] arguments : new String[][] {{"--runs", runs.toString(), "--json"}, {"--runs", runs.toString(), "--json", "list"},
            {"list", "--json", "--runs", runs.toString()}}) {
            assertThat(resbench(arguments)).isEqualTo(ExitCode.DONE);
            JsonNode listed = Json.readTree(out.toString()).get("runs");
            assertThat(listed).hasSize(2);
            assertThat(listed.get(0).get("status").asText()).isEqualTo("failed");
            assertThat(listed.get(0).get("iterations").asInt()).isEqualTo(5);
            assertThat(listed.get(0).get("planned_iterations").asInt()).isEqualTo(100);
            assertThat(listed.get(1).get("seed").asInt()).isEqualTo(2);
            assertThat(listed.get(1).get("test_error_percent").isNull()).isTrue();
        }
    }

    @Test void aDamagedRunIsListedAsSuchAndFoundByVerify() throws IOException {
        assertThat(resbench("verify", "--runs", runs.toString())).isEqualTo(ExitCode.DONE);
        Path manifest = runs.resolve(new RunStore(runs).folders().get(0).getFileName()).resolve("manifest.json");
        Files.writeString(manifest, "{");
        assertThat(resbench("list", "--runs", runs.toString())).isEqualTo(ExitCode.DONE);
        assertThat(err.toString()).startsWith("damaged: ").contains("manifest.json:1:");
        assertThat(resbench("verify", "--runs", runs.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("2 runs, 1 damaged");
    }

    @Test void aRunIsNamedByAnyPartThatIsItsAlone() {
        assertThat(resbench("diff", "--runs", runs.toString(), "synthetic-s1", "synthetic-s2")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("trial.seed").contains("fingerprint").doesNotContain("momentum");
        assertThat(resbench("diff", "--runs", runs.toString(), "plain", "synthetic-s2")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("plain: more than one run is named so: ");
        assertThat(resbench("verify", "--runs", runs.toString(), "vgg")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("vgg: no such run in ");
    }

    @Test void nothingIsRemovedWithoutYes() {
        assertThat(resbench("gc", "--runs", runs.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("nothing was removed, --yes removes it");
        assertThat(new RunStore(runs).folders()).hasSize(2);
        assertThat(resbench("gc", "--runs", runs.toString(), "--yes")).isEqualTo(ExitCode.DONE);
        assertThat(new RunStore(runs).folders()).isEmpty();
        assertThat(resbench("--runs", runs.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo("no runs\n");
    }

    @Test void repeatsNeedTwoRunsOfATrial() {
        assertThat(resbench("repeats", "--runs", runs.toString())).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("no trial has two runs with a result here; run the experiment again with another --runs DIR");
        assertThat(resbench("repeats", "--runs", runs.toString(), folder.resolve("nowhere").toString())).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("nowhere: is no folder of runs");
    }
}
