package org.resbench.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.resbench.arch.Architecture;
import org.resbench.arch.counting.Convention;
import org.resbench.arch.counting.Counting;
import org.resbench.arch.counting.Counting.LayerSize;
import org.resbench.arch.Network;
import org.resbench.arch.counting.ReferenceSize;
import org.resbench.arch.counting.ReferenceSize.Quantity;
import org.resbench.arch.counting.TrainingMemory;

/** A network with what {@code resbench network} tells about it.
 * @param convention how work was counted; {@code multiplyAdds} is in its unit
 * @param memory of a training step, if a batch size was given
 * @param depth weighted layers
 * @param layers every layer's size; the three numbers before are their sums
 * @param references comparable statements of others; none for another input or number of classes than theirs */
record NetworkSize(Network network, Convention convention, Optional<TrainingMemory> memory, int depth, long parameters, long multiplyAdds,
                   long activations, List<LayerSize> layers, List<ReferenceSize> references) {

    /** By the paper's convention. */
    static NetworkSize of(Architecture architecture, Network network) {
        return of(architecture, network, Convention.PAPER, Optional.empty());
    }

    /** @param batch images of a training step, if its memory is to be told
     * @throws IllegalArgumentException if the convention says nothing of one of the layers */
    static NetworkSize of(Architecture architecture, Network network, Convention convention, Optional<Integer> batch) {
        boolean standard = convention == Convention.PAPER && network.input().equals(architecture.standardInput())
                && network.classes() == architecture.standardClasses();
        List<ReferenceSize> references = standard ? Stream.of(Quantity.values())
                .flatMap(quantity -> ReferenceSize.of(network.name(), quantity).stream()).toList() : List.of();
        List<LayerSize> layers = Counting.layers(network, convention);
        return new NetworkSize(network, convention, batch.map(images -> Counting.trainingMemory(network, images)), Counting.depth(network),
                layers.stream().mapToLong(LayerSize::parameters).sum(), layers.stream().mapToLong(LayerSize::multiplyAdds).sum(),
                layers.stream().mapToLong(LayerSize::activations).sum(), layers, references);
    }

    /** Whether the count, or what the source says that it counts, gives the printed digits. */
    boolean agrees(ReferenceSize size) {
        return size.agreesWith(count(size)) || explanation(size).isPresent();
    }

    /** Why a number that the paper prints is not the rounded count: its digits were cut off, or it is of convolutions alone. Empty if it
     * is, or for no such reason. */
    Optional<String> explanation(ReferenceSize size) {
        if (!size.isThePapers() || size.agreesWith(count(size))) {
            return Optional.empty();
        }
        if (size.cutFrom(count(size))) {
            return Optional.of("further digits were cut off");
        }
        boolean convolutions = size.quantity() == Quantity.MULTIPLY_ADDS
                && size.agreesWith(Counting.forward(network, Convention.CONVOLUTIONS));
        return convolutions ? Optional.of("convolutions alone") : Optional.empty();
    }

    private long count(ReferenceSize size) {
        return switch (size.quantity()) {
            case PARAMETERS -> parameters;
            case MULTIPLY_ADDS -> multiplyAdds;
        };
    }

    boolean differs() {
        return references.stream().anyMatch(size -> !agrees(size));
    }
}
