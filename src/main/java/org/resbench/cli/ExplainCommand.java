package org.resbench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.resbench.arch.Architecture;
import org.resbench.claims.explain.Explanation;
import org.resbench.runs.Json;
import org.resbench.runs.Provenances;
import org.resbench.runs.Run;
import org.resbench.runs.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resbench explain}. */
@Command(name = "explain", mixinStandardHelpOptions = true, header = "What a run did otherwise than the paper.",
        description = "The differences between a run's recipe and the paper's, the likeliest explanation of the gap first, each "
                + "with the effect that a cited source or Resbench's own ablation measured, else 'unknown'.",
        footer = {"", "Example: resbench explain resnet-8-w8-synthetic-s11 --against he2015"})
final class ExplainCommand implements Callable<Integer> {
    static final String PAPER = "he2015";

    @Mixin private CommonOptions common;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "Path, name, or part of a name that one run has.")
    private String run;

    @Option(names = "--against", paramLabel = "PAPER", defaultValue = PAPER, description = "The paper (default: ${DEFAULT-VALUE}).")
    private String paper;

    @Override public Integer call() {
        Run subject = RunStore.read(RunArgument.folder(common.runStore(), run));
        List<Path> projects = new ArrayList<>(List.of(Path.of("")));
        Provenances.project().ifPresent(projects::add);
        PaperShelf shelf = PaperShelf.find(projects, paper);
        Architecture network = subject.manifest().trial().architecture();
        Explanation explanation = Explanation.of(subject, shelf.trial(network), shelf.has(network),
                shelf.published(network), shelf.effects());
        spec.commandLine().getOut()
                .print(common.json() ? Json.pretty(explanation) : ExplainText.of(explanation, shelf.trial(network), common.quiet()));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
