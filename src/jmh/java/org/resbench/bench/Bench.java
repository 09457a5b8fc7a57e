package org.resbench.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.resbench.gate.Simulation;
import org.resbench.arch.Catalogue;

/** Runs benchmarks with JMH's own options, then says how the training loop compares with a bare one, and prints the table of inference;
 * {@code --table FILE} before JMH's options writes that table as JSON, too. */
public final class Bench {
    private static final String TABLE = "--table";
    private static final int IMAGENET_SIDE = 224;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("first-steps")) {
            FirstSteps.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        if (arguments.length > 0 && arguments[0].equals("peers")) {
            Peers.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        if (arguments.length > 0 && arguments[0].equals("gate-simulation")) {
            System.out.print(Simulation.table());
            return;
        }
        boolean tableToFile = arguments.length > 1 && arguments[0].equals(TABLE);
        if (arguments.length > 0 && arguments[0].equals("statistics")) {
            StatisticsCoverage.main(Arrays.copyOfRange(arguments, 1, arguments.length), System.out);
            return;
        }
        CommandLineOptions options = new CommandLineOptions(tableToFile ? Arrays.copyOfRange(arguments, 2, arguments.length) : arguments);
        if (options.shouldHelp()) {
            options.showHelp();
            return;
        }
        if (options.shouldList()) {
            new Runner(options).list();
            return;
        }
        // Otherwise JMH may call a benchmark before its clock starts, and an iteration would be more than one round.
        ChainedOptionsBuilder settled = new OptionsBuilder().parent(options).syncIterations(false);
        if (!options.getParameter("imagenet").hasValue() && imagenet().length > 0) {
            settled.param("imagenet", imagenet());
        }
        Collection<RunResult> results = new Runner(settled.build()).run();
        results.forEach(result -> compare(result, System.out));
        InferenceTable table = new InferenceTable(results);
        if (!table.isEmpty()) {
            table.print(System.out);
        }
        if (tableToFile) {
            table.write(Path.of(arguments[1]));
        }
    }

    /** Networks made for images of 224x224, by name. */
    private static String[] imagenet() {
        return Catalogue.names().stream().filter(name -> Catalogue.find(name).standardInput().height() == IMAGENET_SIDE).toArray(String[]::new);
    }

    private static void compare(RunResult result, PrintStream out) {
        double[] ratios = ratios(result, "Microseconds");
        if (ratios.length > 0) {
            out.printf(Locale.ROOT, "%s, batch %s, training loop against bare loop: throughput %s; images for each second of processor time %s%n",
                    result.getParams().getParam("network"), result.getParams().getParam("batch"), words(ratios),
                    words(ratios(result, "CpuMicroseconds")));
        }
    }

    /** Bare loop's time over training loop's, of each round, ascending. */
    private static double[] ratios(RunResult result, String time) {
        List<Double> ratios = new ArrayList<>();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult round : fork.getIterationResults()) {
                Map<String, Result> turns = round.getSecondaryResults();
                if (turns.containsKey("loop" + time)) {
                    ratios.add(turns.get("bare" + time).getScore() / turns.get("loop" + time).getScore());
                }
            }
        }
        return ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static String words(double[] sorted) {
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return String.format(Locale.ROOT, "%.3f (median of %d rounds, %.3f to %.3f)", median, sorted.length, sorted[0], sorted[sorted.length - 1]);
    }
}
