package org.resbench.cli;

import java.util.List;
import java.util.stream.Stream;
import org.resbench.arch.Architecture;
import org.resbench.arch.counting.Counting;
import org.resbench.arch.counting.Counting.LayerSize;
import org.resbench.arch.Network;
import org.resbench.arch.counting.ReferenceSize;
import org.resbench.arch.counting.ReferenceSize.Quantity;

/** A network with what {@code resbench network} tells about it.
 * @param depth weighted layers
 * @param layers every layer's size; the three numbers before are their sums
 * @param references comparable statements of others; none for another input or number of classes than theirs */
record NetworkSize(Network network, int depth, long parameters, long multiplyAdds, long activations, List<LayerSize> layers,
                   List<ReferenceSize> references) {

    static NetworkSize of(Architecture architecture, Network network) {
        boolean standard = network.input().equals(architecture.standardInput()) && network.classes() == architecture.standardClasses();
        List<ReferenceSize> references = standard ? Stream.of(Quantity.values())
                .flatMap(quantity -> ReferenceSize.of(network.name(), quantity).stream()).toList() : List.of();
        List<LayerSize> layers = Counting.layers(network);
        return new NetworkSize(network, Counting.depth(network), layers.stream().mapToLong(LayerSize::parameters).sum(),
                layers.stream().mapToLong(LayerSize::multiplyAdds).sum(), layers.stream().mapToLong(LayerSize::activations).sum(), layers,
                references);
    }

    boolean agrees(ReferenceSize size) {
        return size.agreesWith(switch (size.quantity()) {
            case PARAMETERS -> parameters;
            case MULTIPLY_ADDS -> multiplyAdds;
        });
    }

    boolean differs() {
        return references.stream().anyMatch(size -> !agrees(size));
    }
}
