package org.resbench.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.resbench.arch.Network;
import org.resbench.data.Images;
import org.resbench.data.Normalisation;
import org.resbench.data.Photograph;
import org.resbench.tf.Device;
import org.resbench.tf.InferenceNetwork;

/** A trained network, ready to be asked about single images. */
public final class Predictor implements AutoCloseable {
    /** How many classes an answer names. */
    public static final int TOP = 5;

    private final TrainedNetwork trained;
    private final Normalisation normalisation;
    private final InferenceNetwork inference;

    private Predictor(TrainedNetwork trained, InferenceNetwork inference) {
        this.trained = trained;
        this.normalisation = trained.normalisation();
        this.inference = inference;
    }

    public static Predictor of(TrainedNetwork trained, Device device) {
        InferenceNetwork inference = InferenceNetwork.build(trained.network(), trained.epsilon(), device);
        inference.write(trained.weights());
        return new Predictor(trained, inference);
    }

    /** @param photograph of any size; its middle is brought to the network's input size */
    public Prediction predict(Photograph photograph) {
        Network network = trained.network();
        Images fitted = photograph.fitted(network.input().height(), network.input().width());
        float[] pixels = new float[Math.toIntExact(network.input().elements())];
        normalisation.apply(fitted, 0, 1, pixels);
        float[] logits = inference.logits(pixels, 1);
        List<Prediction.Choice> top = IntStream.range(0, network.classes()).boxed()
                .sorted(Comparator.comparingDouble((Integer c) -> -logits[c])).limit(TOP)
                .map(c -> new Prediction.Choice(c, name(c), Math.exp(Softmax.logarithm(logits, 0, network.classes(), c)))).toList();
        return new Prediction(top, GradCam.layer(network).map(layer -> GradCam.of(inference, layer, pixels, top.get(0).index())));
    }

    private String name(int index) {
        return index < trained.classes().size() ? trained.classes().get(index) : "class " + index;
    }

    @Override public void close() {
        inference.close();
    }
}
