package org.resbench.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads an experiment: files merged, the scale laid over them, overrides last, the matrix multiplied out. */
public final class ExperimentFile {
    private final List<Problem> problems = new ArrayList<>();
    private final YamlReader yaml = new YamlReader(problems);

    private ExperimentFile() {}

    /** @param overrides {@code key.path=value} @param seeds instead of the file's
     * @throws SpecException with everything that is wrong */
    public static Experiment load(Path file, Scale scale, List<String> overrides, Optional<List<Long>> seeds) {
        ExperimentFile reader = new ExperimentFile();
        Experiment experiment = reader.read(file, scale, overrides, seeds);
        if (!reader.problems.isEmpty()) {
            throw new SpecException(reader.problems);
        }
        return experiment;
    }

    private Experiment read(Path file, Scale scale, List<String> overrides, Optional<List<Long>> seeds) {
        Tree.Entries root = yaml.read(file);
        if (!problems.isEmpty()) {
            throw new SpecException(problems);
        }
        root = override(scaled(root, scale), overrides);
        Keys keys = new Keys(root, "", problems);
        Keys paper = keys.inner("paper");
        PaperReference reference = new PaperReference(paper.text("id", null), paper.text("place", null));
        paper.done();
        Keys report = keys.inner("report");
        ReportPlan plan = new ReportPlan(report.texts("figures"), report.texts("tables"));
        report.done();
        String name = keys.text("name", null);
        String title = keys.text("title", name);
        List<Claim> claims = ClaimReader.claims(keys);
        List<Trial> trials = trials(root, keys, seeds.orElseGet(() -> seeds(keys)));
        keys.done("data", "network", "recipe", "matrix", "seeds");
        return new Experiment(name, title, reference, scale, trials, claims, plan, file);
    }

    private Tree.Entries scaled(Tree.Entries root, Scale scale) {
        Keys keys = new Keys(root, "", problems);
        Keys scales = keys.inner("scales");
        Optional<Tree> overlay = scales.tree(scale.name().toLowerCase(Locale.ROOT));
        scales.done("paper", "reduced", "smoke");
        Tree.Entries rest = root.without("scales");
        return overlay.isPresent() && overlay.get() instanceof Tree.Entries entries ? rest.mergedWith(entries) : rest;
    }

    private Tree.Entries override(Tree.Entries root, List<String> overrides) {
        Tree.Entries result = root;
        for (String override : overrides) {
            int equals = override.indexOf('=');
            if (equals < 1) {
                problems.add(new Problem("--set " + override, 0, 0, "", "must be key.path=value"));
            } else {
                result = result.with(override.substring(0, equals), yaml.value(override.substring(equals + 1), "--set " + override));
            }
        }
        return result;
    }

    private static List<Long> seeds(Keys keys) {
        if (!keys.has("seeds")) {
            return List.of(1L);
        }
        List<Long> seeds = new ArrayList<>();
        for (Tree seed : keys.list("seeds")) {
            try {
                seeds.add(Long.parseLong(seed.words()));
            } catch (NumberFormatException e) {
                keys.wrong("seeds", "'" + seed.words() + "' must be a whole number");
            }
        }
        if (seeds.stream().distinct().count() != seeds.size() || seeds.isEmpty()) {
            keys.wrong("seeds", "must be a list of different whole numbers, at least one");
        }
        return seeds;
    }

    private List<Trial> trials(Tree.Entries root, Keys keys, List<Long> seeds) {
        List<Trial> trials = new ArrayList<>();
        Map<Object, String> known = new LinkedHashMap<>();
        for (Map<String, Tree> cell : cells(keys)) {
            Tree.Entries filled = root;
            for (Map.Entry<String, Tree> value : cell.entrySet()) {
                filled = filled.with(value.getKey(), value.getValue());
            }
            Keys inner = new Keys(filled, "", problems);
            Map<String, String> axes = new LinkedHashMap<>();
            cell.forEach((path, value) -> axes.put(path, value.words()));
            Trial first = new Trial("", axes, TrialReader.network(inner), TrialReader.data(inner.inner("data")),
                    TrialReader.recipe(inner.inner("recipe")), 0);
            String name = cellName(first);
            String twin = known.putIfAbsent(List.of(first.architecture(), first.data(), first.recipe()), name);
            if (twin != null) {
                keys.wrong("matrix", "'" + name + "' stands twice: two cells with equal network, data and recipe; remove one");
            }
            seeds.forEach(seed -> trials.add(new Trial(name, axes, first.architecture(), first.data(), first.recipe(), seed)));
        }
        return trials;
    }

    private static String cellName(Trial trial) {
        String others = trial.axes().entrySet().stream().filter(axis -> !axis.getKey().startsWith("network"))
                .sorted(Map.Entry.comparingByKey())
                .map(axis -> " " + axis.getKey().substring(axis.getKey().lastIndexOf('.') + 1) + "=" + axis.getValue())
                .collect(Collectors.joining());
        return trial.architecture().label() + others;
    }

    /** The product of all axes; {@code cases} is an axis whose values set several key paths at once. */
    private List<Map<String, Tree>> cells(Keys keys) {
        List<Map<String, Tree>> cells = new ArrayList<>(List.of(new LinkedHashMap<>()));
        Keys matrix = keys.inner("matrix");
        for (String axis : List.copyOf(matrix.names())) {
            List<Tree> values = matrix.list(axis);
            if (values.isEmpty()) {
                matrix.wrong(axis, "is empty; give at least one value or remove the axis");
            }
            List<Map<String, Tree>> product = new ArrayList<>();
            for (Map<String, Tree> cell : cells) {
                for (Tree value : values) {
                    Map<String, Tree> next = new LinkedHashMap<>(cell);
                    if (!axis.equals("cases")) {
                        next.put(axis, value);
                    } else if (value instanceof Tree.Entries entries) {
                        next.putAll(entries.values());
                    } else {
                        matrix.wrong(axis, "must be a list of mappings from key paths to values");
                    }
                    product.add(next);
                }
            }
            cells = product;
        }
        return cells;
    }
}
