package org.resbench.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.resbench.arch.counting.Convention;
import org.resbench.arch.counting.Counting.LayerSize;
import org.resbench.arch.Operation;
import org.resbench.arch.counting.ReferenceSize;
import org.resbench.arch.counting.ReferenceSize.Quantity;
import org.resbench.arch.Shape;
import org.resbench.runs.Json;

/** What {@code resbench network --json} prints. Shapes are height, width, channels. */
final class NetworkJson {
    private NetworkJson() {}

    private record One(String name, int depth, List<Integer> input, int classes, long parameters, Convention convention,
                       long multiplyAdds, long activations, Optional<Training> training,
                       List<Reference> references, List<OneLayer> layers) {}

    /** @param multiplyAdds forward and backward, in the convention's unit */
    private record Training(int batch, long multiplyAdds, long keptBytes, long peakActivationBytes, long parameterBytes, long totalBytes) {}

    private record OneLayer(String name, ObjectNode operation, List<String> inputs, List<Integer> output, long parameters,
                            long multiplyAdds, long activations) {}

    /** @param value in ones, to as many digits as were printed */
    private record Reference(Quantity quantity, BigDecimal value, String source, boolean agrees, Optional<String> why) {}

    private record All(List<Row> networks, long differences) {}

    private record Row(String name, int depth, List<Integer> input, int classes, long parameters, long multiplyAdds,
                       List<Reference> references) {}

    static Object one(NetworkSize size) {
        return new One(size.network().name(), size.depth(), sides(size.network().input()), size.network().classes(), size.parameters(),
                size.convention(), size.multiplyAdds(), size.activations(), training(size), references(size),
                size.layers().stream().map(NetworkJson::layer).toList());
    }

    static Object all(List<NetworkSize> sizes) {
        return new All(sizes.stream().map(size -> new Row(size.network().name(), size.depth(), sides(size.network().input()),
                size.network().classes(), size.parameters(), size.multiplyAdds(), references(size))).toList(),
                sizes.stream().filter(NetworkSize::differs).count());
    }

    private static Optional<Training> training(NetworkSize size) {
        return size.memory().map(memory -> new Training(memory.batch(), Convention.TRAINING_FACTOR * memory.batch() * size.multiplyAdds(),
                memory.keptBytes(), memory.peakActivationBytes(), memory.parameterBytes(), memory.totalBytes()));
    }

    private static OneLayer layer(LayerSize size) {
        return new OneLayer(size.layer().name(), operation(size.layer().operation()), size.layer().inputs(), sides(size.layer().output()),
                size.parameters(), size.multiplyAdds(), size.activations());
    }

    /** The record's components behind its name: {@code "kind": "dense", "units": 10}. */
    private static ObjectNode operation(Operation operation) {
        String kind = new PropertyNamingStrategies.SnakeCaseStrategy().translate(operation.getClass().getSimpleName());
        return Json.object().put("kind", kind).setAll((ObjectNode) Json.tree(operation));
    }

    private static List<Reference> references(NetworkSize size) {
        return size.references().stream()
                .map(reference -> new Reference(reference.quantity(), new BigDecimal(reference.value().toPlainString()),
                        reference.source(), size.agrees(reference), size.explanation(reference))).toList();
    }

    private static List<Integer> sides(Shape shape) {
        return List.of(shape.height(), shape.width(), shape.channels());
    }
}
