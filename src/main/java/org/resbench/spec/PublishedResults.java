package org.resbench.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a paper prints and what others measured with its networks: {@code experiments/published/PAPER.yaml}.
 * @param paper id, as in the key {@code paper.id} of experiments
 * @param citedAs short, for captions
 * @param results of the paper, table by table
 * @param reproductions by others
 * @param sizes of networks, as the paper prints them */
public record PublishedResults(String paper, String citedAs, String citation, List<Source> results, List<Source> reproductions,
                               List<PublishedSizes> sizes) {
    /** Folder beside experiment files. */
    private static final String FOLDER = "published";
    private static final List<String> METRICS = List.of("test_error_percent", "top1_error_percent", "top5_error_percent");

    public PublishedResults {
        results = List.copyOf(results);
        reproductions = List.copyOf(reproductions);
        sizes = List.copyOf(sizes);
    }

    /** Numbers of one protocol from one place.
     * @param name who says so
     * @param place table, or address
     * @param values by short name of the network, in the order of the source */
    public record Source(String name, String place, String data, String metric, String protocol, Map<String, Value> values) {
        public Source {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        public Optional<Value> value(String network) {
            return Optional.ofNullable(values.get(network));
        }

        public boolean isOf(String data, String metric) {
            return this.data.equals(data) && this.metric.equals(metric);
        }
    }

    /** A number as its source gives it, in the metric's unit; at least one component says something.
     * @param value what the source leads with, which may be the best of several runs
     * @param mean over several runs @param std their sample standard deviation @param n how many they are
     * @param runs single runs, where the source lists them
     * @param remark empty if there is none */
    public record Value(Optional<Double> value, Optional<Double> mean, Optional<Double> std, Optional<Integer> n, List<Double> runs,
                        String remark) {
        public Value {
            runs = List.copyOf(runs);
        }
    }

    /** Of an experiment's paper; empty if no such file lies in a folder {@code published} beside the experiment's file or beside the folder
     * that it lies in.
     * @throws SpecException with everything that is wrong with it */
    public static Optional<PublishedResults> of(Experiment experiment) {
        if (experiment.paper() == null) {
            return Optional.empty();
        }
        return file(experiment.source(), experiment.paper().id()).map(PublishedResults::read);
    }

    /** The file of that name for an experiment that lies there; empty as for {@link #of}. */
    public static Optional<Path> file(Path experiment, String id) {
        Path folder = experiment.toAbsolutePath().normalize().getParent();
        return Stream.of(Optional.of(folder), Optional.ofNullable(folder.getParent())).flatMap(Optional::stream)
                .map(beside -> beside.resolve(FOLDER).resolve(id + ".yaml")).filter(Files::isRegularFile).findFirst();
    }

    /** The errors that a measuring experiment names; of several protocols at one place the first. */
    public Optional<Source> table(Measuring.PublishedError error) {
        return results.stream()
                .filter(source -> source.place().equals(error.place()) && source.metric().equals(error.metric())).findFirst();
    }

    /** @throws SpecException with everything that is wrong */
    public static PublishedResults read(Path file) {
        List<Problem> problems = new ArrayList<>();
        Keys keys = new Keys(new YamlReader(problems).file(file), "", problems);
        if (problems.isEmpty()) {
            String cited = keys.text("cited_as", null);
            PublishedResults published = new PublishedResults(keys.text("paper", null), cited, keys.text("citation", null),
                    keys.records("results").stream().map(source -> source(source, cited)).toList(),
                    keys.records("reproductions").stream().map(source -> source(source, source.text("source", null))).toList(),
                    keys.records("sizes").stream().map(PublishedSizes::read).toList());
            keys.done();
            if (problems.isEmpty()) {
                return published;
            }
        }
        throw new SpecException(problems);
    }

    private static Source source(Keys keys, String name) {
        String metric = keys.text("metric", null);
        if (keys.has("metric") && !METRICS.contains(metric)) {
            keys.wrong("metric", "'" + metric + "' must be one of " + String.join(", ", METRICS) + Suggestion.of(metric, METRICS));
        }
        Map<String, Value> values = new LinkedHashMap<>();
        Keys networks = keys.inner("values");
        for (String network : List.copyOf(networks.names())) {
            values.put(network, networks.tree(network).orElse(null) instanceof Tree.Entries ? value(networks.inner(network))
                    : new Value(Optional.of(error(networks, network)), Optional.empty(), Optional.empty(),
                            Optional.empty(), List.of(), ""));
        }
        Source source = new Source(name, keys.text("place", null), keys.text("data", null), metric, keys.text("protocol", null), values);
        keys.done();
        return source;
    }

    private static Value value(Keys keys) {
        List<Double> runs = new ArrayList<>();
        for (Tree run : keys.list("runs")) {
            Keys one = keys.with("runs", run);
            runs.add(error(one, "runs"));
        }
        Value value = new Value(optional(keys, "value"), optional(keys, "mean"), optional(keys, "std"),
                keys.has("n") ? Optional.of(keys.whole("n", null, 1)) : Optional.empty(), runs, keys.text("remark", ""));
        keys.done("n");
        if (value.value().isEmpty() && value.mean().isEmpty() && runs.isEmpty() && value.remark().isEmpty()) {
            keys.wrong("value", "must give a value, a mean, runs or a remark");
        }
        return value;
    }

    private static Optional<Double> optional(Keys keys, String key) {
        keys.tree(key);
        return keys.has(key) ? Optional.of(error(keys, key)) : Optional.empty();
    }

    private static double error(Keys keys, String key) {
        return keys.number(key, null, error -> error >= 0 && error <= 100, "a percentage from 0 to 100");
    }
}
