package org.resbench.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.resbench.runs.Json;
import org.resbench.runs.RunListing;
import org.resbench.runs.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code resbench runs}: looks after run folders; lists them when nothing else is asked. */
@Command(name = "runs", mixinStandardHelpOptions = true,
        header = "Lists, verifies, compares and cleans up runs.",
        description = "Lists, checks, compares and cleans up runs; without a command it lists them.",
        subcommands = {RunsCommand.ListRuns.class, RunsVerifyCommand.class, RunsDiffCommand.class,
                RunsRepeatsCommand.class, RunsGcCommand.class},
        footer = {"", "Example: resbench runs list --runs /data/runs"})
final class RunsCommand implements Callable<Integer> {
    @Mixin private CommonOptions common;
    @Spec private CommandSpec spec;

    @Override public Integer call() {
        return list(common.runStore(), common.json(), spec);
    }

    private static int list(RunStore store, boolean json, CommandSpec spec) {
        RunListing listing = RunListing.of(store);
        var out = spec.commandLine().getOut();
        out.print(json ? Json.pretty(listing) : RunsText.list(listing.runs(), Instant.now()));
        out.flush();
        if (!json) {
            listing.damaged().forEach(finding -> spec.commandLine().getErr().println("damaged: " + finding.text()));
        }
        return ExitCode.DONE;
    }

    /** What the commands below {@code runs} share: options count on either side of the command's name. */
    abstract static class Subcommand implements Callable<Integer> {
        @ParentCommand private RunsCommand parent;
        @Mixin private CommonOptions common;
        @Spec private CommandSpec spec;

        RunStore store() {
            boolean given = spec.commandLine().getParseResult().hasMatchedOption("--runs");
            return given ? common.runStore() : parent.common.runStore();
        }

        Path folder(String name) {
            return RunArgument.folder(store(), name);
        }

        boolean json() {
            return common.json() || parent.common.json();
        }

        void print(String text) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        }

        CommandSpec spec() {
            return spec;
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true,
            header = "Lists every run.",
            description = "Every run with its status, progress, test error and speed.",
            footer = {"", "Example: resbench runs list --json"})
    static final class ListRuns extends Subcommand {
        @Override public Integer call() {
            return list(store(), json(), spec());
        }
    }
}
