package org.resbench.tf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.resbench.arch.AuxiliaryHead;
import org.resbench.arch.Network;
import org.tensorflow.Graph;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/** A network on a device, ready to be trained and tested. Not thread-safe. */
public final class TrainableNetwork implements AutoCloseable {
    /** Which variables the decay term touches. */
    public enum Decayed { ALL, KERNELS }

    /** @param microBatches gradients of so many batches are averaged before an update
     * @param averagingMomentum of batch norm's moving statistics
     * @param precision of updates; tests are in float32 */
    public record Settings(int microBatches, double momentum, double weightDecay, Decayed decayed, double epsilon,
                           double averagingMomentum, Precision precision) {
        /** All in float32. */
        public Settings(int microBatches, double momentum, double weightDecay, Decayed decayed, double epsilon, double averagingMomentum) {
            this(microBatches, momentum, weightDecay, decayed, epsilon, averagingMomentum, Precision.FLOAT32);
        }
    }

    /** One update, with gradients of the mean loss (decay left out, auxiliary heads' weighted losses added) before it was made.
     * @param loss mean cross-entropy in nats, without the decay term and auxiliary heads
     * @param errors wrong answers
     * @param gradientNorm L2 norm over all parameters; not finite where a loss scale was too large, and no update was made
     * @param gradientNorms L2 norm of each kernel's gradient by layer, in the network's order */
    public record Step(double loss, int errors, double gradientNorm, Map<String, Double> gradientNorms) {}

    /** One test batch: summed loss and the predicted class of each image. */
    public record Answer(double lossSum, int[] predicted) {}

    private final Graph graph = new Graph();
    private final OpMaker ops = new OpMaker(graph);
    private final Variables variables = new Variables(ops);
    private final Network network;
    private final Settings settings;
    private final Feed.Inputs inputs;
    private final Output<?> learningRate;
    private final Session session;
    private final Head train;
    private final Head test;
    private final Lowering training;
    private final Lowering testing;
    private final Updates updates;
    private final Optional<LossScale> lossScale;
    private final Output<?> scaling;
    private final DropoutMasks masks = new DropoutMasks(ops);
    private final Tracing tracing;
    private Responses responses;

    /** @param joins whether batch norm and ReLU are one operation where they can be */
    TrainableNetwork(Network network, Settings settings, Device device, Predicate<String> frozen, boolean joins) {
        this.network = network;
        this.settings = settings;
        inputs = Feed.Inputs.of(ops, network.input());
        learningRate = ops.placeholder("learning_rate", DataType.DT_FLOAT, Shape.scalar());
        training = Lowering.forTraining(ops, variables, settings.epsilon(), masks, frozen, settings.precision(), joins);
        train = Head.build(ops, "train/head/", training.lower(network, inputs.images()), inputs.labels(), network.classes());
        testing = Lowering.forTesting(ops, variables, settings.epsilon());
        test = Head.build(ops, "test/head/", testing.lower(network, inputs.images()), inputs.labels(), network.classes());
        lossScale = settings.precision() == Precision.FLOAT32 ? Optional.empty() : Optional.of(new LossScale());
        scaling = lossScale.map(scale -> ops.placeholder("loss_scale", DataType.DT_FLOAT, Shape.scalar())).orElse(null);
        updates = Updates.build(ops, variables, training.statistics(), objective(), learningRate,
                Optional.ofNullable(scaling), settings, frozen);
        session = new Session(graph, device.configuration(network.layers().size()));
        tracing = new Tracing(graph, network);
    }

    /** Mean loss, and the auxiliary heads' by their weights; times the loss scale, if there is one. */
    private Output<?> objective() {
        Output<?> sum = weightedLosses();
        return scaling == null ? sum : ops.unary("Mul", "train/scaled_loss", sum, scaling);
    }

