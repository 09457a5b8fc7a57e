package org.resbench.spec;

import java.util.List;
import java.util.Optional;

/** The meaning of the key complexity. */
final class ComplexityReader {
    private static final List<String> OF_TRAINING = List.of("data", "network", "recipe", "matrix", "seeds", "scales", "report");

    private ComplexityReader() {}

    /** Empty if the file has no such key, and so trains.
     * @param file as it is written, with its scales @param root with a scale laid over it */
    static Optional<Complexity> read(Keys file, Keys root) {
        if (root.tree("complexity").isEmpty()) {
            return Optional.empty();
        }
        for (String key : OF_TRAINING) {
            root.tree(key);
            file.tree(key).ifPresent(tree -> file.wrong(key,
                    "is about training, and an experiment with 'complexity' trains nothing; remove one of them"));
        }
        Keys keys = root.inner("complexity");
        Complexity complexity = new Complexity(names(keys, "networks"), names(keys, "layout"));
        if (complexity.networks().isEmpty()) {
            keys.wrong("networks", "is missing; must be a list of short names of networks");
        }
        keys.done();
        return Optional.of(complexity);
    }

    static List<String> names(Keys keys, String key) {
        List<Tree> list = keys.list(key);
        list.forEach(item -> CountClaims.known(item.words()).ifPresent(message -> keys.with(key, item).wrong(key, message)));
        List<String> names = list.stream().map(Tree::words).toList();
        if (names.stream().distinct().count() < names.size()) {
            keys.wrong(key, "names a network twice");
        }
        return names;
    }
}
