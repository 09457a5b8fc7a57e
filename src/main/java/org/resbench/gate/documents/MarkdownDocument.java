package org.resbench.gate.documents;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.resbench.gate.Amounts;
import org.resbench.gate.Check;
import org.resbench.gate.GateMetric;
import org.resbench.gate.Outcome;
import org.resbench.gate.Row;

/** A check as Markdown (GitHub's tables) for the comment on a pull request: the verdict first, details folded away. */
public final class MarkdownDocument {
    private MarkdownDocument() {}

    public static String of(Check check) {
        StringBuilder md = new StringBuilder("## Resbench: " + headline(check) + "\n\n");
        md.append("| Network | Metric | Baseline | Runs | Worse by | ").append(level(check))
                .append(" % interval | Ruled out from | Could see | Result |\n")
                .append("|---|---|--:|--:|--:|--:|--:|--:|---|\n");
        check.rows().forEach(row -> md.append(row(row)));
        List<Row> telling = check.rows().stream().filter(row -> row.outcome() != Outcome.PASS && row.outcome() != Outcome.NOT_COMPARABLE)
                .toList();
        if (!telling.isEmpty()) {
            md.append('\n');
            telling.forEach(row -> md.append("- **").append(escaped(row.cell())).append(", ").append(escaped(row.metric().key()))
                    .append(":** ")
                    .append(escaped(row.why())).append('\n'));
        }
        list(md, "Changed since the baseline", check.changes());
        list(md, "Notes", check.notes());
        return md.append(String.format(Locale.ROOT, "%n<details><summary>How to read this</summary>%n%n"
                + "*Regression*: worse beyond chance; over all comparisons together, code that changed neither mean nor spread over "
                + "seeds is called one in at most %s %% of checks (docs/gate.md says how many if the spread grew). "
                + "*Pass*: a loss as large as in *ruled out from* is shown absent. *Inconclusive*: neither. *Could see*: the smallest "
                + "loss that would "
                + "have been found with 80 %% chance.%n%n</details>%n", Amounts.limit(100 * check.level())).replace("\r\n", "\n"))
                .toString();
    }

    private static String headline(Check check) {
        return switch (check.verdict()) {
            case PASS -> "pass, " + escaped(check.name()) + " is no worse than its baseline";
            case REGRESSION -> "regression in " + check.count(Outcome.REGRESSION) + " of " + check.rows().size() + " comparisons of "
                    + escaped(check.name());
            case INCONCLUSIVE -> "inconclusive, " + escaped(check.name()) + " is not shown to be as good as its baseline";
            case NOTHING_MEASURED -> "nothing measured of " + escaped(check.name());
        };
    }

    private static String row(Row row) {
        GateMetric metric = row.metric();
        Optional<Row.Tested> tested = row.tested();
        String interval = tested.filter(t -> t.lower().isPresent())
                .map(t -> Amounts.number(t.lower().orElseThrow(), metric) + " to " + Amounts.number(t.upper().orElseThrow(), metric))
                .orElse("");
        List<String> cells = List.of(escaped(row.cell()), escaped(metric.key()), mean(metric, row.baseline()), mean(metric, row.runs()),
                tested.map(t -> Amounts.loss(t.loss(), metric)).orElse(""), interval, Amounts.limit(row.limits().ruledOut(), metric),
                tested.flatMap(Row.Tested::smallestLossSeen).map(loss -> Amounts.loss(loss, metric)).orElse(""),
                row.outcome() == Outcome.REGRESSION ? "**regression**" : row.outcome().word());
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String mean(GateMetric metric, List<Double> values) {
        return values.isEmpty() ? "none" : Amounts.value(metric.mean(values.stream().mapToDouble(Double::doubleValue).toArray())) + " (n = "
                + values.size() + ")";
    }

    private static long level(Check check) {
        return Math.round(100 * (1 - 2 * check.level()));
    }

    private static void list(StringBuilder md, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            md.append("\n**").append(heading).append(":**\n\n");
            lines.forEach(line -> md.append("- ").append(escaped(line)).append('\n'));
        }
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1").replace("\n", " ");
    }
}
