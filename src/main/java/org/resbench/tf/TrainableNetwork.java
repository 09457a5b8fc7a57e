package org.resbench.tf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.resbench.arch.Network;
import org.tensorflow.Graph;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** A network on a device, ready to be trained and tested. Not thread-safe. */
public final class TrainableNetwork implements AutoCloseable {
    /** Which variables the decay term touches. */
    public enum Decayed { ALL, KERNELS }

    /** @param microBatches gradients of so many batches are averaged before an update
     * @param averagingMomentum of batch norm's moving statistics */
    public record Settings(int microBatches, double momentum, double weightDecay, Decayed decayed, double epsilon,
                           double averagingMomentum) {}

    /** One update: mean loss (without the decay term), wrong answers, and each kernel's gradient norm by layer (without decay). */
    public record Step(double loss, int errors, Map<String, Double> gradientNorms) {}

    /** One test batch: summed loss and the predicted class of each image. */
    public record Answer(double lossSum, int[] predicted) {}

    private final Graph graph = new Graph();
    private final OpMaker ops = new OpMaker(graph);
    private final Variables variables = new Variables(ops);
    private final Network network;
    private final Settings settings;
    private final Output<?> images;
    private final Output<?> labels;
    private final Output<?> learningRate;
    private final Session session;
    private final Head train;
    private final Head test;
    private final Lowering training;
    private final Updates updates;
    private final List<String> normed;

    /** Loss of each image, wrong answers, answers. */
    private record Head(Output<?> losses, Output<?> mean, Output<?> predicted, Output<?> errors) {}

    private TrainableNetwork(Network network, Settings settings) {
        this.network = network;
        this.settings = settings;
        images = ops.placeholder("images", DataType.DT_FLOAT,
                Shape.of(-1, network.input().height(), network.input().width(), network.input().channels()));
        labels = ops.placeholder("labels", DataType.DT_INT32, Shape.of(-1));
        learningRate = ops.placeholder("learning_rate", DataType.DT_FLOAT, Shape.scalar());
        training = new Lowering(ops, variables, true, settings.epsilon());
        train = head("train/head/", training.lower(network, images));
        test = head("test/head/", new Lowering(ops, variables, false, settings.epsilon()).lower(network, images));
        updates = Updates.build(ops, variables, training.statistics(), train.mean(), learningRate, settings);
        normed = updates.normed();
        session = new Session(graph);
    }

    /** Builds the graph and sets every variable.
     * @param initial values by variable name, momentum (see {@link #variables}) left out: zero
     * @throws IllegalArgumentException if a value is missing or misshapen */
    public static TrainableNetwork build(Network network, Settings settings) {
        return new TrainableNetwork(network, settings);
    }

