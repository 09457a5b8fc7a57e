package org.resbench.peers;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Trains a CIFAR residual network with DJL on PyTorch, so many steps for each number that it reads on standard input, and answers with the last
 * loss when they are done. Its first line is the number of parameters and who trains. One batch of random images is used again and again: nothing is read, augmented or copied, which favours this side. */
public final class DjlTraining {
    private static final int SIDE = 32;
    private static final int CLASSES = 10;
    private static final float LEARNING_RATE = 0.1f;
    private static final float MOMENTUM = 0.9f;
    private static final float WEIGHT_DECAY = 1e-4f;

    private DjlTraining() {}

    /** @param arguments depth and batch size */
    public static void main(String[] arguments) throws IOException {
        int depth = Integer.parseInt(arguments[0]);
        int batch = Integer.parseInt(arguments[1]);
        Optimizer sgd = Optimizer.sgd().setLearningRateTracker(Tracker.fixed(LEARNING_RATE)).optMomentum(MOMENTUM).optWeightDecays(WEIGHT_DECAY).build();
        DefaultTrainingConfig recipe = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss()).optOptimizer(sgd)
                .optDevices(new Device[] {Device.cpu()}).optInitializer(new XavierInitializer(), "weight");
        try (Model model = Model.newInstance("resnet-" + depth, Device.cpu(), "PyTorch")) {
            model.setBlock(CifarResNet.ofDepth(depth));
            try (Trainer trainer = model.newTrainer(recipe)) {
                Shape shape = new Shape(batch, 3, SIDE, SIDE);
                trainer.initialize(shape);
                NDArray images = trainer.getManager().randomNormal(shape);
                NDArray labels = trainer.getManager().arange(batch).mod(CLASSES).toType(DataType.INT64, false);
                System.out.println(parameters(model) + " DJL " + Engine.getDjlVersion() + " on PyTorch " + Engine.getEngine("PyTorch").getVersion());
                serve(trainer, images, labels);
            }
        }
    }

    /** Trained values: batch norm's moving statistics are none. */
    private static long parameters(Model model) {
        return model.getBlock().getParameters().values().stream().filter(Parameter::requiresGradient).mapToLong(one -> one.getArray().size()).sum();
    }

    private static void serve(Trainer trainer, NDArray images, NDArray labels) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            double loss = Double.NaN;
            for (int i = Integer.parseInt(line.trim()); i > 0; i--) {
                loss = step(trainer, images, labels);
            }
            System.out.println(String.format(Locale.ROOT, "%.6f", loss));
        }
    }

    private static double step(Trainer trainer, NDArray images, NDArray labels) {
        try (NDManager step = trainer.getManager().newSubManager()) {
            step.tempAttachAll(images, labels);
            double value;
            try (GradientCollector gradients = trainer.newGradientCollector()) {
                NDArray loss = trainer.getLoss().evaluate(new NDList(labels), trainer.forward(new NDList(images)));
                gradients.backward(loss);
                value = loss.getFloat();
            }
            trainer.step();
            return value;
        }
    }
}
