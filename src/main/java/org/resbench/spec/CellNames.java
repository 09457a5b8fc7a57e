package org.resbench.spec;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names the cells of a matrix: the network's label and, where several cells have that label, the settings in which these differ:
 * {@code resnet-20}, {@code resnet-20 learning_rate=0.05}. A mapping or a list of them, such as a schedule, is named only where cells
 * cannot be told apart without it, and by its key alone where no other cell has another one: {@code resnet-20 warm_up}. */
final class CellNames {
    private CellNames() {}

    /** @param firsts one trial of each cell @return their names, in the same order */
    static List<String> of(List<Trial> firsts) {
        Map<String, List<Trial>> byLabel = firsts.stream().collect(Collectors.groupingBy(trial -> trial.architecture().label()));
        Map<String, Set<String>> axes = new HashMap<>();
        byLabel.forEach((label, alike) -> axes.put(label, differing(alike)));
        List<String> brief = firsts.stream().map(trial -> {
            List<Trial> alike = byLabel.get(trial.architecture().label());
            Set<String> plain = new TreeSet<>(axes.get(trial.architecture().label()));
            plain.removeIf(axis -> alike.stream().anyMatch(other -> isStructured(other.axes().getOrDefault(axis, ""))));
            return name(trial, plain, alike);
        }).toList();
        return IntStream.range(0, firsts.size()).mapToObj(i -> {
            String label = firsts.get(i).architecture().label();
            boolean told = Collections.frequency(brief, brief.get(i)) == 1;
            return told ? brief.get(i) : name(firsts.get(i), axes.get(label), byLabel.get(label));
        }).toList();
    }

    private static Set<String> differing(List<Trial> alike) {
        Set<String> axes = new TreeSet<>();
        alike.forEach(trial -> axes.addAll(trial.axes().keySet()));
        axes.removeIf(axis -> axis.startsWith("network")
                || alike.stream().map(trial -> trial.axes().getOrDefault(axis, "")).distinct().count() < 2);
        return axes;
    }

    private static String name(Trial trial, Set<String> axes, List<Trial> others) {
        Map<String, Long> uses = axes.stream().collect(Collectors.groupingBy(CellNames::last, Collectors.counting()));
        return trial.architecture().label() + axes.stream().filter(trial.axes()::containsKey)
                .map(axis -> " " + (uses.get(last(axis)) > 1 ? axis : last(axis)) + value(trial, axis, others))
                .collect(Collectors.joining());
    }

    private static String value(Trial trial, String axis, List<Trial> others) {
        String value = trial.axes().get(axis);
        boolean only = isStructured(value)
                && others.stream().map(other -> other.axes().get(axis)).filter(Objects::nonNull).allMatch(value::equals);
        return only ? "" : "=" + value;
    }

    /** As {@link Tree#words} writes mappings and lists of them. */
    private static boolean isStructured(String value) {
        return value.startsWith("[{") || value.startsWith("{");
    }

    private static String last(String axis) {
        return axis.substring(axis.lastIndexOf('.') + 1);
    }
}
