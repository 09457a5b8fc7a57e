package org.resbench.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads an experiment: a file over its bases, the scale laid over them, overrides last, the matrix multiplied out. Everything that is
 * wrong is found at once and named with its place. */
public final class ExperimentFile {
    /** Names become names of folders. */
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

    private final List<Problem> problems = new ArrayList<>();
    private final YamlReader yaml = new YamlReader(problems);

    private final KnownData known;

    private ExperimentFile(KnownData known) {
        this.known = known;
    }

    /** @param overrides {@code key.path=value} @param seeds instead of the file's
     * @throws SpecException with everything that is wrong */
    public static Experiment load(Path file, Scale scale, List<String> overrides, Optional<List<Long>> seeds) {
        return load(file, scale, overrides, seeds, KnownData.NOTHING);
    }

    /** @param known of data sets, which trials must fit
     * @throws SpecException with everything that is wrong */
    public static Experiment load(Path file, Scale scale, List<String> overrides, Optional<List<Long>> seeds, KnownData known) {
        ExperimentFile reader = new ExperimentFile(known);
        Experiment experiment = reader.read(file, scale, overrides, seeds);
        reader.stopIfWrong();
        return experiment;
    }

    private void stopIfWrong() {
        if (!problems.isEmpty()) {
            throw new SpecException(problems);
        }
    }

    private Experiment read(Path file, Scale scale, List<String> overrides, Optional<List<Long>> seeds) {
        Tree.Entries merged = new Bases(yaml, problems).read(file);
        stopIfWrong();
        Tree.Entries root = new Overrides(yaml, problems).apply(scaled(merged, scale), overrides);
        Keys keys = new Keys(root, "", problems);
        String name = keys.text("name", null);
        if (keys.has("name") && !name.matches(NAME)) {
            keys.wrong("name", "'" + name + "' must be of letters, digits, points, hyphens and underscores");
        }
        String title = keys.text("title", name);
        PaperReference reference = paper(keys.inner("paper"));
        ReportPlan plan = report(keys.inner("report"));
        ClaimReader claims = new ClaimReader(keys);
        Optional<Work> untrained = untrained(new Keys(merged, "", problems), keys, file);
        claims.checkKinds(untrained.orElse(new Work.Training()));
        if (untrained.isPresent()) {
            seeds.ifPresent(given -> keys.wrong(untrained.get() instanceof Complexity ? "complexity" : MeasuringReader.KEY,
                    "needs no seeds; leave --seeds away"));
            keys.done("extends", "scales");
            return new Experiment(name, title, reference, untrained.get() instanceof Complexity
                    ? Scale.PAPER : scale, List.of(), claims.claims(), plan, untrained.get(), file, overrides);
        }
        int before = problems.size();
        List<Trial> trials = new Matrix(root, keys, problems, known).trials(seeds.orElseGet(() -> seeds(keys)));
        boolean sound = problems.size() == before;
        keys.done("extends", "data", "network", "recipe", InitialiseFromReader.KEY, "matrix", "seeds", "scales",
                "complexity", MeasuringReader.KEY);
        if (sound && overrides.stream().noneMatch(override -> override.startsWith("matrix."))) {
            claims.check(trials);
        }
        return new Experiment(name, title, reference, scale, trials, claims.claims(), plan, file, overrides);
    }

    /** What is counted or measured; empty for an experiment that trains. */
    private static Optional<Work> untrained(Keys merged, Keys keys, Path file) {
        Optional<Measuring> measuring = MeasuringReader.read(merged, keys, file);
        if (measuring.isPresent() && keys.has("complexity")) {
            keys.wrong("complexity", "stands beside '" + MeasuringReader.KEY + "', which counts too; remove one of them");
            return Optional.of(measuring.get());
        }
        return measuring.map(Work.class::cast).or(() -> ComplexityReader.read(merged, keys).map(Work.class::cast));
    }

    private static PaperReference paper(Keys keys) {
        PaperReference paper = new PaperReference(keys.text("id", null), keys.text("place", null));
        keys.done();
        return paper;
    }

    private static ReportPlan report(Keys keys) {
        ReportPlan plan = new ReportPlan(keys.texts("figures", ReportPlan.FIGURES), keys.texts("tables", ReportPlan.TABLES));
        keys.done();
        return plan;
    }

    private Tree.Entries scaled(Tree.Entries root, Scale scale) {
        Keys scales = new Keys(root, "", problems).inner("scales");
        List<String> names = Arrays.stream(Scale.values()).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
        for (String name : names) {
            scales.inner(name);
        }
        scales.done();
        Tree.Entries rest = root.without("scales");
        String chosen = scale.name().toLowerCase(Locale.ROOT);
        return scales.tree(chosen).filter(Tree.Entries.class::isInstance).map(overlay -> {
            Tree.Entries entries = (Tree.Entries) overlay;
            for (String key : List.of("name", "extends", "scales", "paper", "complexity")) {
                if (entries.values().containsKey(key)) {
                    scales.inner(chosen).wrong(key, "is the same at every scale; move it to the top of the file");
                }
            }
            Tree.Entries merged = rest.mergedWith(entries);
            return new Tree.Entries(merged.values(), merged.keys(), rest.place());
        }).orElse(rest);
    }

    private static List<Long> seeds(Keys keys) {
        if (!keys.has("seeds")) {
            return List.of(Defaults.SEED);
        }
        List<Long> seeds = new ArrayList<>();
        for (Tree seed : keys.list("seeds")) {
            try {
                seeds.add(Long.parseLong(seed.words()));
            } catch (NumberFormatException e) {
                keys.wrong("seeds", "'" + seed.words() + "' must be a whole number");
                return seeds;
            }
        }
        if (keys.tree("seeds").filter(Tree.Items.class::isInstance).isPresent()
                && (seeds.stream().distinct().count() != seeds.size() || seeds.isEmpty())) {
            keys.wrong("seeds", "must be a list of different whole numbers, at least one");
        }
        return seeds;
    }
}
