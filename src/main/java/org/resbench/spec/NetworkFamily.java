package org.resbench.spec;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code network.family} may be, and which other keys a network of that family has. */
enum NetworkFamily {
    PLAIN("depth", "shortcut", "width", "pixel_grid", "zero_channels"),
            RESIDUAL("depth", "shortcut", "width", "pixel_grid", "zero_channels"),
    IMAGENET_PLAIN("depth"), IMAGENET_RESIDUAL("depth", "shortcut", "stride"),
    RESNEXT("depth", "layout", "cardinality", "group_width", "output_width"),
    DENSENET("depth", "layout", "growth"), VGG("depth"), ALEXNET(), GOOGLENET("form", "auxiliary_heads"),
    MLP("depth", "units", "batch_norm"),
    RESIDUAL_MLP("depth", "units", "batch_norm");

    private final List<String> keys;

    NetworkFamily(String... keys) {
        this.keys = List.of(keys);
    }

    List<String> keys() {
        return keys;
    }

    /** Keys of any family, {@code family} first. */
    static Set<String> all() {
        Set<String> all = new LinkedHashSet<>(Set.of("family"));
        Stream.of(values()).map(NetworkFamily::keys).forEach(all::addAll);
        return all;
    }

    /** Notes keys that the family chosen has no use for. */
    void refuseOthers(Keys network) {
        all().stream().filter(key -> !key.equals("family") && !keys.contains(key) && network.has(key)).forEach(key -> network.wrong(key,
                "family '" + Settings.word(this) + "' has no such property; "
                        + (keys.isEmpty() ? "it has none" : "it has " + String.join(", ", keys))
                        + "; of " + String.join(", ", Arrays.stream(values()).filter(family -> family.keys.contains(key))
                                .map(Settings::word).toList())));
    }
}
