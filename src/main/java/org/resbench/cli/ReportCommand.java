package org.resbench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.resbench.report.Format;
import org.resbench.runs.Provenances;
import org.resbench.spec.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resbench report}: the report of runs that are there. Trains nothing and loads no TensorFlow. */
@Command(name = "report", mixinStandardHelpOptions = true, header = "Reports runs that are there, without training.",
        description = "Judges the claims of an experiment on the runs that are there and writes its report. Without "
                + "FILE, reports every experiment that the runs name and whose file lies below experiments/ (here, then Resbench's own), "
                + "at every scale it was run at; the remaining runs come into one report of tables.",
        footer = {"", "Example: resbench report experiments/quickstart.yaml --formats html,pdf"})
final class ReportCommand implements Callable<Integer> {
    private static final String EXPERIMENTS = "experiments";

    @Spec private CommandSpec spec;
    @Mixin private CommonOptions common;
    @Mixin private ExperimentOptions how;
    @Mixin private FootprintOptions footprint;
    @Mixin private LooksOptions looks;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The experiment's YAML file (default: all that the runs name).")
    private Path file;

    @Option(names = "--out", paramLabel = "DIR",
            description = "Where the report goes (default: report/NAME-SCALE); "
                    + "without FILE, the folder above the reports (default: report).")
    private Path out;

    @Option(names = "--formats", paramLabel = "LIST",
            description = "Of html, pdf, png, svg, csv, tex, md and json, separated by commas (default: all).")
    private String formats = Format.allNames();

    @Override public Integer call() {
        if (file == null && (how.given() || looks.given())) {
            throw new UserError("--scale, --set, --seeds, --until-decided and --max-seeds say how FILE is read; "
                    + "name it: resbench report FILE");
        }
        Set<Format> asked = formats();
        if (file == null) {
            return reporting(out == null ? ExperimentOptions.REPORTS : out, asked).ofEverything(shelf());
        }
        Experiment experiment = how.load(file, common.runStore());
        Path folder = out == null ? ExperimentOptions.reportFolder(experiment) : out;
        return reporting(folder, asked).of(experiment, looks.plan(experiment, folder));
    }

    private Reporting reporting(Path folder, Set<Format> asked) {
        return new Reporting(common.runStore(), new Reporting.Options(folder, asked, common.quiet(), common.json(), footprint.footprint(),
                common.dataHome()::classNames), spec.commandLine().getOut());
    }

    private Set<Format> formats() {
        try {
            return Format.parse(formats);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage());
        }
    }

    private static ExperimentShelf shelf() {
        List<Path> folders = new ArrayList<>(List.of(Path.of(EXPERIMENTS)));
        Provenances.project().ifPresent(project -> folders.add(project.resolve(EXPERIMENTS)));
        return new ExperimentShelf(folders);
    }
}
