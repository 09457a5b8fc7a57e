package org.resbench.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.resbench.claims.Finding.NotComparable;
import org.resbench.claims.Finding.Tested;
import org.resbench.claims.Finding.Untested;
import org.resbench.spec.Claim;
import org.resbench.spec.Claim.Statement;
import org.resbench.spec.Claim.Statement.Difference;
import org.resbench.spec.Claim.Statement.Equivalence;
import org.resbench.spec.Claim.Statement.Threshold;
import org.resbench.spec.Claim.Statement.Trend;
import org.resbench.stats.Interval;

/** Finds the runs of one claim, asks whether they may be compared and are all there, and applies the rule of its statement.
 * @param scale where the experiment stands beside the paper
 * @param claims how many claims share the level */
record Assessor(RunTable table, Standing scale, int claims) {
    /** @param cells in the statement's order */
    record Assessment(Claim claim, List<Cell> cells, Finding finding) {
        List<Judgement.Evidence> evidence() {
            return cells.stream().flatMap(cell -> cell.samples().stream()).map(Cell.Sample::evidence).toList();
        }

        List<Judgement.Missing> missing() {
            return cells.stream().flatMap(cell -> cell.missing().stream()).toList();
        }
    }

    Assessment assess(Claim claim) {
        try {
            List<Cell> cells = new Choice(table).cells(claim.statement());
            return new Assessment(claim, cells, find(claim.statement(), cells));
        } catch (Choice.Unclear unclear) {
            return new Assessment(claim, List.of(), new NotComparable(unclear.getMessage()));
        }
    }

    private Finding find(Statement statement, List<Cell> cells) {
        Optional<String> refusal = Comparability.refusal(cells);
        if (refusal.isEmpty() && statement instanceof Equivalence) {
            refusal = scale.publishedNumbersRefusal(cells);
        }
        if (refusal.isPresent()) {
            return new NotComparable(refusal.get());
        }
        Finding finding = apply(statement, cells, (1 - Interval.LEVEL) / 2 / claims);
        Optional<String> incomplete = incomplete(cells);
        if (incomplete.isEmpty()) {
            return finding;
        }
        return finding instanceof Tested tested ? new Untested(tested.effect(), tested.effectName(), incomplete.get())
                : new Untested(Optional.empty(), "", incomplete.get());
    }

    private static Finding apply(Statement statement, List<Cell> cells, double tail) {
        if (statement instanceof Difference difference) {
            return DifferenceRule.find(difference, cells.get(0), cells.get(1), tail);
        }
        if (statement instanceof Trend trend) {
            return TrendRule.find(trend, cells, tail);
        }
        if (statement instanceof Threshold threshold) {
            return ThresholdRule.find(threshold, cells.get(0), tail);
        }
        if (statement instanceof Equivalence equivalence) {
            return EquivalenceRule.find(equivalence, cells.get(0), tail);
        }
        throw new IllegalStateException("no rule for " + statement);
    }

    /** A verdict on the seeds that happen to be there could be had by stopping when it pleases; so it waits for all of them. */
    private static Optional<String> incomplete(List<Cell> cells) {
        int there = cells.stream().mapToInt(cell -> cell.samples().size()).sum();
        int asked = cells.stream().mapToInt(Cell::asked).sum();
        if (there == asked) {
            return Optional.empty();
        }
        String missing = cells.stream().filter(cell -> !cell.missing().isEmpty()).map(Assessor::missing).collect(Collectors.joining("; "));
        return Optional.of((there == 0 ? "None of the " + asked : there + " of " + asked) + " runs are there, and a verdict waits for all; missing: "
                + missing);
    }

    private static String missing(Cell cell) {
        Map<String, List<String>> seedsByReason = new LinkedHashMap<>();
        cell.missing().forEach(gap -> seedsByReason.computeIfAbsent(gap.why(), none -> new ArrayList<>()).add(Long.toString(gap.seed())));
        return cell.name() + " " + seedsByReason.entrySet().stream()
                .map(entry -> (entry.getValue().size() == 1 ? "seed " : "seeds ") + String.join(", ", entry.getValue()) + " (" + entry.getKey() + ")")
                .collect(Collectors.joining(", "));
    }
}
