package org.resbench.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code --set key.path=value}: the last word on a setting. What the matrix varies cannot be set, because the matrix would win: its axis
 * is set instead, {@code matrix.network.depth=[20, 56]}. */
final class Overrides {
    /** Stands in problems where a file's name would. */
    static final String OPTION = "--set";
    private static final String MATRIX = "matrix.";
    private static final Pattern PATH = Pattern.compile("[a-z_]+(\\.[a-z_]+)*");
    private static final Set<String> SETTABLE = Set.of("title", "data", "network", "recipe",
            InitialiseFromReader.KEY, "matrix", "seeds", "report");
    /** What leaves every weight and every number as it is. */
    private static final Set<String> HARMLESS = Set.of("title", "seeds", "report", "recipe.evaluate_every", "recipe.checkpoint_every",
            "recipe.gradient_norms_every", "recipe.layer_responses");

    private final YamlReader yaml;
    private final List<Problem> problems;

    Overrides(YamlReader yaml, List<Problem> problems) {
        this.yaml = yaml;
        this.problems = problems;
    }

    Tree.Entries apply(Tree.Entries root, List<String> overrides) {
        Map<String, Tree> wanted = new LinkedHashMap<>();
        for (String override : overrides) {
            int equals = override.indexOf('=');
            String path = equals < 0 ? "" : override.substring(0, equals).strip();
            if (!PATH.matcher(path).matches()) {
                problem(override, "", "must be key.path=value, such as recipe.learning_rate=0.05");
            } else if (!SETTABLE.contains(head(path))) {
                problem(override, path, head(path).equals("scales") ? "is chosen with --scale" : "cannot be set; can be: "
                        + String.join(", ", SETTABLE.stream().sorted().toList()) + Suggestion.of(head(path), SETTABLE));
            } else if (wanted.put(path, yaml.value(override.substring(equals + 1), OPTION + " " + override)) != null) {
                problem(override, path, "is set twice; give it once");
            }
        }
        Tree.Entries result = root;
        for (Map.Entry<String, Tree> entry : wanted.entrySet()) {
            String path = entry.getKey();
            result = path.startsWith(MATRIX) ? result.with("matrix", matrix(result).with(path.substring(MATRIX.length()), entry.getValue()))
                    : result.withPath(path, entry.getValue());
        }
        refuseVaried(matrix(result), wanted);
        return result;
    }

    /** Whether one of these changes what is trained or tested. */
    static boolean changesRecipe(String override) {
        String path = override.substring(0, Math.max(0, override.indexOf('='))).strip();
        return HARMLESS.stream().noneMatch(harmless -> path.equals(harmless) || path.startsWith(harmless + "."));
    }

    private void refuseVaried(Tree.Entries matrix, Map<String, Tree> wanted) {
        matrix.values().forEach((axis, list) -> {
            Set<String> varied = axis.equals("cases") ? Matrix.caseKeys(list) : Set.of(axis);
            wanted.forEach((path, value) -> varied.stream().filter(key -> path.equals(key) || path.startsWith(key + ".")).findFirst()
                    .ifPresent(key -> problems.add(new Problem(value.place().file(), 0, 0, path, "is varied by the matrix ("
                            + (axis.equals("cases") ? "cases" : axis) + "), which would win; set matrix." + axis + "=[...] instead"))));
        });
    }

    private static Tree.Entries matrix(Tree.Entries root) {
        return root.values().get("matrix") instanceof Tree.Entries entries ? entries : Tree.Entries.empty(root.place());
    }

    private static String head(String path) {
        return path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
    }

    private void problem(String override, String key, String message) {
        problems.add(new Problem(OPTION + " " + override, 0, 0, key, message));
    }
}
