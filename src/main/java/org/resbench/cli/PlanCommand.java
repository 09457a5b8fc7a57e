package org.resbench.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.resbench.cli.plan.Plan;
import org.resbench.cli.plan.Planner;
import org.resbench.runs.Json;
import org.resbench.runs.Processors;
import org.resbench.spec.Experiment;
import org.resbench.train.DeviceWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resbench plan}: what an experiment asks for, before it is run. Loads no TensorFlow. */
@Command(name = "plan", mixinStandardHelpOptions = true, header = "Lists the trials of an experiment and how long they take.",
        description = "Lists every trial with its weighted layers, trainable parameters, multiply-adds for one image, steps "
                + "and training images, which of them are finished already, and the time that they take by the finished runs in --runs: "
                + "those of the same network, batch and image size on this machine, else the nearest one, scaled by multiply-adds.",
        footer = {"", "Example: resbench plan experiments/quickstart.yaml --scale smoke"})
final class PlanCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private CommonOptions common;
    @Mixin private ExperimentOptions how;

    @Parameters(paramLabel = "FILE", description = "The experiment's YAML file.")
    private Path file;

    @Override public Integer call() {
        Experiment experiment = how.load(file, common.runStore(), common.dataHome());
        Plan plan = GpuMemory.noted(new Planner(common.runStore(), common.dataHome(), DeviceWords::here)
                .plan(experiment), Processors.gpuMemories());
        String text = experiment.complexity().map(complexity -> CountingRun.plan(experiment, complexity))
                .or(() -> experiment.measuring().map(measuring -> MeasuringRun.plan(experiment, measuring)))
                .orElseGet(() -> PlanText.of(plan));
        spec.commandLine().getOut().print(common.json() ? Json.pretty(plan) : text);
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
