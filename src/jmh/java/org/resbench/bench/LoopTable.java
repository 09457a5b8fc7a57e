package org.resbench.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What {@code TrainingThroughput} says of the training loop against a bare one. */
final class LoopTable {
    private LoopTable() {}

    /** Prints a line; nothing for other benchmarks. */
    static void print(RunResult result, PrintStream out) {
        double[] ratios = ratios(result, "Microseconds");
        if (ratios.length > 0) {
            out.printf(Locale.ROOT, "%s, batch %s, training loop against bare loop: throughput %s; "
                    + "images for each second of processor time %s%n", result.getParams().getParam("network"),
                    result.getParams().getParam("batch"), words(ratios), words(ratios(result, "CpuMicroseconds")));
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
        return String.format(Locale.ROOT, "%.3f (median of %d rounds, %.3f to %.3f)", median, sorted.length,
                sorted[0], sorted[sorted.length - 1]);
    }
}
