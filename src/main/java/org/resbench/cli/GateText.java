package org.resbench.cli;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.resbench.gate.Amounts;
import org.resbench.gate.Baseline;
import org.resbench.gate.Check;
import org.resbench.gate.GateMetric;
import org.resbench.gate.Outcome;
import org.resbench.gate.Outlook;
import org.resbench.gate.Row;

/** Baselines and checks for terminals. */
final class GateText {
    private GateText() {}

    static String baseline(Baseline baseline, Outlook outlook, Path file, boolean quiet) {
        if (quiet) {
            return file + "\n";
        }
        TextTable table = TextTable.of("network", "metric", ">seeds", ">mean", ">sd", ">tolerated", ">ruled out from", ">could see",
                ">unchanged passes", "unit");
        for (Outlook.Row row : outlook.rows()) {
            table.row(row.cell(), row.metric().key(), Integer.toString(row.seeds()), Amounts.value(row.mean()),
                    Amounts.value(row.standardDeviation()),
                    Amounts.limit(row.limits().tolerated()), Amounts.limit(row.limits().ruledOut()), Amounts.number(row.smallestLossSeen(),
                            row.metric()),
                    percent(row.passIfUnchanged()), row.metric().unit());
        }
        String advice = outlook.passIfUnchanged() >= Outlook.ENOUGH ? "" : String.format(Locale.ROOT,
                "That is little. More seeds, or a larger margin for %s, would raise it: resbench run FILE --seeds ..., --margin "
                        + "METRIC=LOSS.%n", weakest(outlook));
        return file + ": baseline of " + baseline.experiment() + " at scale " + ExperimentOptions.name(baseline.scale()) + ", "
                + baseline.code().words() + "\n"
                + (baseline.code().gitDirty() ? "The code had uncommitted changes: nobody can get it back.\n" : "") + "\n" + table
                + String.format(Locale.ROOT, "%nWith as many seeds a check of unchanged code passes in %s of cases at least, and is "
                + "called a regression in at most %s, "
                + "if its spread over seeds is what it was.%n'Could see' is the loss that is called a regression in 80 %% of cases.%n",
                        percent(outlook.passIfUnchanged()),
                Amounts.limit(100 * baseline.policy().level()) + " %") + advice;
    }

    static String check(Check check, Path baseline, boolean quiet) {
        StringBuilder text = new StringBuilder(check.name() + " against " + baseline + ": " + check.verdict().word() + "\n");
        if (quiet) {
            return text.toString();
        }
        TextTable table = TextTable.of("network", "metric", ">baseline", ">runs", ">worse by", level(check) + " % interval",
                ">ruled out from", ">could see",
                ">p by Holm", "result");
        for (Row row : check.rows()) {
            GateMetric metric = row.metric();
            Optional<Row.Tested> tested = row.tested();
            table.row(row.cell(), metric.key(), mean(metric, row.baseline()), mean(metric, row.runs()),
                    tested.map(t -> Amounts.loss(t.loss(), metric)).orElse("-"),
                    tested.filter(t -> t.lower().isPresent()).map(t -> Amounts.number(t.lower().orElseThrow(), metric) + " to "
                            + Amounts.number(t.upper().orElseThrow(), metric)).orElse("-"), Amounts.limit(row.limits().ruledOut(), metric),
                    tested.flatMap(Row.Tested::smallestLossSeen).map(loss -> Amounts.loss(loss, metric)).orElse("-"),
                    tested.map(t -> Amounts.p("", t.adjustedPWorse()).replaceFirst("^ (= )?", "")).orElse("-"), row.outcome().word());
        }
        text.append('\n').append(table).append('\n');
        check.rows().stream().filter(row -> row.outcome() != Outcome.PASS || row.equalWeights())
                .forEach(row -> text.append(row.cell()).append(", ").append(row.metric().key()).append(": ").append(row.why())
                .append('\n'));
        list(text, "changed since the baseline:", check.changes());
        list(text, "notes:", check.notes());
        return text.append(lastLine(check)).toString();
    }

    /** The gate's own limits, in every check. */
    private static String lastLine(Check check) {
        List<Row> seen = check.rows().stream().filter(row -> row.tested().flatMap(Row.Tested::smallestLossSeen).isPresent()).toList();
        if (seen.isEmpty()) {
            return "Nothing was tested, so no loss could have been seen.\n";
        }
        StringBuilder text = new StringBuilder("Smallest loss that could have been seen in every network (80 % chance, "
                + check.comparisons() + (check.comparisons() == 1 ? " comparison at " : " comparisons at ")
                + Amounts.limit(100 * check.level()) + " % together): ");
        List<String> parts = seen.stream().map(Row::metric).distinct().sorted().map(metric -> seen.stream()
                .filter(row -> row.metric() == metric)
                .map(row -> row.tested().flatMap(Row.Tested::smallestLossSeen).orElseThrow()).max(Comparator.naturalOrder())
                .map(loss -> metric.key() + " " + Amounts.loss(loss, metric)).orElseThrow()).toList();
        return text.append(String.join(", ", parts)).append(".\n").append(String.format(Locale.ROOT,
                "The %s %% hold for code that changed neither mean nor "
                + "spread over seeds; docs/gate.md has the alarms if the spread grew.%n", Amounts.limit(100 * check.level()))).toString();
    }

    private static void list(StringBuilder text, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append(heading).append('\n');
            lines.forEach(line -> text.append("  ").append(line).append('\n'));
        }
    }

    private static String weakest(Outlook outlook) {
        return outlook.rows().stream().min(Comparator.comparingDouble(Outlook.Row::passIfUnchanged))
                .map(row -> row.metric().key() + " of " + row.cell()).orElse("a metric");
    }

    private static String mean(GateMetric metric, List<Double> values) {
        return values.isEmpty() ? "none" : Amounts.value(metric.mean(values.stream().mapToDouble(Double::doubleValue).toArray())) + " ("
                + values.size() + ")";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static long level(Check check) {
        return Math.round(100 * (1 - 2 * check.level()));
    }
}
