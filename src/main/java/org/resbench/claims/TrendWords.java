package org.resbench.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.resbench.claims.Finding.Words;
import org.resbench.spec.Claim.Direction;
import org.resbench.spec.Claim.Statement.Trend;
import org.resbench.stats.Samples;
import org.resbench.stats.StudentEstimate;
import org.resbench.stats.multiplicity.Holm;
import org.resbench.stats.tests.JonckheereTerpstra;

/** The sentence of a trend: the means along the axis, the change from end to end, and steps that go against it.
 * @param confidence of its intervals */
record TrendWords(Trend claim, List<Cell> levels, double confidence) {
    String effectName() {
        return levels.get(levels.size() - 1).name() + " minus " + levels.get(0).name();
    }

    Words of(Optional<StudentEstimate> ends) {
        Quantity quantity = Quantity.of(claim.metric());
        String means = Quantity.list(levels.stream().map(level -> Quantity.decimal(Samples.mean(level.values()), 2)).toList());
        String change = ends.map(estimate -> "; the last minus the first is " + quantity.difference(estimate.interval(confidence),
                "")).orElse("");
        String measured = "Along " + claim.axis() + " " + Quantity.list(levels.stream().map(Cell::level).toList())
                + " the mean " + quantity.name() + " is " + means + quantity.unit() + " (" + seeds() + ")" + change;
        boolean rises = claim.direction() == Direction.INCREASES;
        return new Words(measured, "a " + (rises ? "rise" : "fall") + " as claimed" + against(quantity, rises),
                "which contradicts the claimed " + (rises ? "rise" : "fall"), open());
    }

    private String open() {
        int[] sizes = levels.stream().mapToInt(level -> level.samples().size()).toArray();
        double smallest = Math.min(1, 2 * JonckheereTerpstra.smallestPValue(sizes));
        return smallest > 1 - confidence ? "but with so few seeds the ordered test cannot go below " + Quantity.p(smallest)
                : "neither a rise nor a fall beyond chance";
    }

    private String seeds() {
        List<String> counts = levels.stream().map(level -> Integer.toString(level.samples().size())).toList();
        return counts.stream().distinct().count() == 1 ? "n = " + counts.get(0) + " seeds each" : "n = " + Quantity.list(counts) + " seeds";
    }

    /** Steps between neighbours that go against the claim beyond chance: one-sided Welch tests, at 2.5 % for one look, by Holm over the
     * steps. */
    private String against(Quantity quantity, boolean rises) {
        List<Optional<StudentEstimate>> steps = new ArrayList<>();
        for (int i = 1; i < levels.size(); i++) {
            steps.add(StudentEstimate.ofDifference(levels.get(i).values(), levels.get(i - 1).values()));
        }
        double[] adjusted = Holm.adjust(steps.stream()
                .mapToDouble(step -> step.map(change -> rises ? change.pValueBelow(0) : change.pValueAbove(0)).orElse(1.0)).toArray());
        List<String> against = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            if (adjusted[i] <= (1 - confidence) / 2) {
                against.add("from " + levels.get(i).level() + " to " + levels.get(i + 1).level() + " the change is "
                        + quantity.difference(steps.get(i).orElseThrow().interval(confidence), ""));
            }
        }
        return against.isEmpty() ? "" : ", though not at every step: " + Quantity.list(against);
    }
}
