package org.resbench.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.resbench.arch.Architecture;

/** Multiplies the matrix out: one cell for each combination of its axes' values. {@code cases} is an axis whose values are mappings that
 * set several key paths at once. */
final class Matrix {
    /** More is a slip of the hand. */
    static final int MOST_TRIALS = 10_000;
    private static final Set<String> VARIABLE = Set.of("data", "network", "recipe", InitialiseFromReader.KEY);

    private final Tree.Entries root;
    private final Keys matrix;
    private final List<Problem> problems;
    private final KnownData known;

    /** @param known what trials must fit */
    Matrix(Tree.Entries root, Keys keys, List<Problem> problems, KnownData known) {
        this.root = root;
        this.matrix = keys.inner("matrix");
        this.problems = problems;
        this.known = known;
    }

    List<Trial> trials(List<Long> seeds) {
        List<Map<String, Tree>> cells = cells(seeds.size());
        List<Trial> firsts = new ArrayList<>();
        DataFit fit = new DataFit(known);
        for (Map<String, Tree> cell : cells) {
            Tree.Entries filled = root;
            for (Map.Entry<String, Tree> value : cell.entrySet()) {
                filled = filled.withPath(value.getKey(), value.getValue());
            }
            Keys inner = new Keys(filled, "", problems);
            Map<String, String> axes = new LinkedHashMap<>();
            cell.forEach((path, value) -> axes.put(path, value.words()));
            Architecture architecture = NetworkReader.network(inner);
            Optional<InitialiseFrom> source = InitialiseFromReader.read(inner, architecture);
            DataSpec data = TrialReader.data(inner.inner("data"), source.isPresent());
            fit.check(architecture, data, inner.inner("data"));
            firsts.add(new Trial("", axes, architecture, data, TrialReader.recipe(inner.inner("recipe")), source, 0));
        }
        List<String> names = CellNames.of(firsts);
        refuseTwins(firsts, names);
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < firsts.size(); i++) {
            Trial first = firsts.get(i);
            for (long seed : seeds) {
                trials.add(new Trial(names.get(i), first.axes(), first.architecture(), first.data(), first.recipe(),
                        first.initialiseFrom(), seed));
            }
        }
        return trials;
    }

    /** Key paths that the records of {@code cases} set. */
    static Set<String> caseKeys(Tree cases) {
        if (!(cases instanceof Tree.Items items)) {
            return Set.of();
        }
        return items.values().stream().filter(Tree.Entries.class::isInstance)
                .flatMap(item -> ((Tree.Entries) item).values().keySet().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Map<String, Tree>> cells(int seeds) {
        List<Map<String, Tree>> cells = new ArrayList<>(List.of(new LinkedHashMap<>()));
        // An axis without a value takes a base's away.
        for (String axis : matrix.names().stream().filter(matrix::has).toList()) {
            List<Tree> values = matrix.list(axis);
            boolean usable = axis.equals("cases") ? areCases(values) : isVariable(axis, axis);
            if (values.isEmpty()) {
                matrix.wrong(axis, "is empty; give at least one value or remove the axis");
            } else if ((long) cells.size() * values.size() * seeds > MOST_TRIALS) {
                matrix.wrong(axis, "makes more than " + MOST_TRIALS + " trials; vary less at once");
            } else if (usable) {
                cells = product(cells, axis, values);
            }
        }
        return cells;
    }

    private static List<Map<String, Tree>> product(List<Map<String, Tree>> cells, String axis, List<Tree> values) {
        List<Map<String, Tree>> product = new ArrayList<>();
        for (Map<String, Tree> cell : cells) {
            for (Tree value : values) {
                Map<String, Tree> next = new LinkedHashMap<>(cell);
                if (axis.equals("cases")) {
                    next.putAll(((Tree.Entries) value).values());
                } else {
                    next.put(axis, value);
                }
                product.add(next);
            }
        }
        return product;
    }

    private boolean areCases(List<Tree> values) {
        boolean all = values.stream().allMatch(Tree.Entries.class::isInstance);
        if (!all) {
            matrix.wrong("cases",
                    "must be a list of mappings from key paths to values, such as {network.family: plain, network.depth: 20}");
        }
        return all && caseKeys(new Tree.Items(values, matrix.place("cases"))).stream().allMatch(key -> isVariable("cases", key));
    }

    private boolean isVariable(String axis, String path) {
        String head = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
        if (!VARIABLE.contains(head)) {
            matrix.wrong(axis,
                    "'" + path + "' cannot be varied; an axis is a key path that begins with data, network, recipe or initialise_from"
                    + Suggestion.of(head, VARIABLE));
            return false;
        }
        return true;
    }

    private void refuseTwins(List<Trial> firsts, List<String> names) {
        Map<Object, String> known = new LinkedHashMap<>();
        for (int i = 0; i < firsts.size(); i++) {
            Trial first = firsts.get(i);
            String twin = known.putIfAbsent(List.of(first.architecture(), first.data(), first.recipe(),
                    first.initialiseFrom()), names.get(i));
            if (twin != null) {
                problems.add(new Problem(matrix.place("").file(), matrix.place("").line(), matrix.place("").column(), "matrix",
                        "'" + twin + "' stands twice: two cells with equal network, data, recipe and start; remove one"));
            }
        }
    }
}
