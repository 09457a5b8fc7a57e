package org.resbench.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.resbench.cli.plan.Plan;
import org.resbench.runs.Processors;

/** Whether the steps of a plan fit into the memory of the GPU that would train it. */
final class GpuMemory {
    private GpuMemory() {}

    /** The plan with a note about the first GPU, if there is one: TensorFlow takes it unless told otherwise. */
    static Plan noted(Plan plan, List<Processors.Gpu> gpus) {
        return gpus.isEmpty() || plan.trials().isEmpty() ? plan : plan.with(note(plan, gpus.get(0)));
    }

    private static String note(Plan plan, Processors.Gpu gpu) {
        String has = gpu.name() + " has " + RunsText.bytes(gpu.memoryBytes()) + " of memory; ";
        String large = plan.trials().stream().filter(row -> row.trainingMemoryBytes() > gpu.memoryBytes())
                .map(row -> row.cell() + " (" + RunsText.bytes(row.trainingMemoryBytes()) + ")").distinct()
                .collect(Collectors.joining(", "));
        long most = plan.trials().stream().mapToLong(Plan.Row::trainingMemoryBytes).max().orElseThrow();
        return large.isEmpty() ? has + "the largest step takes " + RunsText.bytes(most) + ", and what TensorFlow needs on top"
                : has + "a step does not fit of " + large + "; take a smaller recipe.micro_batch_size, or recipe.precision=mixed";
    }
}
