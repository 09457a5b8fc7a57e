package org.resbench.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML files to trees and puts those that they extend beneath them. Builds no objects, so a file cannot run code. */
final class YamlReader {
    private static final int MOST_ALIASES = 50;
    private final List<Problem> problems;

    YamlReader(List<Problem> problems) {
        this.problems = problems;
    }

    /** A file over its bases, in the order they are named; later ones win. */
    Tree.Entries read(Path file) {
        return read(file, new ArrayList<>());
    }

    private Tree.Entries read(Path file, List<Path> chain) {
        Path path = file.toAbsolutePath().normalize();
        Tree.Place top = new Tree.Place(file.toString(), 0, 0);
        chain.add(path);
        Tree.Entries own = parse(file, top);
        Tree.Entries merged = Tree.Entries.empty(top);
        Tree bases = own.values().get("extends");
        List<Tree> list = bases == null ? List.of() : bases instanceof Tree.Items items ? items.values() : List.of(bases);
        for (Tree base : list) {
            if (!(base instanceof Tree.Text text)) {
                problem(base.place(), "extends", "must be a file name or a list of them");
                continue;
            }
            Path next = file.resolveSibling(text.value()).normalize();
            if (chain.contains(next.toAbsolutePath().normalize())) {
                problem(base.place(), "extends", "'" + text.value() + "' extends this file again, a cycle; remove one of the two");
            } else if (!Files.isReadable(next)) {
                problem(base.place(), "extends", "'" + text.value() + "' is not there; must be a path from this file's folder");
            } else {
                merged = merged.mergedWith(read(next, new ArrayList<>(chain)));
            }
        }
        return merged.mergedWith(own.without("extends"));
    }

    private Tree.Entries parse(Path file, Tree.Place top) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).setUseMarks(true)
                    .setMaxAliasesForCollections(MOST_ALIASES).build();
            Node root = new Compose(settings).composeString(Files.readString(file)).orElse(null);
            if (root != null && tree(root, file.toString(), "") instanceof Tree.Entries entries) {
                return entries;
            }
            problem(top, "", "must be a YAML mapping with keys such as name, data, network, recipe");
        } catch (MarkedYamlEngineException e) {
            Tree.Place place = e.getProblemMark().map(mark -> place(mark, file.toString())).orElse(top);
            problem(place, "", "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            problem(top, "", "not YAML: " + e.getMessage().lines().findFirst().orElse(""));
        } catch (IOException e) {
            problem(top, "", "cannot be read (" + (Files.exists(file) ? e.getMessage() : "no such file") + ")");
        }
        return Tree.Entries.empty(top);
    }

    Tree value(String yaml, String file) {
        Node node = new Compose(LoadSettings.builder().setUseMarks(true).build()).composeString(yaml).orElse(null);
        return node == null ? new Tree.Text("", new Tree.Place(file, 0, 0)) : tree(node, file, "");
    }

    private Tree tree(Node node, String file, String key) {
        Tree.Place place = node.getStartMark().map(mark -> place(mark, file)).orElse(new Tree.Place(file, 0, 0));
        if (node instanceof ScalarNode scalar) {
            return new Tree.Text(scalar.getValue(), place);
        }
        if (node instanceof SequenceNode sequence) {
            return new Tree.Items(sequence.getValue().stream().map(item -> tree(item, file, key)).toList(), place);
        }
        Map<String, Tree> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : ((MappingNode) node).getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                problem(place, key, "a key must be text");
                continue;
            }
            String path = key.isEmpty() ? name.getValue() : key + "." + name.getValue();
            if (entries.put(name.getValue(), tree(tuple.getValueNode(), file, path)) != null) {
                problem(name.getStartMark().map(mark -> place(mark, file)).orElse(place), path, "stands twice; remove one");
            }
        }
        return new Tree.Entries(entries, place);
    }

    private static Tree.Place place(Mark mark, String file) {
        return new Tree.Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private void problem(Tree.Place place, String key, String message) {
        problems.add(new Problem(place.file(), place.line(), place.column(), key, message));
    }
}
