package org.resbench.spec;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads YAML to trees. It builds no objects and refuses tags, so a file cannot run code; how far aliases may blow a file up is limited. */
final class YamlReader {
    /** Larger than any experiment by far. */
    static final long MOST_BYTES = 1 << 20;
    static final int MOST_VALUES = 20_000;
    static final int DEEPEST = 40;
    private static final int MOST_ALIASES = 50;
    private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);

    private final List<Problem> problems;
    private int values;

    YamlReader(List<Problem> problems) {
        this.problems = problems;
    }

    /** The mapping in a file; an empty one, with a problem noted, if there is none. */
    Tree.Entries file(Path file) {
        Tree.Place top = new Tree.Place(file.toString(), 0, 0);
        try {
            if (Files.isDirectory(file)) {
                problem(top, "", "is a folder; must be a YAML file");
            } else if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
                problem(top, "", "has more than " + MOST_BYTES + " bytes, which no experiment has");
            } else {
                Tree tree = parse(Files.readString(file), file.toString(), top);
                if (tree instanceof Tree.Entries entries) {
                    return entries;
                }
                if (tree != null) {
                    problem(top, "", "must be a YAML mapping with keys such as name, data, network, recipe" + (tree instanceof Tree.Nothing
                            ? "; it is empty" : ""));
                }
            }
        } catch (CharacterCodingException e) {
            problem(top, "", "is not UTF-8 text; save it as UTF-8");
        } catch (IOException e) {
            problem(top, "", Files.exists(file) ? "cannot be read (permission or disk: " + e.getMessage() + ")"
                    : "cannot be read (no such file)" + beside(file));
        }
        return Tree.Entries.empty(top);
    }

    /** The YAML file in the same folder that was probably meant. */
    private static String beside(Path file) {
        try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
            List<String> names = files.map(other -> other.getFileName().toString()).filter(name -> name.endsWith(".yaml"))
                    .sorted().toList();
            return Suggestion.of(file.getFileName().toString(), names);
        } catch (IOException e) {
            return "";
        }
    }

    /** The value of an override.
     * @param source stands where a file's name would; there are no lines */
    Tree value(String yaml, String source) {
        Tree.Place place = new Tree.Place(source, 0, 0);
        Tree tree = parse(yaml, source, place);
        return tree == null ? new Tree.Nothing(place) : tree;
    }

    /** Null, with a problem noted, if it is not YAML. */
    private Tree parse(String text, String file, Tree.Place top) {
        LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).setMaxAliasesForCollections(MOST_ALIASES).build();
        try {
            values = 0;
            Node root = new Compose(settings).composeString(text.startsWith("\uFEFF") ? text.substring(1) : text).orElse(null);
            return root == null ? new Tree.Nothing(top) : tree(root, top, "", 0);
        } catch (MarkedYamlEngineException e) {
            problem(e.getProblemMark().map(mark -> place(mark, top)).orElse(top), "", "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            problem(top, "", "not YAML: " + e.getMessage().lines().findFirst().orElse(""));
        } catch (TooMuch e) {
            problem(top, "", e.getMessage());
        } catch (StackOverflowError e) {
            problem(top, "", "is nested too deeply; at most " + DEEPEST + " levels");
        }
        return null;
    }

    /** A file that would fill the memory, by aliases within aliases. */
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuch(String message) {
            super(message, null, false, false);
        }
    }

    private Tree tree(Node node, Tree.Place top, String key, int level) {
        if (++values > MOST_VALUES) {
            throw new TooMuch("has more than " + MOST_VALUES + " values once its aliases are written out");
        }
        if (level > DEEPEST) {
            throw new TooMuch("is nested too deeply; at most " + DEEPEST + " levels");
        }
        Tree.Place place = node.getStartMark().map(mark -> place(mark, top)).orElse(top);
        if (!PLAIN.contains(node.getTag())) {
            problem(place, key, "tags such as " + node.getTag().getValue() + " are not allowed; remove it");
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getTag().equals(Tag.NULL) ? new Tree.Nothing(place) : new Tree.Text(scalar.getValue(), place);
        }
        if (node instanceof SequenceNode sequence) {
            return new Tree.Items(sequence.getValue().stream().map(item -> tree(item, top, key, level + 1)).toList(), place);
        }
        return entries((MappingNode) node, place, top, key, level);
    }

    private Tree.Entries entries(MappingNode mapping, Tree.Place place, Tree.Place top, String key, int level) {
        Map<String, Tree> entries = new LinkedHashMap<>();
        Map<String, Tree.Place> keys = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                problem(place, key, "a key must be text");
                continue;
            }
            String path = key.isEmpty() ? name.getValue() : key + "." + name.getValue();
            Tree.Place written = name.getStartMark().map(mark -> place(mark, top)).orElse(place);
            keys.put(name.getValue(), written);
            if (entries.put(name.getValue(), tree(tuple.getValueNode(), top, path, level + 1)) != null) {
                problem(written, path, "stands twice; remove one");
            }
        }
        return new Tree.Entries(entries, keys, place);
    }

    /** Overrides have no lines: their file is 'line' enough. */
    private static Tree.Place place(Mark mark, Tree.Place top) {
        return top.file().startsWith(Overrides.OPTION) ? top : new Tree.Place(top.file(), mark.getLine() + 1, mark.getColumn() + 1);
    }

    private void problem(Tree.Place place, String key, String message) {
        problems.add(new Problem(place.file(), place.line(), place.column(), key, message));
    }
}
