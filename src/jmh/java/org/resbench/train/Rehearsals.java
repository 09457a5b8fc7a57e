package org.resbench.train;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.resbench.arch.Catalogue;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;
import org.resbench.data.Augmentation;
import org.resbench.data.DataHome;
import org.resbench.data.DataRequest;
import org.resbench.data.DataSet;
import org.resbench.data.Normaliser;
import org.resbench.data.PreparedBatches;
import org.resbench.spec.DataSpec;
import org.resbench.spec.Defaults;
import org.resbench.spec.Recipe;
import org.resbench.spec.Trial;
import org.resbench.tf.Precision;
import org.resbench.tf.TrainableNetwork;

/** Trials to measure: the paper's recipe for CIFAR-10 on synthetic images of that size, without end. */
public final class Rehearsals {
    /** Images in memory; they are augmented anew in every epoch, so more would not change the work of a step. */
    private static final int IMAGES = 2000;
    public static final int CLASSES = 10;
    public static final Shape IMAGE = new Shape(32, 32, 3);
    private static final long SEED = 1;

    private Rehearsals() {}

    public static Network network(String name) {
        return Catalogue.find(name).network(Shape.image(Catalogue.find(name).standardInput().height()), CLASSES);
    }

    /** @param checkpointEvery iterations */
    public static Trial trial(String network, int batch, int checkpointEvery) {
        return trial(network, batch, checkpointEvery, Recipe.Precision.FLOAT32);
    }

    /** Networks made for larger images get such images, of which there are only a few batches. */
    public static Trial trial(String network, int batch, int checkpointEvery, Recipe.Precision precision) {
        int side = Catalogue.find(network).standardInput().height();
        int images = side > IMAGE.height() ? 4 * batch : IMAGES;
        Recipe recipe = new Recipe(batch, batch, Integer.MAX_VALUE, Defaults.LEARNING_RATE, Defaults.DROPS,
                Optional.empty(), Defaults.MOMENTUM, Defaults.WEIGHT_DECAY, Defaults.DECAYED_VARIABLES, Defaults.INITIALISATION,
                new Recipe.BatchNormSpec(Defaults.BATCH_NORM_EPSILON, Recipe.BatchNormSpec.Statistics.MOVING, Defaults.BATCH_NORM_MOMENTUM,
                        Defaults.AVERAGED_BATCHES), Defaults.EVALUATE_EVERY, checkpointEvery,
                        Defaults.GRADIENT_NORMS_EVERY, false, precision);
        DataSpec data = new DataSpec("synthetic", DataSpec.Split.TRAIN_TEST, side, CLASSES, images, CLASSES,
                DataSpec.Normalisation.PIXEL_MEAN, new DataSpec.AugmentationSpec(Defaults.PAD, Defaults.FLIP));
        return new Trial(network, Map.of(), Catalogue.find(network), data, recipe, SEED);
    }

    public static TrainableNetwork.Settings settings(int microBatches) {
        return settings(microBatches, Precision.FLOAT32);
    }

    public static TrainableNetwork.Settings settings(int microBatches, Precision precision) {
        return new TrainableNetwork.Settings(microBatches, Defaults.MOMENTUM, Defaults.WEIGHT_DECAY,
                TrainableNetwork.Decayed.valueOf(Defaults.DECAYED_VARIABLES.name()), Defaults.BATCH_NORM_EPSILON,
                Defaults.BATCH_NORM_MOMENTUM, precision);
    }

    /** Batches as a training gets them, from one thread. */
    public static PreparedBatches batches(int batch) {
        DataSet data = new DataHome(Path.of("")).load(
                new DataRequest("synthetic", false, IMAGE.height(), CLASSES, IMAGES, CLASSES));
        return new PreparedBatches(data.training(), Normaliser.fit(Normaliser.Kind.PIXEL_MEAN, data.training()),
                Augmentation.PAPER, batch, SEED, 1, 1);
    }
}
