package org.resbench.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.resbench.runs.Event;

/** Layers as {@code docs/networks.md} names them. */
class GradientRatioTest {
    @Test void isTheFirst3x3LayersNormOverTheLastOnes() {
        List<Event> events = List.of(norms(1, Map.of("conv1", 0.5, "stage3.block9.conv2", 2.0)),
                norms(400, Map.of("conv1", 3.0, "stage3.block9.conv2", 2.0)));
        assertThat(GradientRatio.atStart(events)).isEqualTo(OptionalDouble.of(0.25));
        assertThat(GradientRatio.atEnd(events)).isEqualTo(OptionalDouble.of(1.5));
    }

    @Test void leavesOutProjectionsAndTheFullyConnectedLayer() {
        assertThat(GradientRatio.atStart(List.of(norms(1,
                Map.of("conv1", 1.0, "stage3.block9.conv2", 4.0, "stage3.block9.shortcut.conv", 100.0, "fc", 7.0)))))
                .isEqualTo(OptionalDouble.of(0.25));
    }

    @Test void isUnknownWithoutNorms() {
        assertThat(GradientRatio.atStart(List.of())).isEmpty();
        assertThat(GradientRatio.atEnd(List.of(new Event(Instant.EPOCH, "step", 1, Map.of("loss", 2.3))))).isEmpty();
    }

    /** In the network's order, whatever order the map is written in. */
    private static Event norms(long iteration, Map<String, Double> unordered) {
        Map<String, Double> ordered = new LinkedHashMap<>();
        for (String layer : List.of("conv1", "stage3.block9.conv2", "stage3.block9.shortcut.conv", "fc")) {
            if (unordered.containsKey(layer)) {
                ordered.put(layer, unordered.get(layer));
            }
        }
        return new Event(Instant.EPOCH, "layer_gradient_norms", iteration, Map.of("norms", ordered));
    }
}
