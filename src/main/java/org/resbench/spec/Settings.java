package org.resbench.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every setting of a trial by its key path in experiment files, those that hold by default among them, as text in the file's spelling:
 * {@code network.family -> plain}, {@code recipe.batch_norm.statistics -> moving}. What is absent, such as a warm-up, has no entry. The
 * trial's axes are in it as the matrix has them.
 * @param values by key path, in a stable order */
public record Settings(Map<String, String> values) {
    private static final List<String> READ_BACK = List.of("network", "data", "recipe");

    public Settings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Settings of(Trial trial) {
        Map<String, String> values = new LinkedHashMap<>(resolved(trial).values);
        values.putAll(trial.axes());
        return new Settings(values);
    }

    /** The same without the axes' own spelling: equal for trials that mean the same, wherever they come from. */
    public static Settings resolved(Trial trial) {
        Map<String, String> values = new LinkedHashMap<>();
        trial.architecture().read(new NetworkSettings()).forEach((key, value) -> values.put("network." + key, value));
        data(trial.data(), values);
        recipe(trial.recipe(), values);
        trial.initialiseFrom().ifPresent(source -> start(source, values));
        return new Settings(values);
    }

    /** Which of these key paths have the values that hold by default, when none of them is written down and all other settings are. What
     * only stands there because one of them does, such as {@code recipe.warm_up.learning_rate}, does not hold by default.
     * @param settings of one trial, by key path */
    public static Set<String> byDefault(Map<String, String> settings, Set<String> paths) {
        Tree.Place nowhere = new Tree.Place("", 0, 0);
        Tree.Entries written = Tree.Entries.empty(nowhere);
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            boolean read = READ_BACK.stream().anyMatch(head -> setting.getKey().startsWith(head + "."));
            if (read && !paths.contains(setting.getKey())) {
                written = written.withPath(setting.getKey(), new Tree.Text(setting.getValue(), nowhere));
            }
        }
        boolean copies = settings.keySet().stream().anyMatch(path -> path.startsWith(InitialiseFromReader.KEY + "."));
        // What is wrong with settings as text, such as a list, is of no matter here.
        Keys keys = new Keys(written, "", new ArrayList<>());
        Map<String, String> defaults = new LinkedHashMap<>();
        NetworkReader.network(keys).read(new NetworkSettings()).forEach((key, value) -> defaults.put("network." + key, value));
        data(TrialReader.data(keys.inner("data"), copies), defaults);
        recipe(TrialReader.recipe(keys.inner("recipe")), defaults);
        return paths.stream().filter(path -> settings.containsKey(path) && defaults.containsKey(path)
                && same(settings.get(path), defaults.get(path))).collect(Collectors.toSet());
    }

    /** Whether every key path of the selector has its value; numbers compare as numbers, other values without regard to case. */
    public boolean match(Claim.Selector selector) {
        return selector.where().entrySet().stream().allMatch(wanted -> {
            String have = values.get(wanted.getKey());
            return have != null && same(have, wanted.getValue());
        });
    }

    public Optional<String> value(String keyPath) {
        return Optional.ofNullable(values.get(keyPath));
    }

    private static boolean same(String have, String wanted) {
        if (have.equalsIgnoreCase(wanted)) {
            return true;
        }
        try {
            return Double.parseDouble(have) == Double.parseDouble(wanted);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static void data(DataSpec data, Map<String, String> values) {
        values.put("data.name", data.name());
        values.put("data.split", word(data.split()));
        values.put("data.image_size", Integer.toString(data.imageSize()));
        values.put("data.classes", Integer.toString(data.classes()));
        values.put("data.training_images", Integer.toString(data.trainingImages()));
        values.put("data.test_images", Integer.toString(data.testImages()));
        values.put("data.normalisation", word(data.normalisation()));
        values.put("data.augmentation.pad", Integer.toString(data.augmentation().pad()));
        values.put("data.augmentation.flip", Boolean.toString(data.augmentation().flip()));
    }

    private static void recipe(Recipe recipe, Map<String, String> values) {
        values.put("recipe.batch_size", Integer.toString(recipe.batchSize()));
        values.put("recipe.micro_batch_size", Integer.toString(recipe.microBatchSize()));
        values.put("recipe.iterations", Integer.toString(recipe.iterations()));
        values.put("recipe.learning_rate", number(recipe.learningRate()));
        values.put("recipe.drops", drops(recipe.drops()));
        recipe.warmUp().ifPresent(rule -> {
            values.put("recipe.warm_up.learning_rate", number(rule.learningRate()));
            values.put("recipe.warm_up.until_training_error_percent", number(rule.untilTrainingErrorPercent()));
            values.put("recipe.warm_up.give_up_after", Integer.toString(rule.giveUpAfter()));
        });
        values.put("recipe.momentum", number(recipe.momentum()));
        values.put("recipe.weight_decay", number(recipe.weightDecay()));
        values.put("recipe.decayed_variables", word(recipe.decayedVariables()));
        values.put("recipe.initialisation", word(recipe.initialisation()));
        values.put("recipe.batch_norm.epsilon", number(recipe.batchNorm().epsilon()));
        values.put("recipe.batch_norm.statistics", word(recipe.batchNorm().statistics()));
        values.put("recipe.batch_norm.momentum", number(recipe.batchNorm().momentum()));
        values.put("recipe.batch_norm.averaged_batches", Integer.toString(recipe.batchNorm().averagedBatches()));
        values.put("recipe.evaluate_every", Integer.toString(recipe.evaluateEvery()));
        values.put("recipe.checkpoint_every", Integer.toString(recipe.checkpointEvery()));
        values.put("recipe.gradient_norms_every", Integer.toString(recipe.gradientNormsEvery()));
        values.put("recipe.layer_responses", Boolean.toString(recipe.layerResponses()));
        values.put("recipe.precision", word(recipe.precision()));
    }

    private static void start(InitialiseFrom source, Map<String, String> values) {
        values.put(InitialiseFromReader.KEY + "." + word(source.kind()), source.path());
        values.put(InitialiseFromReader.KEY + ".new_layers", "[" + String.join(",", source.newLayers()) + "]");
        values.put(InitialiseFromReader.KEY + ".freeze", "[" + String.join(",", source.freeze()) + "]");
    }

    private static String drops(List<Recipe.Drop> drops) {
        return drops.stream().map(drop -> "{iteration=" + drop.iteration() + ",factor=" + number(drop.factor()) + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9 ? Long.toString((long) value) : Double.toString(value);
    }

    /** An enum's constant as files spell it: {@code TRAIN_TEST} is {@code train-test}, {@code A} is {@code A}. */
    static String word(Enum<?> constant) {
        return constant.name().length() == 1 ? constant.name() : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
