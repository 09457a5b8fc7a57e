package org.resbench.spec;

import java.util.List;

/** What holds where a file says nothing: the paper's recipe for CIFAR-10 (section 4.2). */
public final class Defaults {
    public static final int BATCH_SIZE = 128;
    public static final int ITERATIONS = 64_000;
    public static final double LEARNING_RATE = 0.1;
    public static final List<Recipe.Drop> DROPS = List.of(new Recipe.Drop(32_000, 0.1), new Recipe.Drop(48_000, 0.1));
    public static final double MOMENTUM = 0.9;
    public static final double WEIGHT_DECAY = 1e-4;
    public static final Recipe.DecayedVariables DECAYED_VARIABLES = Recipe.DecayedVariables.ALL;
    public static final Recipe.Initialisation INITIALISATION = Recipe.Initialisation.HE_NORMAL;
    public static final double BATCH_NORM_EPSILON = 1e-5;
    public static final double BATCH_NORM_MOMENTUM = 0.9;
    public static final int AVERAGED_BATCHES = 200;
    public static final int EVALUATE_EVERY = 1000;
    public static final int CHECKPOINT_EVERY = 1000;
    public static final int GRADIENT_NORMS_EVERY = 1000;
    public static final double WARM_UP_LEARNING_RATE = 0.01;
    public static final double WARM_UP_UNTIL_TRAINING_ERROR_PERCENT = 80;
    public static final int WARM_UP_GIVE_UP_AFTER = 4000;
    public static final Recipe.Precision PRECISION = Recipe.Precision.FLOAT32;
    public static final int PAD = 4;
    public static final boolean FLIP = true;
    public static final Scale SCALE = Scale.REDUCED;
    /** One run of each cell. */
    public static final long SEED = 1;

    private Defaults() {}
}
