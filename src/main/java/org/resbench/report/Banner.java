package org.resbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.resbench.claims.OriginalData;
import org.resbench.report.cells.Cell;
import org.resbench.runs.RunResult;
import org.resbench.spec.Scale;

/** Says on every page why absolute numbers may not be set against published ones. */
final class Banner {
    private Banner() {}

    /** Empty when every run is of scale paper, with the file's recipe, on the paper's data and its test split.
     * @param paper id, empty if unknown @param changes overrides of the recipe */
    static Optional<String> of(String paper, List<Scale> scales, List<String> changes, List<Cell> cells) {
        List<String> reasons = new ArrayList<>();
        scales.stream().filter(s -> s != Scale.PAPER).forEach(s -> reasons.add(Words.scale(s).toUpperCase(Locale.ROOT) + " SCALE"));
        List<RunResult> results = cells.stream().flatMap(c -> c.results().stream()).toList();
        List<String> foreign = results.stream().map(RunResult::data).filter(d -> !OriginalData.isOriginal(paper, d))
                .map(RunResult.DataUsed::name)
                .distinct().sorted().toList();
        if (!foreign.isEmpty()) {
            reasons.add("data " + String.join(", ", foreign));
        }
        if (!changes.isEmpty()) {
            reasons.add("recipe changed by " + String.join(", ", changes));
        }
        if (results.stream().anyMatch(r -> !r.protocol().split().equals("test"))) {
            reasons.add("not the test split");
        }
        return reasons.isEmpty() ? Optional.empty()
                : Optional.of(String.join(", ", reasons) + ": absolute errors may not be set against published ones");
    }

    /** Names of the data sets that runs used, or would use. */
    static Optional<String> data(List<Cell> cells) {
        List<String> names = cells.stream().flatMap(c -> c.trials().stream())
                .map(t -> t.result().map(RunResult::data).map(RunResult.DataUsed::name).orElse(t.trial().data().name())).distinct().sorted()
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", names));
    }
}
