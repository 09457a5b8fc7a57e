package org.resbench.cli;

import org.resbench.runs.Json;
import org.resbench.runs.RunDiff;
import org.resbench.runs.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code resbench runs diff}. */
@Command(name = "diff", mixinStandardHelpOptions = true,
        header = "What differs between two runs.",
        description = "Every key of two runs' manifests and results that differs, and from which iteration on their losses do.",
        footer = {"", "Example: resbench runs diff resnet-8-w8-synthetic-s11 resnet-8-w8-synthetic-s12"})
final class RunsDiffCommand extends RunsCommand.Subcommand {
    @Parameters(index = "0", paramLabel = "A", description = "Path, name, or part of a name that one run has.")
    private String first;

    @Parameters(index = "1", paramLabel = "B", description = "Likewise.")
    private String second;

    @Override public Integer call() {
        RunDiff diff = RunDiff.between(RunStore.read(folder(first)), RunStore.read(folder(second)));
        print(json() ? Json.pretty(diff) : RunsText.diff(diff));
        return ExitCode.DONE;
    }
}
