package org.resbench.gate;

import java.util.List;
import org.resbench.spec.Scale;

/** Runs held against a baseline.
 * @param level of the policy
 * @param comparisons how many tests were corrected together
 * @param rows cell by cell, metric by metric
 * @param changes of recipe, code and platform since the baseline: what the runs have, what the baseline had
 * @param notes what a careful reader should know besides */
public record Check(Verdict verdict, String experiment, Scale scale, double level, int comparisons, List<Row> rows, List<String> changes,
                    List<String> notes) {
    public Check {
        rows = List.copyOf(rows);
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    public long count(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    /** {@code self-gate (reduced)}. */
    public String name() {
        return Experiments.name(experiment, scale);
    }
}
