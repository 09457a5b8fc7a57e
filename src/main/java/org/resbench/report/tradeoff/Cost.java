package org.resbench.report.tradeoff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.resbench.report.model.Numbers;
import org.resbench.runs.measurements.Task;
import org.resbench.spec.Measuring;

/** A quantity of which one would rather spend less, for one image.
 * @param id in names of figures @param words such as {@code multiply-adds} @param axis with its unit @param scale from the quantity's unit
 *     to the axis'
 * @param text of a value @param of a network; joules only where every round's were measured */
record Cost(String id, String words, String axis, double scale, DoubleFunction<String> text, Function<Contender, Optional<Estimate>> of) {
    private static final String IDLE = ", idle power included";

    /** Those that fronts and budgets are made of. Energy stands there whether it was measured or not: fronts need networks, and without
     * measured joules there is none. */
    static List<Cost> all(Measuring.Settings settings) {
        List<Cost> costs = new ArrayList<>(List.of(new Cost("multiply-adds", "multiply-adds",
                "multiply-adds of one image (billions)", 1e-9, CostsTable::billions,
                contender -> Optional.of(Estimate.exact(contender.multiplyAdds())))));
        List<Integer> batches = settings.inferenceBatches();
        for (int batch : batches) {
            costs.add(new Cost("inference-batch-" + batch, "inference, batch " + batch,
                    "inference, milliseconds for one image in batches of " + batch, 1e3,
                    seconds -> CostsTable.milliseconds(1000 * seconds) + " ms", contender -> contender.seconds(Task.INFERENCE, batch)));
        }
        settings.trainingBatch().ifPresent(batch -> costs.add(new Cost("training", "a training step, batch " + batch,
                "training step, milliseconds for one image in batches of " + batch, 1e3,
                seconds -> CostsTable.milliseconds(1000 * seconds) + " ms", contender -> contender.seconds(Task.TRAINING, batch))));
        if (!batches.isEmpty()) {
            int batch = batches.get(batches.size() - 1);
            costs.add(new Cost("inference-energy", "energy of inference, batch " + batch,
                    "inference, joules for one image" + IDLE, 1, Numbers::energy,
                    contender -> contender.measuredJoules(Task.INFERENCE, batch)));
        }
        settings.trainingBatch().ifPresent(batch -> costs.add(new Cost("training-energy", "energy of a training step, batch " + batch,
                "training step, joules for one image" + IDLE, 1, Numbers::energy,
                contender -> contender.measuredJoules(Task.TRAINING, batch))));
        return costs;
    }

    boolean isEnergy() {
        return id.endsWith("energy");
    }
}
