package org.resbench.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.resbench.arch.Catalogue;
import org.resbench.arch.counting.Convention;
import org.resbench.arch.counting.Counting;
import org.resbench.tf.MatrixProduct;

/** Rates of {@link Inference} and {@link TrainingStep}, a row for each network and batch. A FLOP is a multiplication or an addition, so a
 * multiply-add is two; multiply-adds are the paper's (convolutions and fully connected layers). */
final class StepTable {
    /** One network at one batch size; medians over the iterations.
     * @param work {@code training} or {@code inference}
     * @param multiplyAdds for one image
     * @param matrixProductGigaflopsPerSecond of a float32 product in the same iterations
     * @param share network's rate over the product's, median of the iterations' ratios
     * @param lowestShare of an iteration
     * @param highestShare of an iteration */
    record Row(String work, String network, int batch, long multiplyAdds, double imagesPerSecond, double gigaflopsPerSecond,
               double matrixProductGigaflopsPerSecond, double share, double lowestShare, double highestShare) {}

    private record Iteration(double calls, double networkNanoseconds, double productNanoseconds) {
        double flopsPerNanosecond(double flops) {
            return calls * flops / networkNanoseconds;
        }

        double productFlopsPerNanosecond() {
            return calls * 2 * MatrixProduct.multiplyAdds() / productNanoseconds;
        }
    }

    private final List<Row> rows = new ArrayList<>();

    /** Takes the results of these two and passes over others. */
    StepTable(Collection<RunResult> results) {
        for (RunResult result : results) {
            List<Iteration> iterations = iterations(result);
            if (!iterations.isEmpty()) {
                boolean training = result.getParams().getBenchmark().contains(TrainingStep.class.getSimpleName());
                String network = result.getParams().getParam(training ? "network" : "imagenet");
                rows.add(row(training, network, TrainingStep.batch(network, result.getParams().getParam("batch")), iterations));
            }
        }
    }

    private static List<Iteration> iterations(RunResult result) {
        List<Iteration> iterations = new ArrayList<>();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                Map<String, Result> counters = iteration.getSecondaryResults();
                if (counters.containsKey("networkNanoseconds")) {
                    iterations.add(new Iteration(counters.get("calls").getScore(), counters.get("networkNanoseconds").getScore(),
                            counters.get("productNanoseconds").getScore()));
                }
            }
        }
        return iterations;
    }

    private static Row row(boolean training, String network, int batch, List<Iteration> iterations) {
        long multiplyAdds = Counting.multiplyAdds(Catalogue.find(network).standardNetwork());
        double flops = 2.0 * multiplyAdds * batch * (training ? Convention.TRAINING_FACTOR : 1);
        double[] shares = sorted(iterations, i -> i.flopsPerNanosecond(flops) / i.productFlopsPerNanosecond());
        double rate = median(sorted(iterations, i -> i.flopsPerNanosecond(flops)));
        return new Row(training ? "training" : "inference", network, batch, multiplyAdds, rate * 1e9 / flops * batch, rate,
                median(sorted(iterations, Iteration::productFlopsPerNanosecond)), median(shares), shares[0], shares[shares.length - 1]);
    }

    private static double[] sorted(List<Iteration> iterations, ToDoubleFunction<Iteration> value) {
        return iterations.stream().mapToDouble(value).sorted().toArray();
    }

    private static double median(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void print(PrintStream out) {
        out.printf(Locale.ROOT, "%nGFLOP/s are 2 x multiply-adds, in training 3 times those of a forward pass; "
                + "share of a %d x %d float32 matrix product in turn with it%n", MatrixProduct.SIDE, MatrixProduct.SIDE);
        out.printf(Locale.ROOT, "%-10s %-18s %5s %10s %10s %8s %8s   %s%n", "work", "network", "batch", "GMA/image",
                "images/s", "GFLOP/s", "product", "share (lowest to highest)");
        for (Row row : rows) {
            out.printf(Locale.ROOT, "%-10s %-18s %5d %10.2f %10.2f %8.1f %8.1f   %.2f (%.2f to %.2f)%n",
                    row.work(), row.network(), row.batch(), row.multiplyAdds() / 1e9, row.imagesPerSecond(), row.gigaflopsPerSecond(),
                    row.matrixProductGigaflopsPerSecond(), row.share(), row.lowestShare(), row.highestShare());
        }
    }

    void write(Path file) throws IOException {
        new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).writerWithDefaultPrettyPrinter()
                .writeValue(file.toFile(), rows);
    }
}
