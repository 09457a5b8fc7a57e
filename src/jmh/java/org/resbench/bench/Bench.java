package org.resbench.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.WarmupMode;
import org.resbench.arch.Catalogue;
import org.resbench.gate.Simulation;

/** Runs benchmarks with JMH's own options, prints their tables, and sets the results beside the committed ones; some measurements that are
 * no benchmarks of JMH have names of their own. {@link #HELP} says all. */
public final class Bench {
    private static final int IMAGENET_SIDE = 224;
    private static final int WRONG = 2;
    private static final String HELP = """
            usage: harness/bench [--table FILE] [--out FILE] [PATTERN...] [JMH's options]
                   harness/bench compare NEW.json [OLD.json]
                   harness/bench first-steps NETWORK BATCH MICRO_BATCH STEPS
                   harness/bench peers DEPTH...
                   harness/bench openings [NETWORK [BATCH]]
                   harness/bench pytorch [--precision float32|mixed] [--modes eager,compile,graphs] NETWORK[:BATCH]...
                   harness/bench devices [--images NAME] gpu|cpu [WEIGHTS]...
                   harness/bench metering [NETWORK [BATCH [SECONDS [PERIOD]]]]
                   harness/bench statistics [REPEATS]
                   harness/bench gate-simulation

            Runs the benchmarks whose names hold a PATTERN (all of them without one) and prints each beside the last committed result in
            harness/results, with the ratio.
              --out FILE      write the results as JSON, with machine, date and commit; committed ones lie in harness/results
              --table FILE    write the table of Inference and TrainingStep as JSON
              -l              list the benchmarks
              -p NAME=A,B     values of a benchmark's parameter, such as network=resnet-20
              -wi N, -i N     warm-up and measured iterations; -w and -r their lengths, such as 500ms
              -f N            JVMs, one after the other
              -h              all of JMH's options
            Inference without -p imagenet=... takes every name of the catalogue made for 224x224, variants (-A, -C, -v1.5, -aux) with it.
            compare prints a file of --out beside another one, or beside the last committed ones. first-steps: seconds and peak memory
            of a build and so many updates. peers: training of residual networks beside another framework's; pytorch: beside PyTorch's
            on a GPU. openings: what might make training on a CPU faster, beside training as it is. devices: whether a GPU computes
            what the CPU does. metering: training with an energy meter, read every PERIOD seconds, and without one in turns.
            statistics: how often intervals hold. gate-simulation: error rates of 'resbench check'. docs/performance.md says what is
            measured and what came out.
            Exit codes: 0 done; 1 a benchmark failed; 2 the input is wrong.

            Examples: harness/bench BatchPreparation
                      harness/bench --out new.json TrainingStep -p network=resnet-20,resnet-56
                      harness/bench compare new.json
            """;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        try {
            begin(arguments);
        } catch (Arguments.WrongException e) {
            throw wrong(e.getMessage());
        }
    }

    private static void begin(String[] arguments) throws Exception {
        List<String> rest = arguments.length == 0 ? List.of() : List.of(arguments).subList(1, arguments.length);
        String[] others = rest.toArray(String[]::new);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "--help", "help" -> System.out.print(HELP);
            case "first-steps" -> FirstSteps.main(others);
            case "peers" -> Peers.main(others);
            case "openings" -> Openings.main(others);
            case "pytorch" -> PyTorchPeers.main(others);
            case "devices" -> System.exit(DeviceCheck.main(others) ? 0 : 1);
            case "metering" -> MeteringOverhead.main(others);
            case "gate-simulation" -> System.out.print(Simulation.table());
            case "statistics" -> StatisticsCoverage.main(others, System.out);
            case "compare" -> compare(rest);
            default -> run(arguments);
        }
    }

    private static void compare(List<String> files) throws IOException {
        if (files.isEmpty() || files.size() > 2) {
            throw wrong("compare takes one or two files of --out");
        }
        for (String file : files) {
            if (!Files.isRegularFile(Path.of(file))) {
                throw wrong("compare: " + file
                        + " does not exist; files of 'harness/bench --out' are compared, such as those in harness/results");
            }
        }
        Recorded fresh = Recorded.read(Path.of(files.get(0)));
        System.out.print(new Beside(fresh,
                files.size() == 2 ? List.of(Recorded.read(Path.of(files.get(1)))) : Recorded.committed()).text());
    }

    private static void run(String[] arguments) throws Exception {
        String[] left = arguments;
        Path table = null;
        Path out = null;
        while (left.length > 0 && (left[0].equals("--table") || left[0].equals("--out"))) {
            if (left.length == 1) {
                throw wrong(left[0] + " needs a FILE");
            }
            table = left[0].equals("--table") ? Path.of(left[1]) : table;
            out = left[0].equals("--out") ? Path.of(left[1]) : out;
            left = Arrays.copyOfRange(left, 2, left.length);
        }
        CommandLineOptions options = parsed(left);
        if (options.shouldHelp()) {
            options.showHelp();
        } else if (options.shouldList()) {
            new Runner(options).list();
        } else {
            Collection<RunResult> results = results(options);
            report(results, table, out, System.out);
        }
    }

    private static CommandLineOptions parsed(String[] arguments) {
        try {
            return new CommandLineOptions(arguments);
        } catch (CommandLineOptionException e) {
            throw wrong(e.getMessage());
        }
    }

    private static Collection<RunResult> results(CommandLineOptions options) {
        // Otherwise JMH may call a benchmark before its clock starts, and an iteration would be more than one round.
        ChainedOptionsBuilder settled = new OptionsBuilder().parent(options).syncIterations(false)
                .warmupMode(WarmupMode.INDI).shouldFailOnError(true);
        if (!options.getParameter("imagenet").hasValue()) {
            settled.param("imagenet", imagenet());
        }
        try {
            return new Runner(settled.build()).run();
        } catch (NoBenchmarksException e) {
            throw wrong("no benchmark is named like that; 'harness/bench -l' lists them");
        } catch (RunnerException e) {
            System.err.println("bench: a benchmark failed; what it said is above");
            System.exit(1);
            throw new IllegalStateException(e);
        }
    }

    private static void report(Collection<RunResult> results, Path table, Path out, PrintStream print) throws IOException {
        results.forEach(result -> LoopTable.print(result, print));
        StepTable steps = new StepTable(results);
        if (!steps.isEmpty()) {
            steps.print(print);
        }
        if (table != null) {
            steps.write(table);
        }
        Recorded fresh = Recorded.of(results);
        if (!fresh.results().isEmpty()) {
            print.print(new Beside(fresh, Recorded.committed()).text());
        }
        if (out != null) {
            fresh.write(out);
        }
    }

    /** Networks made for images of 224x224, by name. */
    private static String[] imagenet() {
        return Catalogue.names().stream()
                .filter(name -> Catalogue.find(name).standardInput().height() == IMAGENET_SIDE).toArray(String[]::new);
    }

    /** Ends the process with a sentence. */
    private static IllegalArgumentException wrong(String message) {
        System.err.println("bench: " + message + "; 'harness/bench --help' shows what is allowed");
        System.exit(WRONG);
        return new IllegalArgumentException(message);
    }
}
