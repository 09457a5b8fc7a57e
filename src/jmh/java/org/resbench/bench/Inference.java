package org.resbench.bench;

import java.util.Random;
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
import org.openjdk.jmh.infra.Blackhole;
import org.resbench.arch.Catalogue;
import org.resbench.arch.Network;
import org.resbench.tf.Device;
import org.resbench.tf.InferenceNetwork;
import org.resbench.tf.InitialWeights;
import org.resbench.tf.MatrixProduct;

/** Class scores of a batch of images by a network, in turn with a large matrix product, so that what else the machine does meets both
 * alike. One call is one batch and one product. {@link StepTable} makes images/s and GFLOP/s of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 5, time = 2)
public class Inference {
    /** Set in {@link Bench}: every network of the catalogue whose standard input is 224x224. The table of docs/performance.md leaves
     * variants out that do nearly the same work: options A and C (1 to 5 % off B in multiply-adds), {@code -v1.5} (2 to 6 % more), and
     * {@code -aux}, whose heads are no part of the scores. */
    @Param("resnet-50")
    public String imagenet;

    @Param({"1", "16"})
    public int batch;

    private MatrixProduct product;
    private InferenceNetwork network;
    private float[] pixels;

    /** What the two took in an iteration, by the clock. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Times {
        public long calls;
        public long networkNanoseconds;
        public long productNanoseconds;
    }

    @Setup public void start() {
        Network layers = Catalogue.find(imagenet).standardNetwork();
        network = InferenceNetwork.build(layers, 1e-5, Device.AUTO);
        network.write(InitialWeights.of(network.shapes(), InitialWeights.Scheme.HE_NORMAL, 1));
        pixels = new float[Math.toIntExact(batch * layers.input().elements())];
        Random random = new Random(1);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        product = new MatrixProduct(Device.AUTO);
    }

    @TearDown public void end() {
        network.close();
        product.close();
    }

    @Benchmark public void forward(Times times, Blackhole scores) {
        long start = System.nanoTime();
        scores.consume(network.logits(pixels, batch));
        long between = System.nanoTime();
        product.run();
        times.networkNanoseconds += between - start;
        times.productNanoseconds += System.nanoTime() - between;
        times.calls++;
    }
}
