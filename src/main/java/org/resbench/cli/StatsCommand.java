package org.resbench.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.resbench.runs.Json;
import org.resbench.stats.comparisons.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resbench stats}. */
@Command(name = "stats", mixinStandardHelpOptions = true,
        header = "Summaries and comparisons of numbers in a CSV file.",
        description = "Summaries and pairwise comparisons of numbers in a CSV file: each column is a group, or --group and "
                + "--value name the columns. 95 %% intervals; t, rank and permutation tests, corrected over all pairs; effect sizes; the "
                + "smallest difference that could have been seen. Columns of 0 and 1 only, such as wrong or not for each image, "
                + "also get Wilson intervals and, with --paired, McNemar's test.",
        footer = {"", "Examples:", "  resbench stats runs.csv --group cell --value test_error_percent",
            "  resbench stats errors.csv --margin 0.2", "  resbench stats wrong-by-image.csv --paired"})
final class StatsCommand implements Callable<Integer> {
    @Mixin private CommonOptions common;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE.csv", description = "Comma-separated, UTF-8, the first line names the columns.")
    private Path file;

    @Option(names = "--group", paramLabel = "COLUMN",
            description = "The column that says which group a line belongs to; goes with --value.")
    private String group;

    @Option(names = "--value", paramLabel = "COLUMN", description = "The column that holds the numbers; goes with --group.")
    private String value;

    @Option(names = "--paired", description = "The values of two groups belong together, line by line.")
    private boolean paired;

    @Option(names = "--margin", paramLabel = "M",
            description = "The largest difference that does not matter: are the means equivalent, "
                    + "or one not above or below the other, within it?")
    private Double margin;

    @Option(names = "--trend", description = "Also test whether values rise or fall over the groups in the order of the file.")
    private boolean trend;

    @Option(names = "--images", paramLabel = "N",
            description = "The values are error rates in percent on one test set of N images: tell the seeds' spread from the test set's.")
    private Long images;

    @Override public Integer call() {
        if ((group == null) != (value == null)) {
            throw new UserError((group == null ? "--value needs --group" : "--group needs --value")
                    + "; give both, or neither to take each column as a group");
        }
        CsvFile csv = CsvFile.read(file);
        Map<String, double[]> groups = group == null ? CsvGroups.columns(csv, paired) : CsvGroups.grouped(csv, group, value, paired);
        StatsFacts facts = StatsFacts.of(groups, settings(), trend, images);
        spec.commandLine().getOut().print(common.json() ? Json.pretty(StatsJson.of(facts)) : StatsText.of(facts));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private Settings settings() {
        Settings settings = Settings.DEFAULT.withPaired(paired);
        if (margin == null) {
            return settings;
        }
        if (!(margin > 0) || margin.isInfinite()) {
            throw new UserError("--margin: " + margin + " is not above zero; it is the largest difference that does not matter");
        }
        return settings.withMargin(margin);
    }
}
