package org.resbench.claims;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.resbench.arch.Architecture;
import org.resbench.arch.Catalogue;
import org.resbench.arch.Network;
import org.resbench.arch.Operation;
import org.resbench.arch.counting.Counting;
import org.resbench.spec.CountMetric;
import org.resbench.spec.CountedLayers;
import org.resbench.units.PrintedNumber.Agreement;
import org.resbench.units.PrintedNumber;

/** Sizes of one network at its standard input and classes, and how published ones come from them.
 * @param multiplyAdds of convolutions and fully connected layers, for one image, forward
 * @param ofConvolutions those of convolutions alone */
public record NetworkCount(Network network, int depth, long parameters, long multiplyAdds, long ofConvolutions) {

    /** @param name in the catalogue
     * @throws IllegalArgumentException if there is none of that name */
    public static NetworkCount of(String name) {
        Architecture architecture = Catalogue.find(name);
        Network network = architecture.standardNetwork();
        List<Counting.LayerSize> layers = Counting.layers(network);
        return new NetworkCount(network, Counting.depth(network), layers.stream().mapToLong(Counting.LayerSize::parameters).sum(),
                layers.stream().mapToLong(Counting.LayerSize::multiplyAdds).sum(),
                layers.stream().filter(layer -> layer.layer().operation() instanceof Operation.Convolution)
                        .mapToLong(Counting.LayerSize::multiplyAdds).sum());
    }

    public long count(CountMetric metric, CountedLayers layers) {
        return switch (metric) {
            case PARAMETERS -> parameters;
            case MULTIPLY_ADDS -> switch (layers) {
                case ALL -> multiplyAdds;
                case CONVOLUTIONS -> ofConvolutions;
            };
        };
    }

    /** A way in which a published number comes from a count. @param layers what was counted @param agreement never {@code NONE} */
    public record Origin(CountedLayers layers, Agreement agreement) {}

    /** The first way that gives the published digits: everything counted before convolutions alone, rounded before cut off; empty if none
     * does. */
    public Optional<Origin> origin(CountMetric metric, PrintedNumber published) {
        for (CountedLayers layers : metric == CountMetric.MULTIPLY_ADDS
                ? CountedLayers.values() : new CountedLayers[] {CountedLayers.ALL}) {
            Agreement agreement = published.agreement(BigDecimal.valueOf(count(metric, layers)));
            if (agreement != Agreement.NONE) {
                return Optional.of(new Origin(layers, agreement));
            }
        }
        return Optional.empty();
    }
}