    /** Every variable's shape by name: weights, moving statistics, momentum. */
    public Map<String, long[]> shapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        variables.shapes().forEach((name, shape) -> shapes.put(name, shape.asArray()));
        return shapes;
    }

    public void write(Map<String, float[]> values) {
        variables.write(session, values);
    }

    /** All variables by name, sorted; momentum included. */
    public Map<String, float[]> read() {
        return new TreeMap<>(variables.read(session));
    }

    /** Makes one update from {@code microBatches} consecutive parts of a batch.
     * @param pixels NHWC, {@code labels.length} images */
    public Step step(float[] pixels, int[] answers, double rate) {
        int parts = settings.microBatches();
        int size = answers.length / parts;
        double loss = 0;
        int errors = 0;
        Map<String, Double> norms = Map.of();
        for (int part = 0; part < parts; part++) {
            boolean last = part == parts - 1;
            try (Feed feed = new Feed(pixels, answers, part * size, size); TFloat32 rateTensor = TFloat32.scalarOf((float) rate)) {
                Session.Runner runner = feed.into(session.runner()).fetch(train.mean()).fetch(train.errors());
                runner.addTarget(updates.accumulate());
                if (parts == 1) {
                    runner.feed(learningRate, rateTensor).fetch(updates.norms()).addTarget(updates.apply());
                }
                try (Result result = runner.run()) {
                    loss += ((TFloat32) result.get(0)).getFloat() / parts;
                    errors += ((TInt32) result.get(1)).getInt();
                    if (parts == 1) {
                        norms = norms((TFloat32) result.get(2));
                    }
                }
                if (parts > 1 && last) {
                    try (Result result = session.runner().feed(learningRate, rateTensor).fetch(updates.norms())
                            .addTarget(updates.apply()).run()) {
                        norms = norms((TFloat32) result.get(0));
                    }
                }
            }
        }
        return new Step(loss, errors, norms);
    }

    /** Answers with the moving statistics of batch norm. */
    public Answer test(float[] pixels, int[] answers, int count) {
        try (Feed feed = new Feed(pixels, answers, 0, count);
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
    public Map<String, float[]> batchStatistics(float[] pixels, int[] answers, int from, int count) {
        try (Feed feed = new Feed(pixels, answers, from, count)) {
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

    private Map<String, Double> norms(TFloat32 halvedSquares) {
        float[] values = Variables.floats(halvedSquares);
        Map<String, Double> norms = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            norms.put(normed.get(i), Math.sqrt(2.0 * values[i]));
        }
        return norms;
    }

    private Head head(String prefix, Output<?> logits) {
        Output<?> oneHot = ops.unary("OneHot", prefix + "one_hot", labels, ops.scalar(network.classes()), ops.scalar(1f), ops.scalar(0f));
        Output<?> losses = ops.unary("SoftmaxCrossEntropyWithLogits", prefix + "losses", logits, oneHot);
        Output<?> mean = ops.unary("Mean", prefix + "loss", losses, ops.vector(0));
        Output<?> predicted = ops.op("ArgMax", prefix + "predicted").addInput(logits).addInput(ops.scalar(1))
                .setAttr("output_type", DataType.DT_INT32).build().output(0);
        Output<?> wrong = ops.unary("NotEqual", prefix + "wrong", predicted, labels);
        Output<?> ones = ops.op("Cast", prefix + "ones").addInput(wrong).setAttr("DstT", DataType.DT_INT32).build().output(0);
        return new Head(losses, mean, predicted, ops.unary("Sum", prefix + "errors", ones, ops.vector(0)));
    }

    @Override public void close() {
        session.close();
        graph.close();
    }

    /** The tensors of one part of a batch. */
    private final class Feed implements AutoCloseable {
        private final TFloat32 pixelTensor;
        private final TInt32 labelTensor;

        Feed(float[] pixels, int[] answers, int from, int count) {
            long image = network.input().elements();
            Shape shape = Shape.of(count, network.input().height(), network.input().width(), network.input().channels());
            pixelTensor = TFloat32.tensorOf(shape, DataBuffers.of(pixels, true, false).slice(from * image, count * image));
            labelTensor = TInt32.tensorOf(Shape.of(count), DataBuffers.of(answers, true, false).slice(from, count));
        }

        Session.Runner into(Session.Runner runner) {
            return runner.feed(images, pixelTensor).feed(labels, labelTensor);
        }

        @Override public void close() {
            pixelTensor.close();
            labelTensor.close();
        }
    }

    /** Names of operations that must not run before others, for tests of the graph. */
    Operation applyOperation() {
        return updates.apply();
    }

    /** The weights alone, in name order: what {@code weights_sha256} covers, momentum left out. */
    public static Map<String, float[]> weights(Map<String, float[]> variables) {
        Map<String, float[]> weights = new TreeMap<>(variables);
        weights.keySet().removeIf(name -> name.endsWith(Updates.MOMENTUM) || name.endsWith(Updates.SUM));
        return weights;
    }

    static List<Output<?>> list(Output<?>[] outputs) {
        return new ArrayList<>(List.of(outputs));
    }
}
