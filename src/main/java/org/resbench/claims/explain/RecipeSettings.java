package org.resbench.claims.explain;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.resbench.runs.RunResult;
import org.resbench.spec.DataSpec;
import org.resbench.spec.Recipe;
import org.resbench.spec.Settings;
import org.resbench.spec.Trial;

/** A trial's settings as recipes are compared: by what they mean, not by how they are written. Drops are at shares of the iterations, the
 * pad is a share of the image side, a warm-up is one setting; what leaves every weight and number as it is, such as how often to evaluate,
 * is left out, as are the name of the network and settings that have no effect beside others.
 * @param values by key path, in the order of experiment files */
public record RecipeSettings(Map<String, String> values) {
    private static final Set<String> BY_RATIO = Set.of("recipe.iterations", "recipe.batch_size",
            "recipe.micro_batch_size", "recipe.learning_rate", "recipe.weight_decay", "data.training_images",
            "data.image_size", "network.width");
    private static final List<String> LEFT_OUT = List.of("network.family", "network.depth",
            "recipe.evaluate_every", "recipe.checkpoint_every", "recipe.gradient_norms_every", "recipe.layer_responses",
            "recipe.warm_up.learning_rate", "recipe.warm_up.until_training_error_percent",
            "recipe.warm_up.give_up_after", "data.test_images");
    /** What {@code 0} stands for, for the sets that the paper uses. */
    private static final Map<String, DataShape> KNOWN = Map.of("cifar10", new DataShape(50_000, 32, 10), "cifar100",
            new DataShape(50_000, 32, 100));

    private record DataShape(long trainingImages, int imageSize, int classes) {}

    public RecipeSettings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** @param result says how many images there really were */
    public static RecipeSettings of(Trial trial, Optional<RunResult> result) {
        Map<String, String> values = new LinkedHashMap<>(Settings.resolved(trial).values());
        LEFT_OUT.forEach(values::remove);
        data(trial.data(), result, values);
        recipe(trial.recipe(), values);
        values.replaceAll((setting, value) -> plain(value));
        return new RecipeSettings(values);
    }

    /** Whether two values of this setting are compared by their ratio. */
    static boolean isByRatio(String setting) {
        return BY_RATIO.contains(setting);
    }

    private static void data(DataSpec data, Optional<RunResult> result, Map<String, String> values) {
        Optional<DataShape> known = result.map(RunResult::data)
                .map(used -> new DataShape(used.trainingImages(), used.imageSize(), used.classes()))
                .or(() -> Optional.ofNullable(KNOWN.get(data.name())));
        known.ifPresent(shape -> {
            boolean some = result.isPresent() || data.trainingImages() == 0;
            values.put("data.training_images", Long.toString(some ? shape.trainingImages : data.trainingImages()));
            values.put("data.image_size", Integer.toString(data.imageSize() == 0 ? shape.imageSize : data.imageSize()));
            values.put("data.classes", Integer.toString(data.classes() == 0 ? shape.classes : data.classes()));
        });
        int pad = data.augmentation().pad();
        int side = known.map(DataShape::imageSize).filter(size -> data.imageSize() == 0).orElse(data.imageSize());
        values.put("data.augmentation.pad", pad == 0 ? Change.NONE : side == 0 ? pad + " pixels" : percent(pad, side) + " of the side");
    }

    private static void recipe(Recipe recipe, Map<String, String> values) {
        values.put("recipe.drops", recipe.drops().isEmpty() ? Change.NONE : recipe.drops().stream()
                .map(drop -> "x " + number(drop.factor()) + " at " + percent(drop.iteration(), recipe.iterations()))
                .collect(Collectors.joining(", ")));
        values.put("recipe.warm_up", recipe.warmUp().map(rule -> number(rule.learningRate()) + " until the training error is below "
                + number(rule.untilTrainingErrorPercent()) + " %").orElse(Change.NONE));
        if (recipe.batchNorm().statistics() == Recipe.BatchNormSpec.Statistics.AVERAGED) {
            values.remove("recipe.batch_norm.momentum");
        }
        values.remove("recipe.batch_norm.averaged_batches");
        if (recipe.weightDecay() == 0) {
            values.remove("recipe.decayed_variables");
        }
    }

    /** {@code 0.0001} for {@code 1.0E-4}, as files write it. */
    private static String plain(String value) {
        return value.matches("-?[0-9.]+E-?[0-9]+") ? new BigDecimal(value).stripTrailingZeros().toPlainString() : value;
    }

    private static String percent(long part, long whole) {
        return Math.round(100.0 * part / whole) + " %";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
