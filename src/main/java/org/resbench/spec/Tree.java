package org.resbench.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** YAML as plain data in which every value knows where it was written. */
sealed interface Tree {
    /** @param file as the user named it; {@code --set} for overrides */
    record Place(String file, int line, int column) {}

    Place place();

    record Text(String value, Place place) implements Tree {}

    record Items(List<Tree> values, Place place) implements Tree {}

    record Entries(Map<String, Tree> values, Place place) implements Tree {
        static Entries empty(Place place) {
            return new Entries(new LinkedHashMap<>(), place);
        }

        /** Entries of both, the other's where both have one; entries within entries are merged, lists replaced. */
        Entries mergedWith(Entries other) {
            Map<String, Tree> merged = new LinkedHashMap<>(values);
            other.values.forEach((key, value) -> merged.merge(key, value, (mine, theirs) ->
                    mine instanceof Entries a && theirs instanceof Entries b ? a.mergedWith(b) : theirs));
            return new Entries(merged, other.place);
        }

        Entries without(String key) {
            Map<String, Tree> rest = new LinkedHashMap<>(values);
            rest.remove(key);
            return new Entries(rest, place);
        }

        /** A copy in which a dotted path has this value; entries on the way are made. A short network name on the way is replaced. */
        Entries with(String path, Tree value) {
            int dot = path.indexOf('.');
            Map<String, Tree> copy = new LinkedHashMap<>(values);
            if (dot < 0) {
                copy.put(path, value);
            } else {
                String head = path.substring(0, dot);
                Entries inner = copy.get(head) instanceof Entries entries ? entries : empty(value.place());
                copy.put(head, inner.with(path.substring(dot + 1), value));
            }
            return new Entries(copy, place);
        }
    }

    /** Compact text of a value, as a cell name shows it. */
    default String words() {
        if (this instanceof Text text) {
            return text.value();
        }
        List<String> parts = new ArrayList<>();
        if (this instanceof Items items) {
            items.values().forEach(item -> parts.add(item.words()));
            return "[" + String.join(",", parts) + "]";
        }
        ((Entries) this).values().forEach((key, value) -> parts.add(key + "=" + value.words()));
        return "{" + String.join(",", parts) + "}";
    }
}
