package org.resbench.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.resbench.data.Canonical;
import org.resbench.data.DataHome;
import org.resbench.data.DataImport;
import org.resbench.data.DataSummary;
import org.resbench.data.Progress;
import org.resbench.data.fetch.DataFetch;
import org.resbench.runs.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code resbench data}: looks after data sets; lists them when nothing else is asked. */
@Command(name = "data", mixinStandardHelpOptions = true,
        header = "Fetches, imports, lists, verifies and inspects data sets.",
        description = "Fetches, imports, lists, verifies and inspects data sets; without a command it lists them.",
        subcommands = {DataCommand.Fetch.class, DataCommand.Import.class, DataCommand.ListData.class, DataCommand.Verify.class,
            DataInspect.class},
        footer = {"", "Example: resbench data fetch cifar10"})
final class DataCommand implements Callable<Integer> {
    @Mixin private CommonOptions common;
    @Spec private CommandSpec spec;

    @Override public Integer call() {
        return list(common.dataHome(), common.json(), spec);
    }

    private static int list(DataHome home, boolean json, CommandSpec spec) {
        List<DataSummary> sets = home.list();
        print(spec, json ? Json.pretty(Json.object().put("folder", home.folder().toString()).set("data_sets", Json.tree(sets)))
                : DataText.list(sets));
        if (!json) {
            sets.stream().filter(set -> !set.problem().isEmpty())
                    .forEach(set -> spec.commandLine().getErr().println("damaged: " + set.problem()));
        }
        return ExitCode.DONE;
    }

    static void print(CommandSpec spec, String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }

    /** How a command shows that it is getting on. */
    static Progress progress(CommandSpec spec, boolean quiet) {
        PrintWriter err = spec.commandLine().getErr();
        if (quiet) {
            return Progress.NONE;
        }
        return Streams.live() ? new ProgressBars(err) : new ProgressLines(err, System::nanoTime);
    }

    /** What the commands below {@code data} share: options count on either side of the command's name. */
    abstract static class Subcommand implements Callable<Integer> {
        @ParentCommand private DataCommand parent;
        @Mixin private CommonOptions common;
        @Spec private CommandSpec spec;

        DataHome home() {
            return spec.commandLine().getParseResult().hasMatchedOption("--data") ? common.dataHome() : parent.common.dataHome();
        }

        boolean json() {
            return common.json() || parent.common.json();
        }

        boolean quiet() {
            return common.quiet() || parent.common.quiet();
        }

        CommandSpec spec() {
            return spec;
        }

        Progress progress() {
            return DataCommand.progress(spec, quiet());
        }

        /** Does the work of the command; a disk or network that refuses is no wrong input. */
        abstract int work();

        @Override public Integer call() {
            try {
                return work();
            } catch (UncheckedIOException e) {
                throw new UserError(e.getMessage(), ExitCode.FAILED);
            }
        }

        void print(DataSummary summary) {
            DataCommand.print(spec, json() ? Json.pretty(summary) : DataText.one(summary));
        }
    }

    @Command(name = "fetch", mixinStandardHelpOptions = true,
            header = "Gets CIFAR-10 or CIFAR-100 from its authors.",
            description = "Downloads the canonical archive, holds it to its SHA-256 and stores it. Started again after a "
                    + "break it goes on where it stopped. Does nothing if the data set is there already and whole.",
            footer = {"", "Examples:", "  resbench data fetch cifar10",
                "  resbench data fetch cifar10 --from cifar-10-binary.tar.gz"})
    static final class Fetch extends Subcommand {
        @Parameters(paramLabel = "NAME", description = "cifar10 or cifar100.")
        private String name;
        @Option(names = "--from", paramLabel = "FILE_OR_URL",
                description = "A copy of the same archive (default: the authors' place, https://www.cs.toronto.edu/~kriz/).")
        private String from;

        @Override int work() {
            Canonical set = Canonical.named(name)
                    .orElseThrow(() -> new UserError("'" + name
                            + "' cannot be fetched; must be cifar10 or cifar100; other images: resbench data import PATH --name " + name));
            print(new DataFetch(home(), progress()).run(set, Optional.ofNullable(from)));
            return ExitCode.DONE;
        }
    }

    @Command(name = "import", mixinStandardHelpOptions = true,
            header = "Makes a data set of folders of images.",
            description = "Makes a data set of a folder or tar.gz archive that holds train/CLASS/IMAGE and "
                    + "test/CLASS/IMAGE. Images are JPEG, PNG, GIF, BMP or TIFF, all of one size. Classes are numbered in name order.",
            footer = {"", "Example: resbench data import photos.tar.gz --name photos"})
    static final class Import extends Subcommand {
        @Parameters(paramLabel = "PATH", description = "A folder, or a .tar or .tar.gz archive.")
        private Path path;
        @Option(names = "--name", required = true, paramLabel = "NAME", description = "What experiment files will call it.")
        private String name;

        @Override int work() {
            print(new DataImport(home(), progress()).run(path, name));
            return ExitCode.DONE;
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true,
            header = "Lists every data set.",
            description = "Every data set with its classes, images and their size.",
            footer = {"", "Example: resbench data list --json"})
    static final class ListData extends Subcommand {
        @Override int work() {
            return list(home(), json(), spec());
        }
    }

    @Command(name = "verify", mixinStandardHelpOptions = true,
            header = "Checks a data set for damage.",
            description = "Reads every record of a data set and compares its files with the checksums of its import. "
                    + "Exit code 2 if anything is wrong.",
            footer = {"", "Example: resbench data verify photos"})
    static final class Verify extends Subcommand {
        @Parameters(paramLabel = "NAME", description = "As 'resbench data list' shows it.")
        private String name;

        @Override int work() {
            DataSummary summary = home().verify(name);
            if (!summary.problem().isEmpty() && !json()) {
                throw new UserError(summary.problem());
            }
            print(summary);
            return summary.problem().isEmpty() ? ExitCode.DONE : ExitCode.WRONG_INPUT;
        }
    }
}
