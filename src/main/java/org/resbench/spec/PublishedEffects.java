package org.resbench.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What differences from a paper's recipe were seen to do, by sources that changed one thing at a time: a file of YAML, or of JSON as a
 * report of an ablation writes it.
 * @param paper id, as in the key {@code paper.id} of experiments */
public record PublishedEffects(String paper, List<Source> sources) {
    /** Of errors, in points: so much higher is the error with the change. */
    private static final List<String> METRICS = List.of("test_error_percent", "top1_error_percent");

    public PublishedEffects {
        sources = List.copyOf(sources);
    }

    /** Effects of one protocol from one place.
     * @param name who says so @param place table, address or report
     * @param network that was changed @param scale of a rerun; empty for other sources
     * @param remark what a careful reader should know, such as the number of runs; may be empty */
    public record Source(String name, String place, String network, String data, String metric, String scale,
                         String remark, List<Effect> effects) {
        public Source {
            effects = List.copyOf(effects);
        }
    }

    /** One change with what it did.
     * @param change what the settings became, by their key paths, in the words of {@code claims.explain.RecipeSettings}; numbers that
     *     matter by their ratio to the paper's as {@code times 0.5}
     * @param points error with the change less error without
     * @param lower of its 95 % interval; empty where the source gives none @param upper likewise
     * @param runs of the changed recipe; empty if unknown */
    public record Effect(Map<String, String> change, double points, Optional<Double> lower,
                         Optional<Double> upper, Optional<Integer> runs) {
        public Effect {
            change = Collections.unmodifiableMap(new LinkedHashMap<>(change));
        }

        /** Whether its 95 % interval leaves zero out. It is for this effect alone: among twenty changes that do nothing one such interval
         * is expected. */
        public boolean excludesZero() {
            return lower.isPresent() && upper.isPresent() && (lower.get() > 0 || upper.get() < 0);
        }
    }

    /** @throws SpecException with everything that is wrong */
    public static PublishedEffects read(Path file) {
        List<Problem> problems = new ArrayList<>();
        Keys keys = new Keys(new YamlReader(problems).file(file), "", problems);
        if (problems.isEmpty()) {
            PublishedEffects effects = new PublishedEffects(keys.text("paper", null),
                    keys.records("sources").stream().map(PublishedEffects::source).toList());
            keys.done();
            if (problems.isEmpty()) {
                return effects;
            }
        }
        throw new SpecException(problems);
    }

    private static Source source(Keys keys) {
        String metric = keys.text("metric", null);
        if (keys.has("metric") && !METRICS.contains(metric)) {
            keys.wrong("metric", "'" + metric + "' must be one of " + String.join(", ", METRICS) + Suggestion.of(metric, METRICS));
        }
        Source source = new Source(keys.text("source", null), keys.text("place", null), keys.text("network", null),
                keys.text("data", null), metric, keys.text("scale", ""), keys.text("remark", ""), keys.records("effects").stream()
                        .map(PublishedEffects::effect).toList());
        keys.done();
        return source;
    }

    private static Effect effect(Keys keys) {
        Map<String, String> change = new LinkedHashMap<>();
        if (keys.tree("change").orElse(null) instanceof Tree.Entries entries) {
            entries.values().forEach((setting, value) -> change.put(setting, value.words()));
        } else {
            keys.wrong("change", "must be a mapping from key paths to values, such as {network.shortcut: B}");
        }
        Effect effect = new Effect(change, points(keys, "points"), optional(keys, "lower"), optional(keys, "upper"),
                keys.has("runs") ? Optional.of(keys.whole("runs", null, 1)) : Optional.empty());
        keys.done("runs", "lower", "upper");
        if (effect.lower().isPresent() != effect.upper().isPresent()
                || effect.lower().isPresent() && !(effect.lower().get() <= effect.points() && effect.points() <= effect.upper().get())) {
            keys.wrong("points", effect.points() + " must lie between lower and upper; give both or neither");
        }
        return effect;
    }

    private static Optional<Double> optional(Keys keys, String key) {
        return keys.has(key) ? Optional.of(points(keys, key)) : Optional.empty();
    }

    private static double points(Keys keys, String key) {
        return keys.number(key, null, points -> Math.abs(points) <= 100, "points from -100 to 100");
    }
}