    private Output<?> weightedLosses() {
        Output<?> sum = train.mean();
        for (AuxiliaryHead auxiliary : network.auxiliaryHeads()) {
            String prefix = "train/auxiliary/" + auxiliary.layer() + "/";
            Head head = Head.build(ops, prefix, training.scores(auxiliary.layer()), inputs.labels(), network.classes());
            sum = ops.unary("AddV2", prefix + "sum", sum,
                    ops.unary("Mul", prefix + "weighted", ops.scalar((float) auxiliary.lossWeight()), head.mean()));
        }
        return sum;
    }

    /** Builds the graph; its variables have no values until {@link #write}. */
    public static TrainableNetwork build(Network network, Settings settings, Device device) {
        return build(network, settings, device, layer -> false);
    }

    /** As the other {@code build}, with layers that training leaves as they are: no update, no decay, and batch norm works with its stored
     * statistics in training too.
     * @param frozen by name
     * @throws IllegalArgumentException if nothing is left to train */
    public static TrainableNetwork build(Network network, Settings settings, Device device, Predicate<String> frozen) {
        return new TrainableNetwork(network, settings, device, frozen, NormRelu.worksOn(device));
    }

    /** Every variable's shape by name: weights, moving statistics, momentum. */
    public Map<String, long[]> shapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        variables.shapes().forEach((name, shape) -> shapes.put(name, shape.asArray()));
        return shapes;
    }

    /** How many operations the graph has. */
    int operations() {
        int count = 0;
        for (var all = graph.operations(); all.hasNext(); all.next()) {
            count++;
        }
        return count;
    }

    /** Sets variables, row-major.
     * @throws IllegalArgumentException if there is none of that name and size */
    public void write(Map<String, float[]> values) {
        variables.write(session, values);
    }

    /** All variables by name, sorted; momentum included. */
    public Map<String, float[]> read() {
        return new TreeMap<>(variables.read(session));
    }

    /** Where TensorFlow put the weights, and so the work: {@code CPU:0} or {@code GPU:0}. Needs values to be written. */
    public String placement() {
        return Devices.placement(session, variables.any().read());
    }

    /** As the other {@code step}, for a network that has no dropout.
     * @throws IllegalStateException if it has: its masks need a seed and an iteration */
    public Step step(float[] pixels, int[] labels, double rate) {
        if (masks.used()) {
            throw new IllegalStateException(network.name() + " has dropout, which needs a seed and an iteration");
        }
        return step(pixels, labels, rate, 0, 0);
    }

    /** Makes one update from {@code microBatches} consecutive parts of a batch.
     * @param pixels NHWC, {@code labels.length} images
     * @param seed and iteration choose what dropout drops */
    public Step step(float[] pixels, int[] labels, double rate, long seed, long iteration) {
        int parts = settings.microBatches();
        int size = labels.length / parts;
        double loss = 0;
        int errors = 0;
        float[] squares = {};
        double scale = lossScale.map(LossScale::value).orElse(1.0);
        try (TFloat32 rateTensor = TFloat32.scalarOf((float) (rate / scale)); TFloat32 scaleTensor = TFloat32.scalarOf((float) scale)) {
            for (int part = 0; part < parts; part++) {
                try (Feed feed = new Feed(inputs, pixels, labels, part * size, size);
                        TInt64 key = TInt64.scalarOf(DropoutMasks.key(seed, iteration, part))) {
                    Session.Runner runner = feed.into(session.runner()).fetch(train.mean()).fetch(train.errors());
                    runner.feed(masks.key(), key);
                    runner.addTarget(updates.accumulate());
                    if (scaling != null) {
                        runner.feed(scaling, scaleTensor);
                    }
                    if (parts == 1) {
                        runner.feed(learningRate, rateTensor).fetch(updates.squares()).addTarget(updates.apply());
                    }
                    try (Result result = tracing.run(runner)) {
                        loss += ((TFloat32) result.get(0)).getFloat() / parts;
                        errors += ((TInt32) result.get(1)).getInt();
                        squares = parts == 1 ? Variables.floats((TFloat32) result.get(2)) : squares;
                    }
                }
            }
            if (parts > 1) {
                Session.Runner runner = session.runner().feed(learningRate, rateTensor).fetch(updates.squares()).addTarget(updates.apply());
                if (scaling != null) {
                    runner.feed(scaling, scaleTensor);
                }
                try (Result result = tracing.run(runner)) {
                    squares = Variables.floats((TFloat32) result.get(0));
                }
            }
        }
        double norm = Updates.norm(squares) / scale;
        lossScale.ifPresent(dynamic -> scaled(dynamic, Double.isFinite(norm)));
        return new Step(loss, errors, norm, updates.kernelNorms(squares, scale));
    }

    private void scaled(LossScale dynamic, boolean finite) {
        dynamic.after(finite);
        if (!finite && settings.microBatches() > 1) {
            session.runner().addTarget(updates.clear()).run().close();
        }
    }

    /** How the loss is scaled now; empty in float32. Belongs into a checkpoint. */
    public Optional<LossScale> lossScale() {
        return lossScale;
    }

    /** Calls {@code step}, which makes a {@link #step}, and tells what TensorFlow did in it, operation by operation. */
    public StepTrace trace(Runnable step) {
        return tracing.during(step);
    }

    /** Answers with the moving statistics of batch norm. */
    public Answer test(float[] pixels, int[] labels, int count) {
        try (Feed feed = new Feed(inputs, pixels, labels, 0, count);
                Result result = feed.into(session.runner()).fetch(test.losses()).fetch(test.predicted()).run()) {
            double sum = 0;
            for (float loss : Variables.floats((TFloat32) result.get(0))) {
                sum += loss;
            }
            int[] predicted = new int[count];
            ((TInt32) result.get(1)).asRawTensor().data().asInts().read(predicted);
            return new Answer(sum, predicted);
        }
    }

    /** What batch norm sees in one training batch, without any update: {@code layer/moving_mean} and {@code layer/moving_variance}. */
    public Map<String, float[]> batchStatistics(float[] pixels, int[] labels, int from, int count) {
        try (Feed feed = new Feed(inputs, pixels, labels, from, count)) {
            Session.Runner runner = feed.into(session.runner());
            training.statistics().values().forEach(seen -> runner.fetch(seen.mean()).fetch(seen.variance()));
            Map<String, float[]> statistics = new LinkedHashMap<>();
            try (Result result = runner.run()) {
                int i = 0;
                for (String layer : training.statistics().keySet()) {
                    statistics.put(layer + "/moving_mean", Variables.floats((TFloat32) result.get(i++)));
                    statistics.put(layer + "/moving_variance", Variables.floats((TFloat32) result.get(i++)));
                }
            }
            return statistics;
        }
    }

    /** Whether batch norm of any layer takes its statistics from batches: not without batch norm, nor where all of it is frozen. */
    public boolean hasBatchStatistics() {
        return !training.statistics().isEmpty();
    }

    /** Moments of what each 3x3 convolution yields in testing, after batch norm and before ReLU or addition, over all images, places and
     * channels; by convolution, in the network's order. */
    public Map<String, Moments> responses(float[] pixels, int[] labels, int count) {
        if (responses == null) {
            responses = new Responses(ops, network, testing);
        }
        try (Feed feed = new Feed(inputs, pixels, labels, 0, count)) {
            return responses.of(session, feed);
        }
    }

    @Override public void close() {
        session.close();
        graph.close();
    }

    /** The weights alone, in name order: what {@code weights_sha256} covers, momentum left out. */
    public static Map<String, float[]> weights(Map<String, float[]> variables) {
        Map<String, float[]> weights = new TreeMap<>(variables);
        weights.keySet().removeIf(name -> name.endsWith(Updates.MOMENTUM) || name.endsWith(Updates.SUM));
        return weights;
    }
}
