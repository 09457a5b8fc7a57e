package org.resbench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.resbench.runs.Finding;
import org.resbench.runs.Json;
import org.resbench.runs.RunVerifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code resbench runs verify}. */
@Command(name = "verify", mixinStandardHelpOptions = true,
        header = "Checks run folders for damage.",
        description = "Checks that run folders can be read and that their files agree with each other.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no damage", "1:a run is damaged", "2:no such run"},
        footer = {"", "Example: resbench runs verify resnet-8-w8-synthetic-s11"})
final class RunsVerifyCommand extends RunsCommand.Subcommand {
    @Parameters(arity = "0..*", paramLabel = "RUN", description = "Path, name, or part of a name that one run has (default: all).")
    private List<String> names = List.of();

    @Override public Integer call() {
        List<Path> folders = names.isEmpty() ? store().folders() : names.stream().map(this::folder).toList();
        List<Finding> findings = new ArrayList<>();
        folders.forEach(folder -> findings.addAll(RunVerifier.verify(folder)));
        print(json() ? Json.pretty(Json.object().put("runs", folders.size()).set("findings", Json.tree(findings)))
                : RunsText.findings(findings, folders.size()));
        return findings.stream().anyMatch(Finding::damage) ? ExitCode.FAILED : ExitCode.DONE;
    }
}
