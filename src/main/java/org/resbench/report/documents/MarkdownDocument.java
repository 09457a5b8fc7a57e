package org.resbench.report.documents;

import java.util.List;
import java.util.stream.Collectors;
import org.resbench.report.model.ClaimResult;
import org.resbench.report.model.Numbers;
import org.resbench.report.model.Report;
import org.resbench.report.model.Table.Align;
import org.resbench.report.model.Table.Audience;
import org.resbench.report.model.Table;

/** The report's summary, claims and tables as one Markdown file (GitHub's tables). */
public final class MarkdownDocument {
    private MarkdownDocument() {}

    public static String of(Pages pages) {
        Report report = pages.report();
        StringBuilder md = new StringBuilder("# " + escaped(report.heading().title()) + "\n\n");
        report.heading().banner().ifPresent(b -> md.append("> **").append(escaped(b)).append("**\n\n"));
        md.append(escaped(report.heading().headline())).append("\n\n").append(pages.trials()).append(". ").append(pages.date())
                .append(".\n");
        report.notes().forEach(note -> md.append("\nNote: ").append(escaped(note)).append("\n"));
        if (!report.claims().isEmpty()) {
            md.append("\n## Claims\n");
            report.claims().forEach(c -> claim(md, c));
        }
        md.append("\n## Tables\n");
        for (int i = 0; i < report.tables().size(); i++) {
            md.append("\n").append(of(report.tables().get(i), i + 1));
        }
        return md.toString();
    }

    private static void claim(StringBuilder md, ClaimResult claim) {
        md.append("\n### ").append(escaped(claim.id())).append(": ").append(claim.word()).append("\n\n> ").append(escaped(claim.text()))
                .append(" (")
                .append(escaped(claim.place())).append(")\n\n");
        md.append(escaped(claim.why())).append("\n");
        if (claim.test().isEmpty() && !claim.effect().isEmpty()) {
            md.append("\nEffect so far, untested: ").append(escaped(claim.effectName())).append(" = ").append(escaped(claim.effect()))
                    .append(".\n");
        }
        if (!claim.evidence().isEmpty()) {
            md.append("\n| Network | Seed | Value | Run folder |\n|---|--:|--:|---|\n");
            claim.evidence().forEach(e -> md.append("| ").append(escaped(e.cell())).append(" | ").append(e.seed()).append(" | ")
                    .append(Numbers.measured(e.value())).append(e.diverged() ? " (diverged)" : "").append(" | ")
                    .append(escaped(e.runFolder())).append(" |\n"));
        }
        claim.missing().forEach(m -> md.append("\nMissing: ").append(escaped(m.cell() + ", seed " + m.seed() + ": " + m.why()))
                .append("\n"));
        claim.notes().forEach(n -> md.append("\nNote: ").append(escaped(n)).append("\n"));
    }

    /** One table under its caption. */
    public static String of(Table table, int number) {
        List<Integer> shown = table.columnsFor(Audience.DISPLAY);
        StringBuilder md = new StringBuilder("**Table " + number + ". " + escaped(table.title()) + ".** " + escaped(table.caption())
                + "\n\n");
        md.append(row(shown.stream().map(c -> escaped(table.columns().get(c).heading())).toList()));
        md.append("|").append(shown.stream().map(c -> table.columns().get(c).align() == Align.RIGHT ? "--:" : "---")
                .collect(Collectors.joining("|")))
                .append("|\n");
        table.rows().forEach(r -> md.append(row(shown.stream().map(c -> escaped(r.get(c).text())).toList())));
        table.notes().forEach(n -> md.append("\n").append(escaped(n)).append("\n"));
        return md.toString();
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1").replace("\n", " ");
    }
}
