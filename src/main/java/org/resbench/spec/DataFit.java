package org.resbench.spec;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.resbench.arch.Architecture;
import org.resbench.arch.Shape;

/** Notes what of a data set does not fit a trial: images too small for the network, classes that there are not. Each is noted once. */
final class DataFit {
    /** Where the file leaves the number open; it changes no map's size. */
    private static final int FEWEST_CLASSES = 2;

    private final KnownData known;
    private final Set<Object> seen = new HashSet<>();

    DataFit(KnownData known) {
        this.known = known;
    }

    /** @param keys of {@code data} */
    void check(Architecture architecture, DataSpec data, Keys keys) {
        Optional<KnownData.Facts> facts = known.of(data.name());
        if (seen.add(List.of(architecture, data.imageSize(), data.imageSize() == 0 ? data.name() : ""))) {
            images(architecture, data, facts, keys);
        }
        facts.filter(found -> data.classes() > found.classes() && seen.add(List.of(data.name(), data.classes())))
                .ifPresent(found -> keys.wrong("classes", "'" + data.classes() + "' is more than the " + found.classes() + " classes of '"
                        + data.name() + "'; must be 1 to " + found.classes() + ", or left out for all"));
    }

    private static void images(Architecture architecture, DataSpec data, Optional<KnownData.Facts> facts, Keys keys) {
        boolean own = data.imageSize() == 0;
        Optional<Shape> image = own ? facts.map(KnownData.Facts::image) : Optional.of(Shape.image(data.imageSize()));
        try {
            image.ifPresent(input -> architecture.network(input, Math.max(FEWEST_CLASSES, data.classes())));
        } catch (IllegalArgumentException e) {
            keys.wrong(own ? "name" : "image_size",
                    (own ? "images of '" + data.name() + "' are too small: " : "'" + data.imageSize() + "' is too small: ")
                    + e.getMessage());
        }
    }
}
