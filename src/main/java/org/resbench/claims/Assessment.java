package org.resbench.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.resbench.claims.Finding.Tested;
import org.resbench.claims.Finding.Untested;
import org.resbench.spec.Claim;
import org.resbench.spec.Claim.Statement;
import org.resbench.spec.Claim.Statement.Difference;
import org.resbench.spec.Claim.Statement.Equivalence;
import org.resbench.spec.Claim.Statement.Ratio;
import org.resbench.spec.Claim.Statement.Sooner;
import org.resbench.spec.Claim.Statement.Threshold;
import org.resbench.spec.Claim.Statement.Trend;

/** The runs of one claim, and what its rule finds in them.
 * @param cells in the statement's order
 * @param refusal why they must not be compared; empty if they may */
record Assessment(Claim claim, List<Cell> cells, Optional<String> refusal) {
    static Assessment of(Claim claim, RunTable table, Standing standing) {
        List<Cell> cells;
        try {
            cells = new Choice(table).cells(claim.statement());
        } catch (Choice.Unclear unclear) {
            return new Assessment(claim, List.of(), Optional.of(unclear.getMessage()));
        }
        Optional<String> refusal = claim.statement() instanceof Equivalence ? standing.publishedNumbersRefusal(cells) : Optional.empty();
        return new Assessment(claim, cells, refusal.or(() -> Comparability.refusal(cells)));
    }

    /** @param strictness of this claim if it has to share with the others as Bonferroni would have it */
    Finding find(Strictness strictness) {
        if (refusal.isPresent()) {
            return new Finding.NotComparable(refusal.get());
        }
        Finding finding = apply(claim.statement(), strictness);
        Optional<String> incomplete = incomplete();
        if (incomplete.isEmpty()) {
            return finding;
        }
        return finding instanceof Tested tested ? new Untested(tested.effect(), tested.effectName(), incomplete.get())
                : new Untested(Optional.empty(), "", incomplete.get());
    }

    List<Judgement.Evidence> evidence() {
        return cells.stream().flatMap(cell -> cell.samples().stream()).map(Cell.Sample::evidence).toList();
    }

    List<Judgement.Missing> missing() {
        return cells.stream().flatMap(cell -> cell.missing().stream()).toList();
    }

    private Finding apply(Statement statement, Strictness strictness) {
        if (statement instanceof Difference difference) {
            return DifferenceRule.find(difference, cells.get(0), cells.get(1), strictness);
        }
        if (statement instanceof Trend trend) {
            return TrendRule.find(trend, cells, strictness);
        }
        if (statement instanceof Ratio ratio) {
            return RatioRule.find(ratio, cells.get(0), cells.get(1), strictness);
        }
        if (statement instanceof Sooner sooner) {
            return SoonerRule.find(sooner, cells.get(0), cells.get(1), strictness);
        }
        if (statement instanceof Threshold threshold) {
            return ThresholdRule.find(threshold, cells.get(0), strictness);
        }
        if (statement instanceof Equivalence equivalence) {
            return EquivalenceRule.find(equivalence, cells.get(0), strictness);
        }
        throw new IllegalStateException("no rule for " + statement);
    }

    /** A verdict on the seeds that happen to be there could be had by stopping when it pleases; so it waits for all of them. */
    private Optional<String> incomplete() {
        int there = cells.stream().mapToInt(cell -> cell.samples().size()).sum();
        int asked = cells.stream().mapToInt(Cell::asked).sum();
        if (there == asked) {
            return Optional.empty();
        }
        String gaps = cells.stream().filter(cell -> !cell.missing().isEmpty()).map(Assessment::gaps).collect(Collectors.joining("; "));
        return Optional.of((there == 0 ? "none of the " + asked : there + " of " + asked)
                + " runs are there, and a verdict waits for all of them; missing: " + gaps);
    }

    private static String gaps(Cell cell) {
        Map<String, List<String>> seedsByReason = new LinkedHashMap<>();
        cell.missing().forEach(gap -> seedsByReason.computeIfAbsent(gap.why(), none -> new ArrayList<>()).add(Long.toString(gap.seed())));
        return cell.name() + " " + seedsByReason.entrySet().stream()
                .map(entry -> (entry.getValue().size() == 1 ? "seed " : "seeds ") + String.join(", ", entry.getValue())
                        + " (" + entry.getKey() + ")")
                .collect(Collectors.joining(", "));
    }
}
