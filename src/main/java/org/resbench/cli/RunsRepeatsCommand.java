package org.resbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.resbench.claims.Repeats;
import org.resbench.runs.Json;
import org.resbench.runs.Run;
import org.resbench.runs.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code resbench runs repeats}. */
@Command(name = "repeats", mixinStandardHelpOptions = true,
        header = "What the same trials gave when they were run again.",
        description = "Holds runs of the same trial, seed and all, against each other over several stores: whether their weights are "
                + "equal to the bit, how far their test errors lie apart, and beside it the spread over seeds. "
                + "Copies of a run are left out. Exit code 2 if no trial has two runs.",
        footer = {"", "Example: resbench runs repeats again",
            "  after: resbench run experiments/quickstart.yaml --runs again"})
final class RunsRepeatsCommand extends RunsCommand.Subcommand {
    @Parameters(arity = "0..*", paramLabel = "STORE", description = "Folders of runs besides --runs.")
    private List<Path> stores = List.of();

    @Override public Integer call() {
        List<Run> runs = new ArrayList<>(store().list());
        for (Path folder : stores) {
            if (!Files.isDirectory(folder)) {
                throw new UserError(folder + ": is no folder of runs");
            }
            runs.addAll(new RunStore(folder).list());
        }
        Repeats repeats = Repeats.of(runs);
        if (repeats.trials().isEmpty()) {
            throw new UserError("no trial has two runs with a result here"
                    + (repeats.copies().isEmpty() ? "" : " (copies of a run do not count)")
                    + "; run the experiment again with another --runs DIR, and name that folder");
        }
        print(json() ? Json.pretty(repeats) : text(repeats));
        return ExitCode.DONE;
    }

    private static String text(Repeats repeats) {
        TextTable trials = TextTable.of("trial", ">seed", ">runs", "weights", "test errors (%)", ">range (points)");
        repeats.trials()
                .forEach(trial -> trials.row(trial.cell(), Long.toString(trial.seed()), Integer.toString(trial.testErrorPercent().size()),
                        trial.equalWeights() ? "equal" : trial.platforms().size() > 1 ? "differ, as do platforms" : "differ",
                        trial.testErrorPercent().stream().map(RunsRepeatsCommand::number).collect(Collectors.joining(" ")),
                        number(trial.rangePoints())));
        TextTable cells = TextTable.of("cell", ">std of repeats (points)", ">std over seeds (points)", ">seeds");
        repeats.cells().forEach(cell -> cells.row(cell.cell(), number(cell.repeatStdPoints()),
                cell.seedStdPoints().isPresent() ? number(cell.seedStdPoints().getAsDouble()) : "-", Integer.toString(cell.seeds())));
        return trials + "\n" + cells + listed("left out, copies of another run: ", repeats.copies())
                + listed("left out, without a result: ", repeats.unfinished());
    }

    private static String listed(String what, List<String> folders) {
        return folders.isEmpty() ? "" : what + String.join(", ", folders) + "\n";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
