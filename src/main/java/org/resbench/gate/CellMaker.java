package org.resbench.gate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.resbench.runs.Run;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunResult.DataUsed;
import org.resbench.runs.RunResult.Protocol;
import org.resbench.spec.Settings;

/** Puts the finished runs of one cell together, and refuses what does not belong together. */
final class CellMaker {
    /** They leave every weight and the final numbers as they are. */
    private static final Set<String> HARMLESS = Set.of("recipe.evaluate_every", "recipe.checkpoint_every");

    private CellMaker() {}

    /** @param runs with a result, one at least
     * @throws GateException if a seed is there twice, or recipes, protocols or data are mixed */
    static Cell of(String name, List<Run> runs) {
        refuseMixed(name, "recipes", runs, CellMaker::settings);
        refuseDoubledSeeds(name, runs);
        refuseMixed(name, "test protocols", runs, run -> result(run).protocol());
        refuseMixed(name, "data", runs, run -> result(run).data());
        Protocol protocol = result(runs.get(0)).protocol();
        DataUsed data = result(runs.get(0)).data();
        List<Cell.Sample> samples = runs.stream().map(CellMaker::sample).sorted(Comparator.comparingLong(Cell.Sample::seed)).toList();
        return new Cell(name, settings(runs.get(0)), protocol, data, samples);
    }

    private static Cell.Sample sample(Run run) {
        Map<String, Double> values = new TreeMap<>();
        Arrays.stream(GateMetric.values()).forEach(metric -> metric.value(run).ifPresent(value -> values.put(metric.key(), value)));
        return new Cell.Sample(run.manifest().trial().seed(), run.manifest().fingerprint(), result(run).status().name()
                .toLowerCase(Locale.ROOT),
                result(run).weightsSha256(), values);
    }

    private static Map<String, String> settings(Run run) {
        Map<String, String> settings = new TreeMap<>(Settings.of(run.manifest().trial()).values());
        settings.keySet().removeAll(HARMLESS);
        return settings;
    }

    private static RunResult result(Run run) {
        return run.result().orElseThrow();
    }

    private static void refuseDoubledSeeds(String name, List<Run> runs) {
        Map<Long, List<Run>> bySeed = runs.stream().collect(Collectors.groupingBy(run -> run.manifest().trial().seed(), TreeMap::new,
                Collectors.toList()));
        bySeed.forEach((seed, same) -> {
            if (same.size() > 1) {
                throw new GateException(name + ": seed " + seed + " is there " + same.size() + " times (" + folders(same)
                        + "); a copy is no further evidence: leave one of them in the folder");
            }
        });
    }

    private static void refuseMixed(String name, String what, List<Run> runs, Function<Run, Object> property) {
        Run first = runs.get(0);
        List<Run> others = runs.stream().filter(run -> !property.apply(run).equals(property.apply(first))).toList();
        if (!others.isEmpty()) {
            throw new GateException(name + ": its runs have different " + what + " (" + folders(List.of(first, others.get(0))) + "): "
                    + differing(property.apply(first), property.apply(others.get(0)))
                    + "; keep what belongs together in a folder of its own (--runs DIR)");
        }
    }

    private static String differing(Object first, Object second) {
        if (first instanceof Map<?, ?> a && second instanceof Map<?, ?> b) {
            TreeSet<String> keys = new TreeSet<>();
            a.keySet().forEach(key -> keys.add(key.toString()));
            b.keySet().forEach(key -> keys.add(key.toString()));
            List<String> parts = new ArrayList<>();
            keys.stream().filter(key -> !String.valueOf(a.get(key)).equals(String.valueOf(b.get(key))))
                    .forEach(key -> parts.add(key + " " + a.get(key) + " and " + b.get(key)));
            return String.join(", ", parts);
        }
        return first + " and " + second;
    }

    private static String folders(List<Run> runs) {
        return runs.stream().map(Run::folder).map(Path::getFileName).map(Path::toString).collect(Collectors.joining(", "));
    }
}
