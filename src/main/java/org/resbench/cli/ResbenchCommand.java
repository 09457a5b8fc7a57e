package org.resbench.cli;

import org.resbench.runs.Provenances;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code resbench}: everything is done by its subcommands. */
@Command(name = "resbench", mixinStandardHelpOptions = true, versionProvider = ResbenchCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Reruns the tables and figures of a paper and says, claim by claim, what holds.",
        subcommands = {
            PlanCommand.class, RunCommand.class, ReportCommand.class, NetworkCommand.class, DataCommand.class, RunsCommand.class,
            StatsCommand.class, DoctorCommand.class, EvaluateCommand.class, ExportCommand.class, PredictCommand.class,
            BaselineCommand.class, CheckCommand.class, ExplainCommand.class, ProfileCommand.class,
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:a run could not be carried out", "2:the input is wrong (usage, YAML, data)",
            "3:check only: regression", "4:check only: inconclusive, or nothing measured", "130:interrupted"},
        footer = {"", "Example: resbench run experiments/quickstart.yaml"})
final class ResbenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Without a command there is nothing to do. */
    @Override public void run() {
        throw new ParameterException(spec.commandLine(), "no command given; choose one of: "
                + String.join(", ", spec.subcommands().keySet()));
    }

    /** The version in pom.xml, for {@code --version}. */
    static final class Version implements IVersionProvider {
        @Override public String[] getVersion() {
            return new String[] {"resbench " + Provenances.resbenchVersion(), "Java " + System.getProperty("java.version")};
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new ResbenchCommand());
    }
}
