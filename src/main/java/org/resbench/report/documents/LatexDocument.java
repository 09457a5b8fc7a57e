package org.resbench.report.documents;

import java.util.List;
import java.util.stream.Collectors;
import org.resbench.report.model.Report;
import org.resbench.report.model.Table.Align;
import org.resbench.report.model.Table.Audience;
import org.resbench.report.model.Table;

/** One table as LaTeX for {@code \input}: a float with booktabs rules; the document needs {@code \\usepackage{booktabs}}. ASCII only. */
public final class LatexDocument {
    private LatexDocument() {}

    public static String of(Table table, Report report) {
        List<Integer> shown = table.columnsFor(Audience.DISPLAY);
        StringBuilder tex = new StringBuilder("% " + ascii(report.heading().headline()) + "\n% Needs \\usepackage{booktabs}.\n");
        tex.append("\\begin{table}\n  \\centering\n  \\caption{").append(escaped(caption(table, report))).append("}\n  \\label{tab:")
                .append(table.id())
                .append("}\n  \\begin{tabular}{")
                .append(shown.stream().map(c -> table.columns().get(c).align() == Align.RIGHT ? "r" : "l").collect(Collectors.joining()))
                .append("}\n    \\toprule\n");
        tex.append(row(shown.stream().map(c -> table.columns().get(c).heading()).toList())).append("    \\midrule\n");
        table.rows().forEach(r -> tex.append(row(shown.stream().map(c -> r.get(c).text()).toList())));
        tex.append("    \\bottomrule\n  \\end{tabular}\n");
        table.notes().forEach(n -> tex.append("  \\par\\footnotesize ").append(escaped(n)).append("\n"));
        return tex.append("\\end{table}\n").toString();
    }

    private static String caption(Table table, Report report) {
        return table.title() + ". " + table.caption() + report.heading().banner().map(b -> " " + b + ".").orElse("");
    }

    private static String row(List<String> cells) {
        return "    " + cells.stream().map(LatexDocument::escaped).collect(Collectors.joining(" & ")) + " \\\\\n";
    }

    static String escaped(String text) {
        StringBuilder tex = new StringBuilder();
        text.codePoints().forEach(c -> tex.append(switch (c) {
            case '\\' -> "\\textbackslash{}";
            case '&', '%', '$', '#', '_', '{', '}' -> "\\" + (char) c;
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '<' -> "\\textless{}";
            case '>' -> "\\textgreater{}";
            case '±' -> "$\\pm$";
            case '×' -> "$\\times$";
            case '−' -> "$-$";
            case '–' -> "--";
            case '†' -> "\\dag{}";
            case '*' -> "\\textasteriskcentered{}";
            case '·' -> "\\textperiodcentered{}";
            case '≤' -> "$\\leq$";
            case '≥' -> "$\\geq$";
            case '\n' -> " ";
            default -> c < 128 ? Character.toString(c) : "?";
        }));
        return tex.toString();
    }

    private static String ascii(String text) {
        return text.replace('−', '-').replaceAll("[^\\x20-\\x7e]", "?");
    }
}
