package org.resbench.train;

import org.resbench.spec.Recipe;

/** The learning rate of each iteration: the warm-up's until it ended, then the schedule's. */
final class LearningRates {
    /** The warm-up rule looks at the mean training error over so many iterations. */
    static final int WARM_UP_WINDOW = 100;

    private final Recipe recipe;
    private final History window;
    private boolean warm;

    LearningRates(Recipe recipe) {
        this.recipe = recipe;
        window = new History(WARM_UP_WINDOW, recipe.batchSize());
        warm = recipe.warmUp().isEmpty();
    }

    /** @param iteration from 1; drops count updates made before it */
    double at(long iteration) {
        if (!warm) {
            return recipe.warmUp().orElseThrow().learningRate();
        }
        double rate = recipe.learningRate();
        for (Recipe.Drop drop : recipe.drops()) {
            rate *= iteration > drop.iteration() ? drop.factor() : 1;
        }
        return rate;
    }

    /** @return true once: when the warm-up ended with this iteration */
    boolean endsWarmUp(int wrong, long iteration) {
        if (warm) {
            return false;
        }
        window.add(wrong);
        Recipe.WarmUp rule = recipe.warmUp().orElseThrow();
        boolean below = window.isFull() && window.errorPercent() < rule.untilTrainingErrorPercent();
        warm = below || iteration >= rule.giveUpAfter();
        return warm;
    }

    double warmUpErrorPercent() {
        return window.errorPercent();
    }

    boolean isWarm() {
        return warm;
    }

    String save() {
        return warm + ";" + window.save();
    }

    void restore(String saved) {
        String[] parts = saved.split(";");
        warm = Boolean.parseBoolean(parts[0]);
        window.restore(parts[1]);
    }
}
