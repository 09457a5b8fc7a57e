package org.resbench.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The meaning of the keys data and recipe. */
final class TrialReader {
    private TrialReader() {}

    /** @param copies whether the trial starts from a trained network, whose scaling of images then holds by default */
    static DataSpec data(Keys keys, boolean copies) {
        Keys augmentation = keys.inner("augmentation");
        DataSpec data = new DataSpec(keys.text("name", null), keys.choice("split", DataSpec.Split.TRAIN_TEST, DataSpec.Split.class),
                keys.whole("image_size", 0, 0), classes(keys), keys.whole("training_images", 0, 0),
                keys.whole("test_images", 0, 0),
                keys.choice("normalisation", copies ? DataSpec.Normalisation.SOURCE : DataSpec.Normalisation.PIXEL_MEAN,
                        DataSpec.Normalisation.class),
                new DataSpec.AugmentationSpec(augmentation.whole("pad", Defaults.PAD, 0), augmentation.flag("flip", Defaults.FLIP)));
        if (!copies && data.normalisation() == DataSpec.Normalisation.SOURCE) {
            keys.wrong("normalisation", "'source' needs a network that layers are copied from (initialise_from); "
                    + "use pixel-mean, channel or scale");
        }
        augmentation.done();
        keys.done();
        return data;
    }

    private static int classes(Keys keys) {
        int classes = keys.whole("classes", 0, 0);
        if (classes == 1) {
            keys.wrong("classes", "1 class leaves nothing to tell apart; must be 0 (all) or at least 2");
        }
        return classes;
    }

    static Recipe recipe(Keys keys) {
        int batch = keys.whole("batch_size", Defaults.BATCH_SIZE, 1);
        int micro = keys.whole("micro_batch_size", batch, 1);
        if (batch % micro != 0) {
            keys.wrong("micro_batch_size", micro + " must divide batch_size " + batch);
            micro = batch;
        }
        int iterations = keys.whole("iterations", Defaults.ITERATIONS, 1);
        Recipe recipe = new Recipe(batch, micro, iterations,
                positive(keys, "learning_rate", Defaults.LEARNING_RATE), drops(keys, iterations),
                warmUp(keys), keys.number("momentum", Defaults.MOMENTUM, value -> value >= 0 && value < 1, "at least 0 and below 1"),
                keys.number("weight_decay", Defaults.WEIGHT_DECAY, value -> value >= 0, "a number of at least 0"),
                keys.choice("decayed_variables", Defaults.DECAYED_VARIABLES, Recipe.DecayedVariables.class),
                keys.choice("initialisation", Defaults.INITIALISATION, Recipe.Initialisation.class), batchNorm(keys.inner("batch_norm")),
                keys.whole("evaluate_every", Defaults.EVALUATE_EVERY, 1), keys.whole("checkpoint_every", Defaults.CHECKPOINT_EVERY, 1),
                keys.whole("gradient_norms_every", Defaults.GRADIENT_NORMS_EVERY, 0), keys.flag("layer_responses", false),
                keys.choice("precision", Defaults.PRECISION, Recipe.Precision.class));
        keys.done();
        return recipe;
    }

    private static List<Recipe.Drop> drops(Keys keys, int iterations) {
        if (!keys.has("drops")) {
            keys.list("drops");
            return Defaults.DROPS.stream().filter(drop -> drop.iteration() < iterations).toList();
        }
        List<Recipe.Drop> drops = new ArrayList<>();
        for (Keys drop : keys.records("drops")) {
            int at = drop.whole("iteration", null, 1);
            if (at >= iterations) {
                drop.wrong("iteration", at + " is not before the last of " + iterations + " iterations");
            }
            if (!drops.isEmpty() && at <= drops.get(drops.size() - 1).iteration()) {
                drop.wrong("iteration", at + " does not come after " + drops.get(drops.size() - 1).iteration() + "; put drops in order");
            }
            drops.add(new Recipe.Drop(at, positive(drop, "factor", null)));
            drop.done();
        }
        return drops;
    }

    private static Optional<Recipe.WarmUp> warmUp(Keys keys) {
        if (!keys.has("warm_up")) {
            keys.tree("warm_up");
            return Optional.empty();
        }
        Keys rule = keys.inner("warm_up");
        Recipe.WarmUp warmUp = new Recipe.WarmUp(positive(rule, "learning_rate", Defaults.WARM_UP_LEARNING_RATE),
                rule.number("until_training_error_percent", Defaults.WARM_UP_UNTIL_TRAINING_ERROR_PERCENT,
                        value -> value > 0 && value <= 100,
                        "above 0 and at most 100"),
                rule.whole("give_up_after", Defaults.WARM_UP_GIVE_UP_AFTER, 1));
        rule.done();
        return Optional.of(warmUp);
    }

    private static Recipe.BatchNormSpec batchNorm(Keys keys) {
        Recipe.BatchNormSpec spec = new Recipe.BatchNormSpec(positive(keys, "epsilon", Defaults.BATCH_NORM_EPSILON),
                keys.choice("statistics", Recipe.BatchNormSpec.Statistics.MOVING, Recipe.BatchNormSpec.Statistics.class),
                keys.number("momentum", Defaults.BATCH_NORM_MOMENTUM, value -> value >= 0 && value < 1, "at least 0 and below 1"),
                keys.whole("averaged_batches", Defaults.AVERAGED_BATCHES, 1));
        keys.done();
        return spec;
    }

    private static double positive(Keys keys, String key, Double otherwise) {
        return keys.number(key, otherwise, value -> value > 0, "a number above 0");
    }
}
