package org.resbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.resbench.report.cells.Cell;
import org.resbench.runs.RunResult;
import org.resbench.spec.Scale;

/** Says on every page why absolute numbers may not be set against published ones. */
final class Banner {
    /** The data sets of the paper, by the names that {@code resbench data fetch} gives them. */
    private static final Set<String> ORIGINAL = Set.of("cifar10", "cifar100");

    private Banner() {}

    /** Empty when every run is of scale paper and on original data. */
    static Optional<String> of(List<Scale> scales, List<Cell> cells) {
        List<String> reasons = new ArrayList<>();
        scales.stream().filter(s -> s != Scale.PAPER).forEach(s -> reasons.add(Words.scale(s).toUpperCase(Locale.ROOT) + " SCALE"));
        List<String> foreign = names(cells).stream().filter(n -> !ORIGINAL.contains(n)).toList();
        if (!foreign.isEmpty()) {
            reasons.add("data " + String.join(", ", foreign));
        }
        return reasons.isEmpty() ? Optional.empty()
                : Optional.of(String.join(", ", reasons) + ": absolute errors may not be set against published ones");
    }

    /** Names of the data sets that runs used. */
    static Optional<String> data(List<Cell> cells) {
        List<String> names = names(cells);
        return names.isEmpty() ? Optional.empty() : Optional.of(names.stream().collect(Collectors.joining(" and ")));
    }

    private static List<String> names(List<Cell> cells) {
        return cells.stream().flatMap(c -> c.trials().stream())
                .map(t -> t.result().map(RunResult::data).map(RunResult.DataUsed::name).orElse(t.trial().data().name())).distinct().sorted().toList();
    }
}
