package org.resbench.spec;

import java.nio.file.Path;
import java.util.List;

/** One experiment file, resolved at one scale: bases merged, overrides applied, the matrix multiplied out.
 * @param scale the scale it was resolved at
 * @param trials matrix times seeds, cheapest axes last, in a stable order; no two alike
 * @param source the file that was read */
public record Experiment(String name, String title, PaperReference paper, Scale scale, List<Trial> trials,
                         List<Claim> claims, ReportPlan report, Path source) {
    public Experiment {
        trials = List.copyOf(trials);
        claims = List.copyOf(claims);
    }
}
