package org.resbench.bench;

import java.io.PrintStream;
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
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs benchmarks with JMH's own options, then says how the training loop compares with a bare one. */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("first-steps")) {
            FirstSteps.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        CommandLineOptions options = new CommandLineOptions(arguments);
        if (options.shouldHelp()) {
            options.showHelp();
            return;
        }
        if (options.shouldList()) {
            new Runner(options).list();
            return;
        }
        // Otherwise JMH may call a benchmark before its clock starts, and an iteration would be more than one round.
        Collection<RunResult> results = new Runner(new OptionsBuilder().parent(options).syncIterations(false).build()).run();
        results.forEach(result -> compare(result, System.out));
    }

    private static void compare(RunResult result, PrintStream out) {
        List<Double> ratios = new ArrayList<>();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult round : fork.getIterationResults()) {
                Map<String, Result> turns = round.getSecondaryResults();
                if (turns.containsKey("loopMicroseconds")) {
                    ratios.add(turns.get("bareMicroseconds").getScore() / turns.get("loopMicroseconds").getScore());
                }
            }
        }
        if (!ratios.isEmpty()) {
            double[] sorted = ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
            out.printf(Locale.ROOT, "%s, batch %s: throughput of the training loop over that of the bare loop: median %.3f of %d rounds (%.3f to %.3f)%n",
                    result.getParams().getParam("network"), result.getParams().getParam("batch"), median, sorted.length, sorted[0],
                    sorted[sorted.length - 1]);
        }
    }
}
