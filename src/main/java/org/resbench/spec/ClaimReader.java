package org.resbench.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The meaning of the key claims. Whether selectors pick cells is checked once the trials are known. */
final class ClaimReader {
    private static final List<String> ON_RUNS = List.of("difference", "trend", "threshold", "equivalence", "ratio", "sooner");
    private static final List<String> ON_COUNTS = List.of("count", "order");
    private static final String COST = "cost";
    private static final List<String> KINDS = Stream.of(ON_RUNS, ON_COUNTS, List.of(COST)).flatMap(List::stream).toList();
    private static final List<String> ERRORS = List.of("training_error_percent", "test_error_percent");

    /** Each claim with the keys of its statement, for problems that show later. */
    private final Map<Claim, Keys> statements = new LinkedHashMap<>();

    ClaimReader(Keys root) {
        Set<String> ids = new HashSet<>();
        for (Keys keys : root.records("claims")) {
            read(keys);
            String id = keys.text("id", "");
            if (!id.isEmpty() && !id.matches("[a-z0-9][a-z0-9.-]*")) {
                keys.wrong("id", "'" + id + "' must be of small letters, digits, points and hyphens");
            } else if (!id.isEmpty() && !ids.add(id)) {
                keys.wrong("id", "'" + id + "' stands twice; ids must differ");
            }
        }
    }

    List<Claim> claims() {
        return List.copyOf(statements.keySet());
    }

    /** Notes every claim of another kind: trainings decide nothing on counts, counts nothing on trainings, and costs are decided where they
     * are measured. */
    void checkKinds(Work work) {
        statements.forEach((claim, keys) -> {
            Claim.Statement statement = claim.statement();
            boolean onCounts = statement instanceof Claim.Statement.OnCounts;
            boolean onCosts = statement instanceof Claim.Statement.Cost;
            if (work instanceof Work.Training && (onCounts || onCosts)) {
                keys.wrongHere(onCounts
                        ? "cannot be decided by training; claims on counts stand in an experiment with 'complexity' or 'measure'"
                        : "cannot be decided by training; claims on costs stand in an experiment with 'measure'");
            } else if (work instanceof Complexity && !onCounts) {
                keys.wrongHere("cannot be decided, because this experiment has 'complexity' and trains nothing; claims on counts are "
                        + String.join(", ", ON_COUNTS));
            } else if (work instanceof Measuring measuring) {
                if (!onCounts && !onCosts) {
                    keys.wrongHere("cannot be decided, because this experiment has 'measure' and trains nothing to the "
                            + "end; claims on counts and costs are " + String.join(", ", ON_COUNTS) + " and " + COST);
                } else if (statement instanceof Claim.Statement.Cost cost) {
                    CostClaims.check(cost, measuring, keys);
                }
            }
        });
    }

    /** Notes every selector that does not pick what its claim needs. */
    void check(List<Trial> trials) {
        Cells cells = new Cells(trials);
        statements.forEach((claim, keys) -> {
            if (claim.statement() instanceof Claim.Statement.Difference difference) {
                cells.requireOne(difference.of(), keys, "of");
                cells.requireOne(difference.minus(), keys, "minus");
            } else if (claim.statement() instanceof Claim.Statement.Ratio ratio) {
                cells.requireOne(ratio.of(), keys, "of");
                cells.requireOne(ratio.over(), keys, "over");
            } else if (claim.statement() instanceof Claim.Statement.Sooner sooner) {
                cells.requireOne(sooner.of(), keys, "of");
                cells.requireOne(sooner.than(), keys, "than");
            } else if (claim.statement() instanceof Claim.Statement.Threshold threshold) {
                cells.requireOne(threshold.of(), keys, "of");
            } else if (claim.statement() instanceof Claim.Statement.Equivalence equivalence) {
                cells.requireOne(equivalence.of(), keys, "of");
            } else if (claim.statement() instanceof Claim.Statement.Trend trend) {
                cells.requireLevels(trend, keys);
            }
        });
    }

    private void read(Keys keys) {
        List<String> kinds = KINDS.stream().filter(keys::has).toList();
        String id = keys.text("id", null);
        String text = keys.text("text", null);
        String place = keys.text("place", null);
        if (kinds.size() == 1) {
            Keys inner = keys.inner(kinds.get(0));
            statements.put(new Claim(id, text, place, statement(kinds.get(0), inner)), inner);
        } else {
            keys.wrong("id", "a claim needs exactly one of " + String.join(", ", KINDS));
        }
        keys.done(KINDS.toArray(String[]::new));
    }

