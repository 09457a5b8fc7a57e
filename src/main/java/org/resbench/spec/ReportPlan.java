package org.resbench.spec;

import java.util.List;

/** Which figures and tables the report draws, by their names in {@code docs/experiment-files.md}.
 * @param figures such as learning-curves, error-against-depth, error-against-multiply-adds, gradient-norms, layer-responses
 * @param tables such as classification-error */
public record ReportPlan(List<String> figures, List<String> tables) {
    public ReportPlan {
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
    }
}
