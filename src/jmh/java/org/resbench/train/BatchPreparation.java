package org.resbench.train;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
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

/** How many batches of 32x32 images one thread prepares in a second: shuffled, cropped, mirrored, normalised. A training that makes
 * fewer updates than that never waits. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BatchPreparation {
    @Param("128")
    public int batch;

    private PreparedBatches batches;

    /** Processor time of the whole process: the thread that prepares is the only one that works, and on a machine that does other work,
     * too, this says what a core of its own would do. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Processor {
        public long preparedBatches;
        public long preparationNanoseconds;
    }

    @Setup public void start() {
        batches = Rehearsals.batches(batch);
    }

    @TearDown public void end() {
        batches.close();
    }

    @Benchmark public long next(Processor processor) throws InterruptedException {
        long start = processorNanoseconds();
        Batch next = batches.next();
        batches.recycle(next);
        processor.preparationNanoseconds += processorNanoseconds() - start;
        processor.preparedBatches++;
        return next.iteration();
    }

    private static long processorNanoseconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
