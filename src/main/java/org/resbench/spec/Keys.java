package org.resbench.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;

/** Reads the values of one mapping by key, notes what is wrong instead of stopping, and at the end names keys that nobody asked for. */
final class Keys {
    /** YAML 1.2's finite numbers; no hexadecimal, no suffixes of Java. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

    private final Tree.Entries entries;
    private final String path;
    private final List<Problem> problems;
    private final Set<String> asked = new LinkedHashSet<>();

    Keys(Tree.Entries entries, String path, List<Problem> problems) {
        this.entries = entries;
        this.path = path;
        this.problems = problems;
    }

    /** What stands under a key; a key without a value counts as absent. */
    Optional<Tree> tree(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.values().get(key)).filter(tree -> !(tree instanceof Tree.Nothing));
    }

    /** The mapping under a key; an empty one if it is missing. */
    Keys inner(String key) {
        Tree tree = tree(key).orElse(Tree.Entries.empty(entries.place()));
        if (!(tree instanceof Tree.Entries)) {
            problem(tree.place(), key, "must be a mapping of keys to values, not " + tree.words());
            tree = Tree.Entries.empty(entries.place());
        }
        return new Keys((Tree.Entries) tree, full(key), problems);
    }

    boolean has(String key) {
        Tree tree = entries.values().get(key);
        return tree != null && !(tree instanceof Tree.Nothing);
    }

    String text(String key, String otherwise) {
        Optional<Tree> tree = tree(key);
        if (tree.isEmpty()) {
            return otherwise == null ? missing(key, "") : otherwise;
        }
        if (tree.get() instanceof Tree.Text text) {
            return text.value();
        }
        problem(tree.get().place(), key, "must be text, not " + tree.get().words());
        return "";
    }

    double number(String key, Double otherwise, DoublePredicate allowed, String allowedWords) {
        Optional<Tree> tree = tree(key);
        double standIn = otherwise == null ? 1 : otherwise;
        if (tree.isEmpty()) {
            return otherwise == null ? missing(key, standIn) : standIn;
        }
        String text = tree.get().words();
        if (tree.get() instanceof Tree.Text && NUMBER.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value) && allowed.test(value)) {
                return value;
            }
        }
        problem(tree.get().place(), key, "'" + text + "' must be " + allowedWords);
        return standIn;
    }

    private <T> T missing(String key, T standIn) {
        problem(entries.place(), key, "is missing");
        return standIn;
    }

    int whole(String key, Integer otherwise, int least) {
        return (int) number(key, otherwise == null ? null : otherwise.doubleValue(),
                value -> value == Math.rint(value) && value >= least && value <= Integer.MAX_VALUE,
                "a whole number of at least " + least);
    }

    boolean flag(String key, boolean otherwise) {
        Optional<Tree> tree = tree(key);
        if (tree.isEmpty()) {
            return otherwise;
        }
        String text = tree.get().words();
        if (!text.equals("true") && !text.equals("false")) {
            problem(tree.get().place(), key, "'" + text + "' must be true or false");
        }
        return text.equals("true");
    }

    /** An enum's constant; {@code train-validation} stands for {@code TRAIN_VALIDATION}. */
    <E extends Enum<E>> E choice(String key, E otherwise, Class<E> type) {
        Optional<Tree> tree = tree(key);
        E standIn = otherwise == null ? type.getEnumConstants()[0] : otherwise;
        if (tree.isEmpty()) {
            return otherwise == null ? missing(key, standIn) : standIn;
        }
        String text = tree.get().words();
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = Settings.word(constant);
            names.add(name);
            if (name.equalsIgnoreCase(text)) {
                return constant;
            }
        }
        problem(tree.get().place(), key, "'" + text + "' must be one of " + String.join(", ", names) + Suggestion.of(text, names));
        return standIn;
    }

    List<Tree> list(String key) {
        return tree(key).map(tree -> {
            if (tree instanceof Tree.Items items) {
                return items.values();
            }
            problem(tree.place(), key, "must be a list, not " + tree.words());
            return List.<Tree>of();
        }).orElse(List.of());
    }

    /** The mappings of a list of mappings. */
    List<Keys> records(String key) {
        List<Keys> records = new ArrayList<>();
        List<Tree> list = list(key);
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Tree.Entries inner) {
                records.add(new Keys(inner, full(key) + "[" + i + "]", problems));
            } else {
                problem(list.get(i).place(), key, "must be a list of mappings, not " + list.get(i).words());
            }
        }
        return records;
    }

    /** A list of words that are among those known. */
    List<String> texts(String key, Collection<String> known) {
        List<Tree> list = list(key);
        for (Tree item : list) {
            if (!known.contains(item.words())) {
                problem(item.place(), key, "'" + item.words() + "' must be one of " + String.join(", ", known)
                        + Suggestion.of(item.words(), known));
            }
        }
        return list.stream().map(Tree::words).toList();
    }

    /** The same mapping with another value under a key, to read the items of a list one by one. */
    Keys with(String key, Tree value) {
        return new Keys(entries.with(key, value), path, problems);
    }

    Set<String> names() {
        asked.addAll(entries.values().keySet());
        return entries.values().keySet();
    }

    Tree.Place place(String key) {
        Tree tree = entries.values().get(key);
        return tree == null ? entries.place() : tree.place();
    }

    void wrong(String key, String message) {
        problem(place(key), key, message);
    }

    /** Notes what is wrong with the mapping as a whole. */
    void wrongHere(String message) {
        problems.add(new Problem(entries.place().file(), entries.place().line(), entries.place().column(), path, message));
    }

    /** To be called last: every key that was not asked for is unknown. */
    void done(String... alsoKnown) {
        asked.addAll(Arrays.asList(alsoKnown));
        entries.values().keySet().forEach(key -> {
            if (!asked.contains(key)) {
                problem(entries.keyPlace(key), key, "unknown key" + Suggestion.of(key, asked) + "; known: " + String.join(", ", asked));
            }
        });
    }

    private String full(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private void problem(Tree.Place place, String key, String message) {
        problems.add(new Problem(place.file(), place.line(), place.column(), full(key), message));
    }
}
