package org.resbench.spec;

import java.util.List;

/** Which figures and tables the report draws, by name; all that the runs allow where a list is empty.
 * @param figures among {@link #FIGURES}
 * @param tables among {@link #TABLES} */
public record ReportPlan(List<String> figures, List<String> tables) {
    /** What the report can draw. */
    public static final List<String> FIGURES = List.of("learning-curves", "error-against-depth", "error-against-multiply-adds",
            "error-against-energy", "gradient-norms", "layer-responses", "samples", "confusion", "class-errors");
    /** What the report can tabulate; {@code cost-to-error} unasked only where energy is known, {@code differences}, which reads the
     * experiment as an ablation, only if it is asked for. */
    public static final List<String> TABLES = List.of("classification-error", "published-errors",
            "training-error", "cost", "energy", "runs", "class-errors", "cost-to-error", "differences");

    public ReportPlan {
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
    }
}
