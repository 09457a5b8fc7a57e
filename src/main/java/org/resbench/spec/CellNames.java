package org.resbench.spec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names the cells of a matrix: the network's label and, where several cells have that label, the settings in which these differ:
 * {@code resnet-20}, {@code resnet-20 learning_rate=0.05}. */
final class CellNames {
    private CellNames() {}

    /** @param firsts one trial of each cell @return their names, in the same order */
    static List<String> of(List<Trial> firsts) {
        Map<String, List<Trial>> byLabel = firsts.stream().collect(Collectors.groupingBy(trial -> trial.architecture().label()));
        Map<String, Set<String>> axes = new HashMap<>();
        byLabel.forEach((label, alike) -> axes.put(label, differing(alike)));
        return firsts.stream().map(trial -> name(trial, axes.get(trial.architecture().label()))).toList();
    }

    private static Set<String> differing(List<Trial> alike) {
        Set<String> axes = new TreeSet<>();
        alike.forEach(trial -> axes.addAll(trial.axes().keySet()));
        axes.removeIf(axis -> axis.startsWith("network")
                || alike.stream().map(trial -> trial.axes().getOrDefault(axis, "")).distinct().count() < 2);
        return axes;
    }

    private static String name(Trial trial, Set<String> axes) {
        Map<String, Long> uses = axes.stream().collect(Collectors.groupingBy(CellNames::last, Collectors.counting()));
        return trial.architecture().label() + axes.stream().filter(trial.axes()::containsKey)
                .map(axis -> " " + (uses.get(last(axis)) > 1 ? axis : last(axis)) + "=" + trial.axes().get(axis))
                .collect(Collectors.joining());
    }

    private static String last(String axis) {
        return axis.substring(axis.lastIndexOf('.') + 1);
    }
}
