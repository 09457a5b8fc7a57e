package org.resbench.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** YAML as plain data in which every value knows where it was written. */
sealed interface Tree {
    /** @param file as the user named it; {@code --set ...} for overrides, which have line 0 */
    record Place(String file, int line, int column) {}

    Place place();

    record Text(String value, Place place) implements Tree {}

    record Items(List<Tree> values, Place place) implements Tree {}

    /** A key without a value, or with {@code null}: takes away what a base says, so that the default holds. */
    record Nothing(Place place) implements Tree {}

    /** @param keys where each key was written; a key that was put there otherwise has no place of its own */
    record Entries(Map<String, Tree> values, Map<String, Place> keys, Place place) implements Tree {
        Entries(Map<String, Tree> values, Place place) {
            this(values, Map.of(), place);
        }

        static Entries empty(Place place) {
            return new Entries(new LinkedHashMap<>(), place);
        }

        /** Entries of both, the other's where both have one; entries within entries are merged, lists replaced. */
        Entries mergedWith(Entries other) {
            Map<String, Tree> merged = new LinkedHashMap<>(values);
            other.values.forEach((key, value) -> merged.merge(key, value, (mine, theirs) ->
                    mine instanceof Entries a && theirs instanceof Entries b ? a.mergedWith(b) : theirs));
            Map<String, Place> places = new LinkedHashMap<>(keys);
            places.putAll(other.keys);
            return new Entries(merged, places, other.place);
        }

        /** Where the key was written; the value's place if that is unknown. */
        Place keyPlace(String key) {
            return keys.getOrDefault(key, values.containsKey(key) ? values.get(key).place() : place);
        }

        Entries without(String key) {
            Map<String, Tree> rest = new LinkedHashMap<>(values);
            rest.remove(key);
            return new Entries(rest, keys, place);
        }

        Entries with(String key, Tree value) {
            Map<String, Tree> copy = new LinkedHashMap<>(values);
            copy.put(key, value);
            return new Entries(copy, keys, place);
        }

        /** A copy in which a dotted path has this value; entries on the way are made. A network's short name on the way is spelled
         * out, so that {@code network.width} can be set on {@code resnet-20}. */
        Entries withPath(String path, Tree value) {
            int dot = path.indexOf('.');
            if (dot < 0) {
                return with(path, value);
            }
            String head = path.substring(0, dot);
            Tree inner = values.get(head);
            if (head.equals("network") && inner instanceof Text name) {
                inner = NetworkReader.spelledOut(name).map(Tree.class::cast).orElse(inner);
            }
            Entries entries = inner instanceof Entries some ? some : empty(value.place());
            return with(head, entries.withPath(path.substring(dot + 1), value));
        }
    }

    /** Compact text of a value, as a cell name shows it. */
    default String words() {
        List<String> parts = new ArrayList<>();
        if (this instanceof Text text) {
            return text.value();
        } else if (this instanceof Items items) {
            items.values().forEach(item -> parts.add(item.words()));
            return "[" + String.join(",", parts) + "]";
        } else if (this instanceof Entries entries) {
            entries.values().forEach((key, value) -> parts.add(key + "=" + value.words()));
            return "{" + String.join(",", parts) + "}";
        }
        return "none";
    }
}
