package org.resbench.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.resbench.gate.Baseline;
import org.resbench.gate.BaselineFile;
import org.resbench.gate.BaselineMaker;
import org.resbench.gate.GateMetric;
import org.resbench.gate.Limits;
import org.resbench.gate.Outlook;
import org.resbench.gate.Policy;
import org.resbench.runs.Json;
import org.resbench.spec.Scale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resbench baseline}. */
@Command(name = "baseline", mixinStandardHelpOptions = true, header = "Keeps runs to hold later ones against.",
        description = "Writes the samples, recipe, platform and versions of an experiment's runs to a file that 'resbench check' holds "
                + "later runs "
                + "against, with the limits of the check, and says what such checks will be able to see. Unfinished or mixed runs are "
                + "refused.",
        footer = {"", "Example: resbench baseline runs --out mine.json --metrics test_error_percent"})
final class BaselineCommand implements Callable<Integer> {
    private static final String METRICS = "test_error_percent,test_loss,training_loss,images_per_second,energy_joules";

    @Spec private CommandSpec spec;
    @Mixin private CommonOptions common;

    @Parameters(arity = "0..1", paramLabel = "RUNS", description = "Folder of runs (default: that of --runs).")
    private Path folder;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path out;

    @Option(names = "--experiment", paramLabel = "NAME", description = "Whose runs, if there are several experiments in the folder.")
    private String experiment;

    @Option(names = "--scale", paramLabel = "SCALE", description = "paper, reduced or smoke, if there are several.")
    private String scale;

    @Option(names = "--metrics", paramLabel = "LIST", defaultValue = METRICS,
            description = "What checks compare (default: ${DEFAULT-VALUE}); training_error_percent can be added.")
    private String metrics;

    @Option(names = "--margin", paramLabel = "METRIC=LOSS", description = "A pass must rule out a loss of this size "
            + "(default: 0.5 points, 0.05 nats, 25 %% more time or energy).")
    private Map<String, Double> margins = Map.of();

    @Option(names = "--tolerate", paramLabel = "METRIC=LOSS", description = "A loss up to this size is no regression "
            + "(default: 0, but 10 %% more time or energy).")
    private Map<String, Double> tolerated = Map.of();

    @Option(names = "--level", paramLabel = "P", description = "Share of checks of unchanged code that may be called a regression "
            + "(default: " + Policy.LEVEL + ").")
    private double level = Policy.LEVEL;

    @Override public Integer call() {
        Policy policy = policy();
        Baseline baseline = BaselineMaker.of(GateRuns.read(folder, common), Optional.ofNullable(experiment), scale(), policy);
        Outlook outlook = Outlook.of(baseline);
        try {
            BaselineFile.write(baseline, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (common.json()) {
            ObjectNode facts = Json.object().put("file", out.toString()).put("content_sha256", baseline.contentSha256());
            facts.set("outlook", Json.tree(outlook));
            spec.commandLine().getOut().print(Json.pretty(facts));
        } else {
            spec.commandLine().getOut().print(GateText.baseline(baseline, outlook, out, common.quiet()));
        }
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private Policy policy() {
        Map<String, Limits> limits = new TreeMap<>();
        List<String> asked = List.of(metrics.split(",", -1)).stream().map(String::strip).toList();
        for (String key : asked) {
            Limits usual = metric("--metrics", key).defaultLimits();
            limits.put(key, limits("--margin", key, tolerated.getOrDefault(key, usual.tolerated()), margins.getOrDefault(key,
                    usual.ruledOut())));
        }
        List<String> given = new ArrayList<>(margins.keySet());
        given.addAll(tolerated.keySet());
        given.stream().filter(key -> !asked.contains(key)).findFirst().ifPresent(key -> {
            metric("--margin, --tolerate", key);
            throw new UserError(key + " has a limit but is not compared; add it to --metrics");
        });
        try {
            return new Policy(level, limits);
        } catch (IllegalArgumentException e) {
            throw new UserError("--level: " + e.getMessage());
        }
    }

    private static Limits limits(String option, String key, double tolerate, double margin) {
        try {
            return new Limits(tolerate, margin);
        } catch (IllegalArgumentException e) {
            throw new UserError(option + " " + key + ": " + e.getMessage());
        }
    }

    private static GateMetric metric(String option, String key) {
        return GateMetric.of(key).orElseThrow(() -> new UserError(option + ": '" + key + "' is not one of "
                + String.join(", ", List.of(GateMetric.values()).stream().map(GateMetric::key).toList())));
    }

    private Optional<Scale> scale() {
        try {
            return scale == null ? Optional.empty() : Optional.of(Scale.valueOf(scale.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new UserError("--scale: '" + scale + "' must be paper, reduced or smoke");
        }
    }
}
