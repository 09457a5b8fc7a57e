package org.resbench.spec;

import java.util.Optional;
import org.resbench.arch.Catalogue;
import org.resbench.units.PrintedNumber;

/** The meaning of claims on counts. */
final class CountClaims {
    private CountClaims() {}

    static Claim.Statement.OnCounts read(String kind, Keys keys) {
        CountMetric metric = metric(keys);
        String of = network(keys, "of");
        CountedLayers layers = keys.choice("layers", CountedLayers.ALL, CountedLayers.class);
        if (layers != CountedLayers.ALL && metric != CountMetric.MULTIPLY_ADDS) {
            keys.wrong("layers", "is about multiply-adds only");
        }
        Claim.Statement.OnCounts statement;
        if (kind.equals("order")) {
            statement = new Claim.Statement.Order(metric, of, keys.choice("side", null, Claim.Side.class), network(keys, "than"), layers);
        } else {
            Optional<String> other = keys.tree("relative_to").isEmpty() ? Optional.empty() : Optional.of(network(keys, "relative_to"));
            statement = new Claim.Statement.Count(metric, of, other, layers, published(keys, other.isPresent()));
        }
        keys.done();
        return statement;
    }

    private static CountMetric metric(Keys keys) {
        String key = keys.text("metric", null);
        Optional<CountMetric> metric = CountMetric.of(key);
        if (metric.isEmpty() && keys.has("metric")) {
            keys.wrong("metric", "'" + key + "' must be one of " + String.join(", ", CountMetric.keys())
                    + Suggestion.of(key, CountMetric.keys()));
        }
        return metric.orElse(CountMetric.MULTIPLY_ADDS);
    }

    /** A short name that the catalogue knows. */
    static String network(Keys keys, String key) {
        String name = keys.text(key, null);
        if (keys.has(key)) {
            known(name).ifPresent(message -> keys.wrong(key, message));
        }
        return name;
    }

    /** What is wrong with a network's name, if anything. */
    static Optional<String> known(String name) {
        try {
            Catalogue.find(name);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static PrintedNumber published(Keys keys, boolean ratio) {
        String text = keys.text("published", null);
        PrintedNumber standIn = PrintedNumber.parse("0");
        if (!keys.has("published")) {
            return standIn;
        }
        try {
            PrintedNumber number = PrintedNumber.parse(text);
            if (ratio != (number.unit() == PrintedNumber.Unit.PERCENT)) {
                keys.wrong("published", ratio ? "'" + text + "' must be a percentage, such as 18 %, because of relative_to"
                        : "'" + text + "' is a percentage of something; say of what with relative_to");
            }
            return number;
        } catch (IllegalArgumentException e) {
            keys.wrong("published", e.getMessage());
            return standIn;
        }
    }
}
