package org.resbench.report.model;

import java.util.List;

/** What produced the numbers, over all runs of the report.
 * @param facts label and the distinct values found among the runs, in the order of first appearance */
public record Provenance(List<Fact> facts, List<RunProvenance> runs) {
    public record Fact(String key, String label, List<String> values) {
        public Fact {
            values = List.copyOf(values);
        }
    }

    public Provenance {
        facts = List.copyOf(facts);
        runs = List.copyOf(runs);
    }
}
