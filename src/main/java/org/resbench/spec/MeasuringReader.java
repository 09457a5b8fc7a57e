package org.resbench.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.resbench.arch.Catalogue;
import org.resbench.arch.Shape;
import org.resbench.spec.Measuring.PublishedError;
import org.resbench.spec.Measuring.Settings;

/** The meaning of the key measure. */
final class MeasuringReader {
    static final String KEY = "measure";
    private static final List<String> OF_TRAINING = List.of("data", "network", "recipe", "matrix", "seeds",
            "report", InitialiseFromReader.KEY);

    private MeasuringReader() {}

    /** Empty if the file has no such key.
     * @param file as it is written, with its scales @param root with a scale laid over it @param source where the file lies */
    static Optional<Measuring> read(Keys file, Keys root, Path source) {
        if (root.tree(KEY).isEmpty()) {
            return Optional.empty();
        }
        for (String key : OF_TRAINING) {
            root.tree(key);
            file.tree(key).ifPresent(tree -> file.wrong(key, "is about training, and an experiment with '" + KEY
                    + "' trains nothing to the end; remove one of them"));
        }
        Keys keys = root.inner(KEY);
        List<String> networks = ComplexityReader.names(keys, "networks");
        if (networks.isEmpty()) {
            keys.wrong("networks", "is missing; must be a list of short names of networks");
        }
        Measuring measuring = new Measuring(networks, errors(keys, source), settings(keys));
        if (measuring.settings().inferenceBatches().isEmpty() && measuring.settings().trainingBatch().isEmpty()) {
            keys.wrong("inference_batches", "is empty and training_batch is missing, so nothing is measured; give one of them");
        }
        fit(measuring, keys);
        keys.done();
        return Optional.of(measuring);
    }

    private static Settings settings(Keys keys) {
        List<Integer> batches = new ArrayList<>();
        for (Tree batch : keys.list("inference_batches")) {
            batches.add(keys.with("inference_batches", batch).whole("inference_batches", null, 1));
        }
        for (int i = 1; i < batches.size(); i++) {
            if (batches.get(i) <= batches.get(i - 1)) {
                keys.wrong("inference_batches", "must be whole numbers of at least 1, each above the one before");
                break;
            }
        }
        Optional<Integer> training = keys.tree("training_batch").isEmpty() ? Optional.empty()
                : Optional.of(keys.whole("training_batch", null, 1));
        return new Settings(keys.whole("image_size", Settings.IMAGE_SIZE, 0), batches, training, keys.whole("warm_up", Settings.WARM_UP, 0),
                keys.whole("rounds", Settings.ROUNDS, 1),
                keys.number("seconds", Settings.SECONDS, value -> value > 0 && value <= 3600, "above 0 and at most 3600"));
    }

    /** Notes networks for which the image is too small. */
    private static void fit(Measuring measuring, Keys keys) {
        int size = measuring.settings().imageSize();
        for (String network : size > 0 ? measuring.networks() : List.<String>of()) {
            if (CountClaims.known(network).isEmpty()) {
                try {
                    Catalogue.find(network).network(Shape.image(size), Catalogue.find(network).standardClasses());
                } catch (IllegalArgumentException e) {
                    keys.wrong("image_size", "'" + size + "' is too small for " + network + ": " + e.getMessage());
                }
            }
        }
    }

    private static List<PublishedError> errors(Keys keys, Path source) {
        List<PublishedError> errors = new ArrayList<>();
        for (Keys one : keys.records("errors")) {
            PublishedError error = new PublishedError(one.text("published", null), one.text("place", null), one.text("metric", null));
            if (one.has("published") && one.has("place") && one.has("metric")) {
                check(error, one, source);
            }
            one.done();
            errors.add(error);
        }
        return errors;
    }

    private static void check(PublishedError error, Keys keys, Path source) {
        Optional<Path> file = PublishedResults.file(source, error.published());
        if (file.isEmpty()) {
            keys.wrong("published", "there is no published/" + error.published() + ".yaml in the experiment's folder or the one above");
            return;
        }
        PublishedResults published = PublishedResults.read(file.get());
        if (published.table(error).isEmpty()) {
            keys.wrong("place", "'" + error.place() + "' with " + error.metric() + " is not in " + file.get().getFileName() + "; it has "
                    + String.join(", ", published.results().stream().map(table -> table.place() + " (" + table.metric() + ")").toList()));
        }
    }
}