    private static Claim.Statement statement(String kind, Keys keys) {
        if (ON_COUNTS.contains(kind)) {
            return CountClaims.read(kind, keys);
        }
        if (kind.equals(COST)) {
            return CostClaims.read(keys);
        }
        String metric = metric(keys);
        Claim.Statement statement = switch (kind) {
            case "trend" -> new Claim.Statement.Trend(metric, selector(keys, "within"), keys.text("axis", null),
                    keys.choice("direction", null, Claim.Direction.class));
            case "threshold" -> new Claim.Statement.Threshold(metric, selector(keys, "of"), keys.choice("side", null, Claim.Side.class),
                    any(keys, "value", null));
            case "ratio" -> new Claim.Statement.Ratio(metric, selector(keys, "of"), selector(keys, "over"),
                    keys.choice("side", null, Claim.Side.class), keys.number("value", null, value -> value > 0, "a number above 0"));
            case "sooner" -> new Claim.Statement.Sooner(error(keys, metric), selector(keys, "of"), selector(keys, "than"),
                    keys.number("error_percent", null, value -> value >= 0 && value < 100, "at least 0 and below 100"));
            case "equivalence" -> new Claim.Statement.Equivalence(metric, selector(keys, "of"), any(keys, "published", null),
                    keys.number("margin", null, value -> value > 0, "a number above 0"));
            default -> new Claim.Statement.Difference(metric, selector(keys, "of"), selector(keys, "minus"),
                    keys.choice("side", null, Claim.Side.class), any(keys, "margin", 0.0));
        };
        keys.done();
        return statement;
    }

    private static String metric(Keys keys) {
        String metric = keys.text("metric", null);
        if (keys.has("metric") && Metric.of(metric).isEmpty()) {
            keys.wrong("metric", "'" + metric + "' must be one of " + String.join(", ", Metric.keys())
                    + Suggestion.of(metric, Metric.keys()));
        }
        return metric;
    }

    /** What falls step by step while a network trains. */
    private static String error(Keys keys, String metric) {
        if (Metric.of(metric).isPresent() && !ERRORS.contains(metric)) {
            keys.wrong("metric", "'" + metric + "' is not recorded along the training; must be one of " + String.join(", ", ERRORS));
        }
        return metric;
    }

    private static double any(Keys keys, String key, Double otherwise) {
        return keys.number(key, otherwise, value -> true, "a finite number");
    }

    private static Claim.Selector selector(Keys keys, String key) {
        Map<String, String> where = new LinkedHashMap<>();
        keys.tree(key).ifPresent(tree -> {
            if (tree instanceof Tree.Entries entries) {
                entries.values().forEach((path, value) -> where.put(path, value.words()));
            } else {
                keys.wrong(key, "must be a mapping from key paths to values, such as {network.depth: 20}");
            }
        });
        return new Claim.Selector(where);
    }

    /** The cells of an experiment by name, each with its settings. */
    private static final class Cells {
        private final Map<String, Settings> byName = new LinkedHashMap<>();

        Cells(List<Trial> trials) {
            trials.forEach(trial -> byName.computeIfAbsent(trial.cell(), none -> Settings.of(trial)));
        }

        void requireOne(Claim.Selector selector, Keys keys, String key) {
            List<String> picked = picked(selector, keys, key);
            if (picked.size() > 1) {
                keys.wrong(key, "picks " + picked.size() + " cells (" + String.join(", ", picked) + "), where it must pick one; say more");
            }
        }

        void requireLevels(Claim.Statement.Trend trend, Keys keys) {
            List<String> picked = picked(trend.within(), keys, "within");
            Map<String, List<String>> levels = new LinkedHashMap<>();
            for (String cell : picked) {
                String level = byName.get(cell).value(trend.axis()).orElse(null);
                if (level == null) {
                    keys.wrong("axis", "'" + trend.axis() + "' is no setting of " + cell + Suggestion.of(trend.axis(),
                            byName.get(cell).values().keySet()));
                    return;
                }
                levels.computeIfAbsent(level, none -> new ArrayList<>()).add(cell);
            }
            levels.values().stream().filter(cells -> cells.size() > 1).findFirst().ifPresent(cells ->
                    keys.wrong("within", "picks " + String.join(" and ", cells) + " at one value of " + trend.axis() + "; say more"));
            if (!picked.isEmpty() && levels.size() < 2) {
                keys.wrong("within", "picks one value of " + trend.axis() + ", where a trend needs two");
            }
        }

        /** Notes a selector that picks none. */
        private List<String> picked(Claim.Selector selector, Keys keys, String key) {
            List<String> picked = byName.entrySet().stream().filter(cell -> cell.getValue().match(selector))
                    .map(Map.Entry::getKey).toList();
            if (picked.isEmpty() && !byName.isEmpty()) {
                Set<String> known = byName.values().iterator().next().values().keySet();
                String unknown = selector.where().keySet().stream().sorted()
                        .filter(path -> byName.values().stream().noneMatch(cell -> cell.value(path).isPresent())).findFirst()
                        .map(path -> "'" + path + "' is no setting" + Suggestion.of(path, known) + "; ").orElse("");
                keys.wrong(key, unknown + "picks no cell; cells are " + String.join(", ", byName.keySet()));
            }
            return picked;
        }
    }
}
