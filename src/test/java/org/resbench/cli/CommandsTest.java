package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What every command owes its user. */
class CommandsTest {
    /** Of a line of help; picocli wraps a line that fills it. */
    private static final int WIDTH = 80;
    /** A line of {@code resbench --help} holds this much beside the name. */
    private static final int LONGEST_HEADER = 60;

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(Stream.of(command), command.getSubcommands().values().stream().distinct().flatMap(CommandsTest::all));
    }

    /** The shortcut past the other commands knows them by name. */
    @TestFactory Stream<DynamicTest> everyCommandIsFoundAloneByItsName() {
        return ResbenchCommand.commandLine().getSubcommands().keySet().stream().map(name -> DynamicTest.dynamicTest(name, () ->
                assertThat(ResbenchCommand.commandLine(List.of(name, "--help")).getSubcommands().keySet()).containsExactly(name)));
    }

    @TestFactory Stream<DynamicTest> everyCommandHasHelpWithAShortHeaderAnExampleAndTheCommonOptions() {
        return all(ResbenchCommand.commandLine()).skip(1)
                .map(command -> DynamicTest.dynamicTest(command.getCommandSpec().qualifiedName(), () -> {
                    String help = command.getUsageMessage(Ansi.OFF);
                    assertThat(command.getCommandSpec().usageMessage().header()).as("header").hasSize(1);
                    assertThat(command.getCommandSpec().usageMessage().header()[0]).hasSizeLessThanOrEqualTo(LONGEST_HEADER);
                    assertThat(help).contains("--help", "--runs", "--data", "--quiet", "--json");
                    assertThat(help.substring(help.lastIndexOf("Example"))).contains(command.getCommandSpec().qualifiedName());
                    assertThat(command.getCommandSpec().usageMessage().footer()).as("an example that is wrapped cannot be pasted")
                            .allSatisfy(line -> assertThat(line).hasSizeLessThan(WIDTH));
                }));
    }
}
