package org.resbench.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What differs between two runs: every key of manifest.json and result.json, as they are on disk, without exception; and where their
 * training losses part.
 * @param differences in the order of the first run's files, then keys that only the second has
 * @param equalKeys keys with equal values
 * @param firstDifferingStep iteration of the first step event at which both have a loss, and another one; empty if there is none */
public record RunDiff(String first, String second, List<Difference> differences, int equalKeys, OptionalLong firstDifferingStep) {
    public RunDiff {
        differences = List.copyOf(differences);
    }

    /** @param file manifest.json or result.json
     * @param key path with dots, lists with {@code [index]}
     * @param first JSON text of the value, empty if the key or the whole file is absent
     * @param second likewise */
    public record Difference(String file, String key, Optional<String> first, Optional<String> second) {}

    /** @throws RunException if a file is damaged */
    public static RunDiff between(Run first, Run second) {
        List<Difference> differences = new ArrayList<>();
        int equal = compare(RunFiles.MANIFEST, first.folder(), second.folder(), differences)
                + compare(RunFiles.RESULT, first.folder(), second.folder(), differences);
        return new RunDiff(RunSummary.name(first.folder()), RunSummary.name(second.folder()), differences, equal,
                firstDifferingStep(first.events(), second.events()));
    }

    private static int compare(String file, Path first, Path second, List<Difference> into) {
        Map<String, String> a = leaves(first.resolve(file));
        Map<String, String> b = leaves(second.resolve(file));
        Map<String, String> keys = new LinkedHashMap<>(a);
        keys.putAll(b);
        int equal = 0;
        for (String key : keys.keySet()) {
            Optional<String> left = Optional.ofNullable(a.get(key));
            Optional<String> right = Optional.ofNullable(b.get(key));
            if (left.equals(right)) {
                equal++;
            } else {
                into.add(new Difference(file, key, left, right));
            }
        }
        return equal;
    }

    private static Map<String, String> leaves(Path file) {
        Map<String, String> leaves = new LinkedHashMap<>();
        if (Files.exists(file)) {
            collect("", RunFiles.tree(file), leaves);
        }
        return leaves;
    }

    /** Empty objects and lists are values too: {@code drops} of none differs from no {@code drops}. */
    private static void collect(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(field -> collect(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), into));
        } else if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), into);
            }
        } else {
            into.put(path, node.toString());
        }
    }

    private static OptionalLong firstDifferingStep(List<Event> first, List<Event> second) {
        Map<Long, Double> a = losses(first);
        Map<Long, Double> b = losses(second);
        return a.entrySet().stream().filter(step -> b.containsKey(step.getKey()) && !b.get(step.getKey()).equals(step.getValue()))
                .mapToLong(Map.Entry::getKey).findFirst();
    }

    private static Map<Long, Double> losses(List<Event> events) {
        Map<Long, Double> losses = new TreeMap<>();
        for (Event event : Event.withoutRepeated(events)) {
            if (event.kind().equals("step") && event.number("loss").isPresent()) {
                losses.put(event.iteration(), event.number("loss").getAsDouble());
            }
        }
        return losses;
    }
}
