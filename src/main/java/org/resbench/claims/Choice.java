package org.resbench.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.resbench.spec.Claim.Selector;
import org.resbench.spec.Claim.Statement;
import org.resbench.spec.Claim.Statement.Difference;
import org.resbench.spec.Claim.Statement.Equivalence;
import org.resbench.spec.Claim.Statement.Ratio;
import org.resbench.spec.Claim.Statement.Sooner;
import org.resbench.spec.Claim.Statement.Threshold;
import org.resbench.spec.Claim.Statement.Trend;
import org.resbench.spec.Trial;

/** The cells that a statement is about, in its order. A selector must pick exactly one cell: the mean over several networks would
 * take the differences between them for spread between seeds. */
final class Choice {
    private final RunTable table;

    Choice(RunTable table) {
        this.table = table;
    }

    /** The selectors do not single out cells; the message says which and what they pick. */
    static final class Unclear extends Exception {
        private static final long serialVersionUID = 1L;

        Unclear(String message) {
            super(message);
        }
    }

    /** For a difference: of, minus; for a ratio: of, over; for sooner: of, than; for a trend: the levels, numbers in rising order, other
     * values in the matrix' order; else of.
     * @throws Unclear if a selector picks no cell or several, or a trend has fewer than two levels */
    List<Cell> cells(Statement statement) throws Unclear {
        if (statement instanceof Difference difference) {
            return List.of(one("of", difference.of(), statement.metric()), one("minus", difference.minus(), statement.metric()));
        }
        if (statement instanceof Ratio ratio) {
            return List.of(one("of", ratio.of(), statement.metric()), one("over", ratio.over(), statement.metric()));
        }
        if (statement instanceof Sooner sooner) {
            return List.of(one("of", sooner.of(), reached(sooner)), one("than", sooner.than(), reached(sooner)));
        }
        if (statement instanceof Threshold threshold) {
            return List.of(one("of", threshold.of(), statement.metric()));
        }
        if (statement instanceof Equivalence equivalence) {
            return List.of(one("of", equivalence.of(), statement.metric()));
        }
        if (statement instanceof Trend trend) {
            return levels(trend);
        }
        throw new IllegalStateException("no rule for " + statement);
    }

    private static RunTable.Measure reached(Sooner sooner) {
        return new RunTable.Measure("record of the " + sooner.metric(),
                run -> FirstReached.iteration(run, sooner.metric(), sooner.errorPercent()), true);
    }

    private Cell one(String role, Selector selector, String metric) throws Unclear {
        return one(role, selector, RunTable.Measure.of(metric));
    }

    private Cell one(String role, Selector selector, RunTable.Measure measure) throws Unclear {
        Map<String, List<Trial>> picked = table.cells(selector);
        if (picked.size() != 1) {
            throw new Unclear("'" + role + "' (" + words(selector) + ") picks " + (picked.isEmpty() ? "no trial of this experiment"
                    : picked.size() + " cells, " + String.join(", ", picked.keySet()) + ", where it must pick one"));
        }
        Map.Entry<String, List<Trial>> cell = picked.entrySet().iterator().next();
        return table.cell(cell.getKey(), cell.getValue(), measure);
    }

    private List<Cell> levels(Trend trend) throws Unclear {
        Map<String, Cell> byLevel = new LinkedHashMap<>();
        for (Map.Entry<String, List<Trial>> picked : table.cells(trend.within()).entrySet()) {
            String level = RunTable.setting(picked.getValue().get(0), trend.axis());
            if (level == null) {
                throw new Unclear("'" + trend.axis() + "' is no setting of " + picked.getKey());
            }
            Cell cell = table.cell(picked.getKey(), picked.getValue(), trend.metric()).atLevel(level);
            Cell other = byLevel.put(level, cell);
            if (other != null) {
                throw new Unclear("'within' (" + words(trend.within()) + ") picks both " + other.name() + " and " + cell.name() + " at "
                        + trend.axis() + " " + level + ", where it must pick one cell");
            }
        }
        if (byLevel.size() < 2) {
            throw new Unclear("'within' (" + words(trend.within()) + ") picks " + byLevel.size() + " values of " + trend.axis()
                    + ", where a trend needs two");
        }
        List<Cell> levels = new ArrayList<>(byLevel.values());
        if (levels.stream().allMatch(cell -> isNumber(cell.level()))) {
            levels.sort(Comparator.comparingDouble(cell -> Double.parseDouble(cell.level())));
        }
        return levels;
    }

    private static boolean isNumber(String text) {
        return text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    }

    private static String words(Selector selector) {
        return selector.where().isEmpty() ? "everything" : new TreeMap<>(selector.where()).entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue()).collect(Collectors.joining(", "));
    }
}
