package org.resbench.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.resbench.runs.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code resbench doctor}. */
@Command(name = "doctor", mixinStandardHelpOptions = true,
        header = "What this machine has for runs, and what is missing.",
        description = "Says what this machine has for runs (TensorFlow, devices, GPU libraries, data sets, energy "
                + "counters, memory, disk), what is missing and how to get it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:ready to run", "1:something keeps runs from being carried out as asked"},
        footer = {"", "Example: resbench doctor --json"})
final class DoctorCommand implements Callable<Integer> {
    @Mixin private CommonOptions common;
    @Mixin private MeterOptions meter;
    @Spec private CommandSpec spec;

    @Override public Integer call() {
        DoctorReport report = Doctor.examine(common.runs(), common.dataHome(), meter, line -> {
            if (!common.quiet()) {
                spec.commandLine().getErr().println(line);
            }
        });
        List<DoctorAdvice> advice = DoctorAdvice.on(report);
        ObjectNode facts = Json.object().setAll((ObjectNode) Json.tree(report));
        facts.set("advice", Json.tree(advice));
        spec.commandLine().getOut().print(common.json() ? Json.pretty(facts) : DoctorText.of(report, advice));
        spec.commandLine().getOut().flush();
        return advice.stream().anyMatch(DoctorAdvice::problem) ? ExitCode.FAILED : ExitCode.DONE;
    }
}
