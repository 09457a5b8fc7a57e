package org.resbench.cli;

import java.util.List;
import org.resbench.runs.Garbage;
import org.resbench.runs.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code resbench runs gc}. */
@Command(name = "gc", mixinStandardHelpOptions = true,
        header = "Removes what finished and failed runs do not need.",
        description = "Shows what could be removed: failed runs, runs that stopped before their first iteration, "
                + "and checkpoints of finished runs except the last, which holds the trained weights. Runs in use are left alone.",
        footer = {"", "Example: resbench runs gc --yes"})
final class RunsGcCommand extends RunsCommand.Subcommand {
    @Option(names = "--yes", description = "Remove it.")
    private boolean yes;

    @Option(names = "--weights", description = "Also the trained weights of finished runs; these cannot be evaluated or exported any more.")
    private boolean weights;

    @Override public Integer call() {
        List<Garbage> garbage = Garbage.find(store(), weights);
        if (yes) {
            garbage.forEach(Garbage::remove);
        }
        print(json() ? Json.pretty(Json.object().put("removed", yes).put("freed_bytes", garbage.stream().mapToLong(Garbage::bytes).sum())
                .set("garbage", Json.tree(garbage))) : RunsText.garbage(garbage, yes));
        return ExitCode.DONE;
    }
}
