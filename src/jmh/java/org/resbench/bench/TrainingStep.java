package org.resbench.bench;

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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.resbench.arch.Catalogue;
import org.resbench.profile.Workload;
import org.resbench.tf.Device;
import org.resbench.tf.MatrixProduct;
import org.resbench.train.Rehearsals;

/** An update from one batch that stays in memory, in turn with a large matrix product, so that what else the machine does meets both alike.
 * One call is one of each; {@link StepTable} makes images/s and GFLOP/s of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 5, time = 3)
public class TrainingStep {
    /** Images in a step where nothing is asked: the paper's of small images, and of large ones what fits 24 GB with every network. */
    private static final String USUAL = "usual";
    private static final int OF_SMALL_IMAGES = 128;
    private static final int OF_LARGE_IMAGES = 16;
    private static final int SMALL_SIDE = 64;

    @Param({"resnet-20", "resnet-56", "resnet-110", "alexnet", "vgg-16", "googlenet", "resnet-18", "resnet-34", "resnet-50"})
    public String network;

    @Param(USUAL)
    public String batch;

    private MatrixProduct product;
    private Workload workload;

    static int batch(String network, String asked) {
        boolean small = Catalogue.find(network).standardInput().height() <= SMALL_SIDE;
        return !asked.equals(USUAL) ? Integer.parseInt(asked) : small ? OF_SMALL_IMAGES : OF_LARGE_IMAGES;
    }

    @Setup public void start() {
        workload = Workload.training(Catalogue.find(network).standardNetwork(), batch(network, batch), Rehearsals.settings(1), Device.AUTO);
        workload.step();
        product = new MatrixProduct(Device.AUTO);
    }

    @TearDown public void end() {
        workload.close();
        product.close();
    }

    @Benchmark public void update(Inference.Times times) {
        long start = System.nanoTime();
        workload.step();
        long between = System.nanoTime();
        product.run();
        times.networkNanoseconds += between - start;
        times.productNanoseconds += System.nanoTime() - between;
        times.calls++;
    }
}
