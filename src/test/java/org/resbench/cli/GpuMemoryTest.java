package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.cli.plan.Plan;
import org.resbench.cli.plan.Planner;
import org.resbench.data.DataHome;
import org.resbench.runs.Processors;
import org.resbench.runs.RunStore;
import org.resbench.spec.ExperimentFile;
import org.resbench.spec.Scale;

class GpuMemoryTest {
    private static final long GIB = 1L << 30;
    @TempDir Path folder;

    @Test void aStepThatDoesNotFitIsNamedWithTheRemedy() {
        assertThat(notes(GIB / 4, "float32"))
                .containsExactly("GPU has " + RunsText.bytes(GIB / 4) + " of memory; a step does not fit of resnet-56 (" + memory("float32")
                        + "); take a smaller recipe.micro_batch_size, or recipe.precision=mixed");
        assertThat(notes(80 * GIB, "float32"))
                .containsExactly("GPU has " + RunsText.bytes(80 * GIB) + " of memory; the largest step takes " + memory("float32")
                        + ", and what TensorFlow needs on top");
    }

    @Test void withoutAGpuNothingIsSaid() {
        assertThat(GpuMemory.noted(plan("float32"), List.of()).notes()).isEqualTo(plan("float32").notes());
    }

    /** Activations of 2 bytes instead of 4 are nearly all of a CIFAR network's memory. */
    @Test void mixedPrecisionTakesAboutHalf() {
        double wide = plan("float32").trials().get(0).trainingMemoryBytes();
        assertThat(plan("mixed").trials().get(0).trainingMemoryBytes() / wide).isBetween(0.5, 0.55);
    }

    private List<String> notes(long bytes, String precision) {
        List<String> before = plan(precision).notes();
        List<String> notes = GpuMemory.noted(plan(precision),
                List.of(new Processors.Gpu("GPU", bytes), new Processors.Gpu("other", 1))).notes();
        return notes.subList(before.size(), notes.size());
    }

    private String memory(String precision) {
        return RunsText.bytes(plan(precision).trials().get(0).trainingMemoryBytes());
    }

    private Plan plan(String precision) {
        return new Planner(new RunStore(folder), new DataHome(folder), devices -> Optional.empty()).plan(ExperimentFile.load(
                Path.of("experiments/table-6.yaml"), Scale.PAPER,
                List.of("matrix.cases=[{network.depth: 56}]", "recipe.precision=" + precision), Optional.of(List.of(1L))));
    }
}
