package org.resbench.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.resbench.gate.BaselineFile;
import org.resbench.gate.Check;
import org.resbench.gate.Gate;
import org.resbench.gate.Verdict;
import org.resbench.gate.documents.JUnitDocument;
import org.resbench.gate.documents.MarkdownDocument;
import org.resbench.runs.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resbench check}. */
@Command(name = "check", mixinStandardHelpOptions = true, header = "Fails when runs are worse than their baseline.",
        description = "Holds runs against a baseline: accuracy, loss, and on the same platform throughput and measured energy. A "
                + "regression is a loss "
                + "beyond chance, corrected for the number of comparisons; a pass needs the baseline's margins to be ruled out.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:pass", "1:a run or the baseline cannot be read",
                "2:wrong input, such as a baseline of another experiment or one that was changed by hand",
            "3:regression", "4:inconclusive, or nothing measured"},
        footer = {"", "Example: resbench check runs --baseline baselines/mine.json --junit check.xml"})
final class CheckCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private CommonOptions common;

    @Parameters(arity = "0..1", paramLabel = "RUNS", description = "Folder of runs (default: that of --runs).")
    private Path folder;

    @Option(names = "--baseline", required = true, paramLabel = "FILE", description = "What 'resbench baseline' wrote.")
    private Path baseline;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML there, for CI servers.")
    private Path junit;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write Markdown there, for a pull request.")
    private Path markdown;

    @Override public Integer call() {
        Check check = Gate.check(BaselineFile.read(baseline), GateRuns.read(folder, common));
        write(junit, () -> JUnitDocument.of(check));
        write(markdown, () -> MarkdownDocument.of(check));
        int exitCode = exitCode(check.verdict());
        spec.commandLine().getOut().print(common.json() ? Json.pretty(check) : GateText.check(check, baseline, common.quiet()));
        spec.commandLine().getOut().flush();
        return exitCode;
    }

    private static void write(Path file, java.util.function.Supplier<String> text) {
        if (file == null) {
            return;
        }
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Files.writeString(file, text.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int exitCode(Verdict verdict) {
        return switch (verdict) {
            case PASS -> ExitCode.DONE;
            case REGRESSION -> ExitCode.REGRESSION;
            case INCONCLUSIVE, NOTHING_MEASURED -> ExitCode.INCONCLUSIVE;
        };
    }
}
