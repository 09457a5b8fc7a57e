package org.resbench.tf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.resbench.arch.Network;
import org.tensorflow.Graph;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;

/** The updates of {@link TrainableNetwork} and nothing around them: the same training graph, one batch that was handed to TensorFlow once,
 * {@code Session.run} again and again. What the training loop is held against. */
public final class BareLoop implements AutoCloseable {
    private final Graph graph = new Graph();
    private final Session session;
    private final Feed feed;
    private final TFloat32 rate = TFloat32.scalarOf(0.01f);
    private final Output<?> learningRate;
    private final Output<?> loss;
    private final Operation update;

    /** @param pixels NHWC, {@code labels.length} images */
    public BareLoop(Network network, TrainableNetwork.Settings settings, float[] pixels, int[] labels) {
        this(network, settings, true, pixels, labels);
    }

    /** @param joins whether batch norm and the ReLU after it are one operation, where that works */
    public BareLoop(Network network, TrainableNetwork.Settings settings, boolean joins, float[] pixels, int[] labels) {
        OpMaker ops = new OpMaker(graph);
        Variables variables = new Variables(ops);
        Feed.Inputs inputs = Feed.Inputs.of(ops, network.input());
        learningRate = ops.placeholder("learning_rate", DataType.DT_FLOAT, Shape.scalar());
        Lowering training = Lowering.forTraining(ops, variables, settings.epsilon(), new DropoutMasks(ops),
                layer -> false, settings.precision(), joins && NormRelu.worksOn(Device.CPU));
        loss = Head.build(ops, "train/head/", training.lower(network, inputs.images()), inputs.labels(), network.classes()).mean();
        Updates updates = Updates.build(ops, variables, training.statistics(), loss, learningRate,
                Optional.empty(), settings, layer -> false);
        update = ops.group("update", List.of(updates.accumulate(), updates.apply()));
        session = new Session(graph, Device.CPU.configuration(network.layers().size()));
        Map<String, long[]> shapes = new LinkedHashMap<>();
        variables.shapes().forEach((name, shape) -> shapes.put(name, shape.asArray()));
        variables.write(session, InitialWeights.of(shapes, InitialWeights.Scheme.HE_NORMAL, 1));
        feed = new Feed(inputs, pixels, labels, 0, labels.length);
    }

    /** Makes so many updates. */
    public void steps(int count) {
        for (int i = 0; i < count; i++) {
            feed.into(session.runner()).feed(learningRate, rate).fetch(loss).addTarget(update).run().close();
        }
    }

    @Override public void close() {
        feed.close();
        rate.close();
        session.close();
        graph.close();
    }
}
