package org.resbench.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.resbench.runs.Run;
import org.resbench.spec.Scale;

/** What the runs of one experiment measured.
 * @param codes every version of the code that made them
 * @param platforms every machine that they were made on
 * @param cells by name, those with a finished run
 * @param unfinished runs without a result */
record Measured(String experiment, Scale scale, List<CodeVersion> codes, List<Platform> platforms, List<Cell> cells,
        List<Unfinished> unfinished) {

    /** @param status such as {@code interrupted} */
    record Unfinished(String cell, long seed, String status) {
        String words() {
            return "seed " + seed + " of " + cell + " is " + status;
        }
    }

    /** @param runs of one experiment at one scale
     * @throws GateException if runs of one cell do not belong together */
    static Measured of(String experiment, Scale scale, List<Run> runs) {
        Map<String, List<Run>> finished = new TreeMap<>();
        List<Unfinished> unfinished = new ArrayList<>();
        for (Run run : runs) {
            String cell = run.manifest().trial().cell();
            if (run.result().isPresent()) {
                finished.computeIfAbsent(cell, none -> new ArrayList<>()).add(run);
            } else {
                unfinished.add(new Unfinished(cell, run.manifest().trial().seed(), run.status().name().toLowerCase(Locale.ROOT)));
            }
        }
        unfinished.sort(Comparator.comparing(Unfinished::cell).thenComparing(Unfinished::seed));
        List<Run> whole = finished.values().stream().flatMap(List::stream).toList();
        return new Measured(experiment, scale, whole.stream().map(run -> CodeVersion.of(run.manifest().provenance())).distinct().toList(),
                whole.stream().map(Platform::of).distinct().toList(),
                finished.entrySet().stream().map(entry -> CellMaker.of(entry.getKey(), entry.getValue())).toList(), unfinished);
    }

    Optional<Cell> cell(String name) {
        return cells.stream().filter(cell -> cell.cell().equals(name)).findFirst();
    }

    List<Unfinished> unfinished(String cell) {
        return unfinished.stream().filter(run -> run.cell().equals(cell)).toList();
    }

    /** The one version of code that made the runs.
     * @throws GateException if there are several */
    CodeVersion code() {
        if (codes.size() > 1) {
            throw new GateException("the runs were made by " + codes.size() + " versions of the code: "
                    + String.join(" and ", codes.get(0).differences(codes.get(1)))
                    + "; a verdict is about one version: make them anew with one");
        }
        return codes.get(0);
    }
}
