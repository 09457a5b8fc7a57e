package org.resbench.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.resbench.arch.Architecture;
import org.resbench.arch.Layer;

/** The meaning of the key initialise_from. The source itself is not looked at: it may be trained later. */
final class InitialiseFromReader {
    static final String KEY = "initialise_from";

    private final Keys keys;
    private final Set<String> prefixes;

    private InitialiseFromReader(Keys keys, Architecture architecture) {
        this.keys = keys;
        this.prefixes = prefixes(architecture);
    }

    /** Empty if nothing is copied: without the key, and with {@code new_layers: all}. */
    static Optional<InitialiseFrom> read(Keys root, Architecture architecture) {
        if (!root.has(KEY)) {
            root.tree(KEY);
            return Optional.empty();
        }
        return new InitialiseFromReader(root.inner(KEY), architecture).read();
    }

    private Optional<InitialiseFrom> read() {
        boolean run = keys.has("run");
        String path = path(keys.text(run ? "run" : "weights", ""), run ? "run" : "weights");
        boolean nothing = keys.tree("new_layers").filter(Tree.Text.class::isInstance)
                .filter(tree -> tree.words().equals(InitialiseFrom.ALL)).isPresent();
        List<String> newLayers = nothing ? List.of() : layers("new_layers");
        List<String> freeze = layers("freeze");
        if (keys.has("run") == keys.has("weights")) {
            keys.wrongHere("needs either run (the folder of a finished run) or weights (a safetensors file)" + (run ? ", not both" : ""));
        }
        for (String frozen : freeze) {
            if (nothing || newLayers.stream().anyMatch(drawn -> overlap(frozen, drawn))) {
                keys.wrong("freeze", "'" + frozen + "' is drawn anew by new_layers, and would never be trained; take it out of one"
                        + " of the lists");
            }
        }
        keys.tree(run ? "weights" : "run");
        keys.done();
        return nothing ? Optional.empty()
                : Optional.of(new InitialiseFrom(run ? InitialiseFrom.Kind.RUN : InitialiseFrom.Kind.WEIGHTS, path, newLayers, freeze, ""));
    }

    private static boolean overlap(String one, String other) {
        return InitialiseFrom.matches(one, other) || InitialiseFrom.matches(other, one);
    }

    /** Paths in files count from the file's folder, those of {@code --set} from the working directory. */
    private String path(String text, String key) {
        String file = keys.place(key).file();
        Path given = Path.of(text);
        return (file.startsWith(Overrides.OPTION) ? given : Path.of(file).resolveSibling(given)).normalize().toString();
    }

    private List<String> layers(String key) {
        List<String> named = new ArrayList<>();
        for (Tree item : keys.list(key)) {
            if (!prefixes.contains(item.words())) {
                keys.wrong(key, "'" + item.words() + "' is neither a layer nor the beginning of one, such as "
                        + String.join(", ", examples()) + Suggestion.of(item.words(), prefixes) + "; 'resbench network NAME' lists all");
            }
            named.add(item.words());
        }
        return named;
    }

    private List<String> examples() {
        return prefixes.stream().filter(prefix -> !prefix.contains(".")).limit(8).toList();
    }

    private static Set<String> prefixes(Architecture architecture) {
        Set<String> prefixes = new LinkedHashSet<>();
        for (Layer layer : architecture.standardNetwork().layers()) {
            String name = layer.name();
            for (int point = name.indexOf('.'); point >= 0; point = name.indexOf('.', point + 1)) {
                prefixes.add(name.substring(0, point));
            }
            prefixes.add(name);
        }
        return prefixes;
    }
}
