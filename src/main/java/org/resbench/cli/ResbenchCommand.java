package org.resbench.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:a run could not be carried out", "2:the input is wrong (usage, YAML, data)",
            "3:check only: regression", "4:check only: inconclusive, or nothing measured", "130:interrupted"},
        footer = {"", "Example: resbench run experiments/quickstart.yaml"})
final class ResbenchCommand implements Runnable {
    /** By name, in the order of the help. Picocli reads every field of a command that it is given, so it is given no more than are
     * needed. */
    private static final Map<String, Class<?>> COMMANDS = commands();

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

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("plan", PlanCommand.class);
        commands.put("run", RunCommand.class);
        commands.put("report", ReportCommand.class);
        commands.put("network", NetworkCommand.class);
        commands.put("data", DataCommand.class);
        commands.put("runs", RunsCommand.class);
        commands.put("stats", StatsCommand.class);
        commands.put("doctor", DoctorCommand.class);
        commands.put("evaluate", EvaluateCommand.class);
        commands.put("export", ExportCommand.class);
        commands.put("predict", PredictCommand.class);
        commands.put("baseline", BaselineCommand.class);
        commands.put("check", CheckCommand.class);
        commands.put("explain", ExplainCommand.class);
        commands.put("profile", ProfileCommand.class);
        return commands;
    }

    /** With every command. */
    static CommandLine commandLine() {
        return commandLine(List.of());
    }

    /** With the command that the arguments begin with, or with all. */
    static CommandLine commandLine(List<String> arguments) {
        CommandLine line = new CommandLine(new ResbenchCommand());
        Class<?> first = arguments.isEmpty() ? null : COMMANDS.get(arguments.get(0));
        if (first != null) {
            return line.addSubcommand(first);
        }
        COMMANDS.values().forEach(line::addSubcommand);
        return line;
    }
}
