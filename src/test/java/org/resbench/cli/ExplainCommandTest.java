package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.runs.Manifest;
import org.resbench.runs.OpenRun;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.runs.RunStore;
import org.resbench.spec.ExperimentFile;
import org.resbench.spec.Scale;
import org.resbench.spec.Trial;

/** Runs of the paper's ResNet-20 with made-up results, trained otherwise than the paper. */
class ExplainCommandTest {
    @TempDir Path root;
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test void thePapersRecipeHasNoDifferences() {
        assertThat(explain(8.9)).isZero();
        assertThat(out.toString()).contains("resnet-20, test error 8.90 %; the paper has 8.75 %, so the gap is +0.15 points",
                "the best evaluation was 0.20 points lower", "The recipe is the paper's in every setting.");
    }

    /** Table 3 of the paper: 34 layers have 25.03 % with option A, 24.52 % with option B; DenseNet's table 2: 13.63 % and 6.41 %. */
    @Test void knownDifferencesComeInTheOrderInWhichTheyExplainAWorseError() {
        assertThat(explain(13, "network.shortcut=B", "data.augmentation={pad: 0, flip: false}", "recipe.momentum=0.8")).isZero();
        String text = out.toString();
        assertThat(text).containsSubsequence("May explain it", "data.augmentation.pad: none, the paper's is 13 % of the side; "
                + "data.augmentation.flip: false",
                "+7.22 points", "DenseNet", "Unknown", "recipe.momentum: 0.8, the paper's is 0.9");
        assertThat(text).contains("network.shortcut: B, the paper's is A",
                "-0.51 points (no interval), n = 1: He et al. 2015, arXiv 1512.03385, table 3", "scale reduced");
    }

    /** The ablation has an interval below zero for a training 1.22 times as long. */
    @Test void whatLowersErrorsExplainsABetterErrorAndSpeaksAgainstAWorseOne() {
        String[] longer = {"recipe.iterations=78200", "recipe.drops=[{iteration: 39100, factor: 0.1}, {iteration: 58650, factor: 0.1}]"};
        assertThat(explain(8.2, longer)).isZero();
        assertThat(out.toString()).contains("Explains the gap").doesNotContain("Speaks against");
        assertThat(explain(9.5, longer)).isZero();
        assertThat(out.toString()).contains("Speaks against it");
    }

    @Test void writingASettingOtherwiseIsNoDifference() {
        assertThat(explain(8.9, "recipe.evaluate_every=17", "recipe.checkpoint_every=3", "data.training_images=50000",
                "recipe.batch_norm.averaged_batches=7")).isZero();
        assertThat(out.toString()).contains("The recipe is the paper's in every setting.");
    }

    @Test void factsAreJson() {
        assertThat(explain(8.9, "--json", "recipe.iterations=32000",
                "recipe.drops=[{iteration: 16000, factor: 0.1}, {iteration: 24000, factor: 0.1}]")).isZero();
        assertThat(out.toString()).contains("\"published_percent\": 8.75", "\"inflation_points\"", "\"setting\": \"recipe.iterations\"")
                .doesNotContain("recipe.drops");
    }

    @Test void anUnknownPaperIsNamedWithThoseThatAreKnown() {
        assertThat(explain(8.9, "--against", "he2016")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).contains("no recipe of 'he2016' is known; known: he2015");
    }

    private int explain(double error, String... arguments) {
        List<String> overrides = new ArrayList<>();
        List<String> options = new ArrayList<>(List.of("explain", "resnet-20", "--runs", ""));
        for (String argument : arguments) {
            (argument.matches("(network|data|recipe)\\..*|data\\.augmentation=.*") ? overrides : options).add(argument);
        }
        Trial trial = ExperimentFile.load(Path.of("experiments/cifar/ablation.yaml"), Scale.PAPER, withoutMatrix(overrides),
                Optional.of(List.of(1L))).trials().get(0);
        folder = root.resolve("error-" + error);
        store(trial, error);
        options.set(3, folder.resolve("runs").toString());
        return Main.run(options, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    /** One cell: the first case of the ablation sets nothing. */
    private static List<String> withoutMatrix(List<String> overrides) {
        List<String> all = new ArrayList<>(overrides);
        all.add("matrix.cases=[{}]");
        return all;
    }

    private void store(Trial trial, double error) {
        Manifest.Provenance provenance = new Manifest.Provenance("0", "", false, "", "", "", 1, "", "", List.of(), Map.of());
        try (OpenRun open = new RunStore(folder.resolve("runs"))
                .open(new Manifest(Manifest.SCHEMA, RunStore.fingerprint(trial), "x", Scale.PAPER, trial, Instant.EPOCH, provenance))) {
            open.complete(new RunResult(RunResult.SCHEMA, RunStatus.COMPLETED, 64_000, new RunResult.Final(error, 1, 0.5, 0.1, 890),
                    new RunResult.Best(error - 0.2, 60_000), new RunResult.Protocol("test", 1, "final iteration", "moving", 64),
                    new RunResult.DataUsed("cifar10", "sha256:00", 50_000, 10_000, 32, 10), 1, 1, "00",
                    new RunResult.Speed(1, 1, 1, 1, "cpu", 1), new RunResult.Energy("unavailable", Optional.empty(), "none"), Map.of()));
        }
    }
}
