package org.resbench.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The meaning of the key claims. */
final class ClaimReader {
    private static final List<String> KINDS = List.of("difference", "trend", "threshold", "equivalence");

    private ClaimReader() {}

    static List<Claim> claims(Keys root) {
        return root.records("claims").stream().map(ClaimReader::claim).toList();
    }

    private static Claim claim(Keys keys) {
        List<String> kinds = KINDS.stream().filter(keys::has).toList();
        if (kinds.size() != 1) {
            keys.wrong("id", "a claim needs exactly one of " + String.join(", ", KINDS));
        }
        String kind = kinds.isEmpty() ? "difference" : kinds.get(0);
        Claim claim = new Claim(keys.text("id", null), keys.text("text", null), keys.text("place", null), statement(kind, keys.inner(kind)));
        keys.done(KINDS.toArray(String[]::new));
        return claim;
    }

    private static Claim.Statement statement(String kind, Keys keys) {
        String metric = keys.text("metric", null);
        Claim.Statement statement = switch (kind) {
            case "trend" -> new Claim.Statement.Trend(metric, selector(keys, "within"), keys.text("axis", null),
                    keys.choice("direction", null, Claim.Direction.class));
            case "threshold" -> new Claim.Statement.Threshold(metric, selector(keys, "of"), keys.choice("side", null, Claim.Side.class),
                    any(keys, "value", null));
            case "equivalence" -> new Claim.Statement.Equivalence(metric, selector(keys, "of"), any(keys, "published", null),
                    any(keys, "margin", null));
            default -> new Claim.Statement.Difference(metric, selector(keys, "of"), selector(keys, "minus"),
                    keys.choice("side", null, Claim.Side.class), any(keys, "margin", 0.0));
        };
        keys.done();
        return statement;
    }

    private static double any(Keys keys, String key, Double otherwise) {
        return keys.number(key, otherwise, value -> true, "a number");
    }

    private static Claim.Selector selector(Keys keys, String key) {
        Map<String, String> where = new LinkedHashMap<>();
        keys.tree(key).ifPresent(tree -> {
            if (tree instanceof Tree.Entries entries) {
                entries.values().forEach((path, value) -> where.put(path, value.words()));
            } else {
                keys.wrong(key, "must be a mapping such as {network.depth: 20}");
            }
        });
        return new Claim.Selector(where);
    }
}
