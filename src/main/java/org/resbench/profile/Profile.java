package org.resbench.profile;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resbench.arch.Network;
import org.resbench.tf.StepTrace;

/** Where the time of a step goes.
 * @param stepSeconds a step by the clock, untraced: median
 * @param tracedSeconds a traced step, from its first operation to its last: median
 * @param kinds by kind of work, those that occur, in the order of {@link Kind}
 * @param layers by layer of the network and phase, in the network's order; what is of no layer is left out
 * @param operations each operation that ran, once
 * @param example the traced step of median length
 * @param limits what the machine reaches in the same process */
public record Profile(Setup setup, int steps, double stepSeconds, double tracedSeconds, Map<Kind, Share> kinds,
                      Map<String, Map<Kind, Share>> layers, List<Attributed> operations, StepTrace example, Limits limits) {
    /** One operation and what it is counted as; its time is the median over the traced steps. */
    public record Attributed(StepTrace.Operation operation, Kind kind) {}

    static Profile of(Setup setup, Network network, List<StepTrace> traces, double stepSeconds, Limits limits) {
        Attribution attribution = new Attribution(network, setup.batch(), setup.work() == Setup.Work.TRAINING);
        List<Attribution.Part> parts = Medians.operations(traces).stream().map(attribution::of).toList();
        Map<Kind, Share> kinds = new EnumMap<>(Kind.class);
        Map<String, Map<Kind, Share>> layers = new LinkedHashMap<>();
        network.layers().forEach(layer -> layers.put(layer.name(), new EnumMap<>(Kind.class)));
        for (Attribution.Part part : parts) {
            kinds.merge(part.kind(), Share.NONE.plus(part), Share::plus);
            if (layers.containsKey(part.operation().layer())) {
                layers.get(part.operation().layer()).merge(part.kind(), Share.NONE.plus(part), Share::plus);
            }
        }
        List<StepTrace> byLength = traces.stream().sorted(Comparator.comparingLong(StepTrace::nanoseconds)).toList();
        return new Profile(setup, traces.size(), stepSeconds, Medians.of(traces.stream().map(StepTrace::nanoseconds)
                .toList()) / 1e9, kinds, layers, parts.stream().map(part -> new Attributed(part.operation(), part.kind())).toList(),
                byLength.get((traces.size() - 1) / 2), limits);
    }

    /** All operations. */
    public Share total() {
        return kinds.values().stream().reduce(Share.NONE, Share::plus);
    }

    /** A layer's operations. */
    public static Share total(Map<Kind, Share> layer) {
        return layer.values().stream().reduce(Share.NONE, Share::plus);
    }

    public double imagesPerSecond() {
        return setup.batch() / stepSeconds;
    }

    /** Floating-point operations a second of a whole step by the clock: two for each multiply-add that was made. */
    public double flops() {
        return 2 * total().multiplyAdds() / stepSeconds;
    }

    /** {@link #flops} over those of a large matrix product. */
    public double ofProduct() {
        return flops() / limits.productFlops();
    }

    /** Operations that are of no layer and of no other kind. */
    public List<StepTrace.Operation> unattributed() {
        return operations.stream().filter(one -> one.kind() == Kind.OTHER).map(Attributed::operation).toList();
    }
}
