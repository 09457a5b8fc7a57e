package org.resbench.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.resbench.stats.Bootstrap;
import org.resbench.stats.StudentEstimate;
import org.resbench.stats.comparisons.Comparison;
import org.resbench.stats.comparisons.Settings;
import org.resbench.stats.tests.JonckheereTerpstra;
import org.resbench.stats.tests.PermutationTest;

/** The statistics of a report on samples as large as one has seeds. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Statistics {
    private static final int GROUPS = 4;

    @Param({"5", "10", "25"})
    public int seeds;

    private final List<double[]> samples = new ArrayList<>();
    private final Map<String, double[]> groups = new LinkedHashMap<>();

    @Setup public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        for (int group = 0; group < GROUPS; group++) {
            double shift = group * 0.3;
            double[] sample = random.doubles(seeds).map(value -> 8 + value + shift).toArray();
            samples.add(sample);
            groups.put("group " + group, sample);
        }
    }

    @Benchmark public Optional<StudentEstimate> difference() {
        return StudentEstimate.ofDifference(samples.get(0), samples.get(1));
    }

    @Benchmark public Optional<Bootstrap> bootstrap() {
        return Bootstrap.ofMean(samples.get(0), new SplittableRandom(1));
    }

    @Benchmark public PermutationTest permutation() {
        return PermutationTest.ofMeans(samples.get(0), samples.get(1), new SplittableRandom(1));
    }

    @Benchmark public JonckheereTerpstra trend() {
        return JonckheereTerpstra.of(samples, new SplittableRandom(1));
    }

    @Benchmark public List<Comparison> everyPair() {
        return Comparison.pairwise(groups, Settings.DEFAULT);
    }
}
