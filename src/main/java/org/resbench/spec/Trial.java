package org.resbench.spec;

import java.util.Map;
import java.util.Optional;
import org.resbench.arch.Architecture;

/** One network, one recipe, one seed.
 * @param cell readable name of the matrix cell, equal for all its seeds, such as {@code resnet-20} or
 *     {@code resnet-20 learning_rate=0.05}
 * @param axes the matrix values of this cell by key path, such as {@code network.depth -> 20}; what claims select by
 * @param architecture the network
 * @param initialiseFrom the trained network that it starts from; empty if every weight is drawn
 * @param seed seeds initial weights, data order and augmentation */
public record Trial(String cell, Map<String, String> axes, Architecture architecture, DataSpec data, Recipe recipe,
                    Optional<InitialiseFrom> initialiseFrom, long seed) {
    public Trial {
        axes = Map.copyOf(axes);
    }

    /** One whose weights are all drawn. */
    public Trial(String cell, Map<String, String> axes, Architecture architecture, DataSpec data, Recipe recipe, long seed) {
        this(cell, axes, architecture, data, recipe, Optional.empty(), seed);
    }

    /** The same with another seed. */
    public Trial withSeed(long other) {
        return new Trial(cell, axes, architecture, data, recipe, initialiseFrom, other);
    }

    /** The same, starting from there. */
    public Trial from(InitialiseFrom source) {
        return new Trial(cell, axes, architecture, data, recipe, Optional.of(source), seed);
    }
}
