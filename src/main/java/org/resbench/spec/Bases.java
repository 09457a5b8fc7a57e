package org.resbench.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A file laid over those that it extends. Each file counts once, after its own bases and in the order in which they are named, so what
 * two bases share (a diamond) never undoes what one of them changed. */
final class Bases {
    private final YamlReader yaml;
    private final List<Problem> problems;
    /** Every file that was read, bases before those that extend them. */
    private final Map<Path, Tree.Entries> ordered = new LinkedHashMap<>();

    Bases(YamlReader yaml, List<Problem> problems) {
        this.yaml = yaml;
        this.problems = problems;
    }

    Tree.Entries read(Path file) {
        visit(file, new LinkedHashSet<>());
        Tree.Entries merged = Tree.Entries.empty(new Tree.Place(file.toString(), 0, 0));
        for (Tree.Entries entries : ordered.values()) {
            merged = merged.mergedWith(entries);
        }
        return merged;
    }

    private void visit(Path file, Set<Path> chain) {
        Path self = absolute(file);
        if (ordered.containsKey(self)) {
            return;
        }
        chain.add(self);
        Tree.Entries own = yaml.file(file);
        for (Tree base : named(own)) {
            if (!(base instanceof Tree.Text text)) {
                problem(base, "must be a file name or a list of them");
                continue;
            }
            Path next = file.resolveSibling(text.value()).normalize();
            if (chain.contains(absolute(next))) {
                problem(base, "'" + text.value() + "' closes a cycle: " + cycle(chain, absolute(next)) + "; remove one of these");
            } else if (!Files.isRegularFile(next)) {
                problem(base, "'" + text.value() + "' is not there; must be a path from this file's folder, " + absolute(file).getParent());
            } else {
                visit(next, chain);
            }
        }
        chain.remove(self);
        ordered.put(self, own.without("extends"));
    }

    private static List<Tree> named(Tree.Entries own) {
        Tree bases = own.values().get("extends");
        if (bases == null || bases instanceof Tree.Nothing) {
            return List.of();
        }
        return bases instanceof Tree.Items items ? items.values() : List.of(bases);
    }

    private static String cycle(Set<Path> chain, Path again) {
        List<Path> links = new ArrayList<>(chain);
        List<Path> loop = new ArrayList<>(links.subList(links.indexOf(again), links.size()));
        loop.add(again);
        return loop.stream().map(path -> path.getFileName().toString()).collect(Collectors.joining(" extends "));
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private void problem(Tree at, String message) {
        problems.add(new Problem(at.place().file(), at.place().line(), at.place().column(), "extends", message));
    }
}
