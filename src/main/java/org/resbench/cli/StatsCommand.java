package org.resbench.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.resbench.runs.Json;
import org.resbench.stats.Interval;
import org.resbench.stats.Summary;
import org.resbench.stats.comparisons.Comparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resbench stats}. */
@Command(name = "stats", mixinStandardHelpOptions = true,
        header = "Summaries and comparisons of numbers in a CSV file.",
        description = "Summaries and pairwise comparisons of numbers in a CSV file: each column is a group, or --group and --value name the columns. "
                + "95 %% intervals; Welch's t test, or the paired one; p values also corrected by Holm over all pairs.",
        footer = {"", "Example: resbench stats errors.csv --group network --value test_error_percent"})
final class StatsCommand implements Callable<Integer> {
    @Mixin private CommonOptions common;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE.csv", description = "Comma-separated, UTF-8, the first line names the columns.")
    private Path file;

    @Option(names = "--group", paramLabel = "COLUMN", description = "The column that says which group a line belongs to; goes with --value.")
    private String group;

    @Option(names = "--value", paramLabel = "COLUMN", description = "The column that holds the numbers; goes with --group.")
    private String value;

    @Option(names = "--paired", description = "The values of two groups belong together, line by line.")
    private boolean paired;

    @Override public Integer call() {
        if ((group == null) != (value == null)) {
            throw new UserError((group == null ? "--value needs --group" : "--group needs --value") + "; give both, or neither to take each column as a group");
        }
        CsvFile csv = CsvFile.read(file);
        Map<String, double[]> groups = group == null ? CsvGroups.columns(csv, paired) : CsvGroups.grouped(csv, group, value, paired);
        List<Comparison> comparisons = Comparison.pairwise(groups, paired);
        spec.commandLine().getOut().print(common.json() ? Json.pretty(facts(groups, comparisons)) : StatsText.of(groups, comparisons));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private static ObjectNode facts(Map<String, double[]> groups, List<Comparison> comparisons) {
        ObjectNode facts = Json.object();
        ArrayNode summaries = facts.putArray("groups");
        groups.forEach((name, values) -> {
            Summary summary = Summary.of(values);
            summaries.add(Json.object().put("group", name).put("n", summary.n()).setAll((ObjectNode) Json.tree(summary)));
        });
        ArrayNode pairs = facts.putArray("comparisons");
        for (Comparison comparison : comparisons) {
            ObjectNode pair = (ObjectNode) Json.tree(comparison);
            pair.set("interval", Json.tree(comparison.difference().map(difference -> difference.interval(Interval.LEVEL))));
            pairs.add(pair);
        }
        return facts;
    }
}
