package org.resbench.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Entry point: reads the command line, runs the command, turns what it throws into a message and an exit code. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.setOut(Streams.standardOutput());
        System.setErr(Streams.standardError());
        int exitCode = run(List.of(arguments), new PrintWriter(System.out, true), new PrintWriter(System.err, true));
        System.out.flush();
        System.exit(exitCode);
    }

    /** Runs one command line in this JVM; tests call it too.
     * @return one of {@link ExitCode} */
    static int run(List<String> arguments, PrintWriter out, PrintWriter err) {
        CommandLine line = ResbenchCommand.commandLine(arguments);
        line.setOut(out).setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler((thrown, given) -> misused(thrown));
        line.setExecutionExceptionHandler((thrown, command, given) -> failed(thrown, command.getErr()));
        try {
            return line.execute(arguments.toArray(String[]::new));
        } catch (Error thrown) {
            return failed(thrown, err);
        }
    }

    private static int misused(ParameterException thrown) {
        CommandLine command = thrown.getCommandLine();
        PrintWriter err = command.getErr();
        if (debugging()) {
            thrown.printStackTrace(err);
        }
        err.println("resbench: " + words(thrown));
        UnmatchedArgumentException.printSuggestions(thrown, err);
        err.println("'" + command.getCommandSpec().qualifiedName() + " --help' shows what is allowed.");
        return ExitCode.WRONG_INPUT;
    }

    /** Picocli counts positions and begins with 'Error:'; the reader knows words. */
    private static String words(ParameterException thrown) {
        if (thrown instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            return "'" + String.join(" ", unmatched.getUnmatched()) + "' is not expected here";
        }
        return thrown.getMessage().replaceFirst("^Error: ", "");
    }

    private static int failed(Throwable thrown, PrintWriter err) {
        Failure failure = Failure.of(thrown);
        if (debugging()) {
            thrown.printStackTrace(err);
        }
        err.println("resbench: " + failure.message());
        err.flush();
        return failure.exitCode();
    }

    private static boolean debugging() {
        return "1".equals(System.getenv(Failure.DEBUG_VARIABLE));
    }
}
