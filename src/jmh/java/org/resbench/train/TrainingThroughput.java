package org.resbench.train;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.resbench.data.Batch;
import org.resbench.data.PreparedBatches;
import org.resbench.tf.BareLoop;

/** Training as {@code resbench run} does it (batches prepared ahead, events, a checkpoint every {@value #STEPS} steps) against
 * {@code Session.run} alone. In a round both make {@value #STEPS} steps, taking turns of {@value #TURN}, each first in every other turn.
 * An iteration is one round: the time limits are shorter than that. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 1, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 1, timeUnit = TimeUnit.MILLISECONDS)
public class TrainingThroughput {
    /** One step event falls into each round. */
    static final int STEPS = TrainingLoop.ITERATIONS_PER_EVENT;
    /** Steps until the other loop's turn: few, so that what else the machine does meets both alike. */
    static final int TURN = 5;

    /** What the turns of a round took: wall clock, and processor time of all threads, which depends less on what else the machine does
     * (waiting TensorFlow threads spin).
     */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Turns {
        public long loopMicroseconds;
        public long bareMicroseconds;
        public long loopCpuMicroseconds;
        public long bareCpuMicroseconds;
    }

    @Param({"resnet-20", "resnet-56"})
    public String network;

    @Param("128")
    public int batch;

    private Path folder;
    private PacedLoop loop;
    private BareLoop bare;
    private boolean bareFirst;

    @Setup public void start() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("resbench-bench");
        loop = new PacedLoop(Rehearsals.trial(network, batch, STEPS), folder);
        try (PreparedBatches batches = Rehearsals.batches(batch)) {
            Batch first = batches.next();
            bare = new BareLoop(Rehearsals.network(network), Rehearsals.settings(1), first.pixels(), first.labels());
        }
        bare.steps(1);
    }

    @TearDown public void end() throws IOException, InterruptedException {
        loop.close();
        bare.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Benchmark public void round(Turns turns) {
        for (int made = 0; made < STEPS; made += TURN) {
            if (bareFirst) {
                turnOfBareLoop(turns);
                turnOfTrainingLoop(turns);
            } else {
                turnOfTrainingLoop(turns);
                turnOfBareLoop(turns);
            }
            bareFirst = !bareFirst;
        }
    }

    private void turnOfTrainingLoop(Turns turns) {
        long start = System.nanoTime();
        long cpu = cpuNanoseconds();
        loop.steps(TURN);
        turns.loopMicroseconds += (System.nanoTime() - start) / 1000;
        turns.loopCpuMicroseconds += (cpuNanoseconds() - cpu) / 1000;
    }

    private void turnOfBareLoop(Turns turns) {
        long start = System.nanoTime();
        long cpu = cpuNanoseconds();
        bare.steps(TURN);
        turns.bareMicroseconds += (System.nanoTime() - start) / 1000;
        turns.bareCpuMicroseconds += (cpuNanoseconds() - cpu) / 1000;
    }

    private static long cpuNanoseconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
