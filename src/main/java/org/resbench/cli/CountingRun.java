package org.resbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.resbench.claims.Judge;
import org.resbench.report.Format;
import org.resbench.report.ReportWriter;
import org.resbench.report.model.Report;
import org.resbench.report.model.Table;
import org.resbench.report.tables.LayoutTable;
import org.resbench.runs.Json;
import org.resbench.spec.Complexity;
import org.resbench.spec.Experiment;

/** {@code resbench run} of an experiment that counts: no trials, no runs, only a report. */
record CountingRun(Experiment experiment, Complexity complexity, Path reportFolder, PrintWriter out) {

    /** What {@code resbench plan} says of it. */
    static String plan(Experiment experiment, Complexity complexity) {
        return experiment.name() + ": " + experiment.title() + "\n\nCounts " + complexity.networks().size() + " networks ("
                + String.join(", ", complexity.networks()) + ") and trains nothing; it takes seconds.\n";
    }

    int run(boolean json) {
        WritableFolder.require("--out", reportFolder);
        ReportWriter writer = new ReportWriter(experiment, List.of(), Judge.judge(experiment, List.of()));
        Report report = writer.report();
        List<Path> files = write(writer);
        if (json) {
            out.print(Json.pretty(RunFacts.of(experiment, List.of(), report, reportFolder, files)));
        } else {
            report.tables().stream().filter(table -> !table.id().equals(LayoutTable.ID))
                    .forEach(table -> out.print("\n" + table.title() + "\n" + text(table)));
            out.print(RunText.verdicts(report, files));
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static TextTable text(Table table) {
        List<Integer> shown = table.columnsFor(Table.Audience.DISPLAY);
        TextTable text = TextTable.of(shown.stream().map(table.columns()::get)
                .map(column -> (column.align() == Table.Align.RIGHT ? ">" : "") + column.heading().toLowerCase(Locale.ROOT))
                .toArray(String[]::new));
        table.rows().forEach(row -> text.row(shown.stream().map(column -> row.get(column).text()).toArray(String[]::new)));
        return text;
    }

    private List<Path> write(ReportWriter writer) {
        try {
            return writer.write(reportFolder, EnumSet.allOf(Format.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
