package org.resbench.report.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.resbench.arch.Family;
import org.resbench.report.cells.Cell;
import org.resbench.report.model.Figure;

/** Spreads cells over panels and panels over figures, so that curves can be told apart and a figure fits a page. */
final class Grouping {
    /** More curves than this are not told apart in one panel. */
    private static final int MOST_CURVES = 7;

    private Grouping() {}

    /** Cells by panel title: one panel per family, or, when a family has more curves than can be told apart, one per group of networks that
     * differ in depth only. */
    static Map<String, List<Cell>> panels(List<Cell> cells) {
        Map<String, List<Cell>> byFamily = by(cells, c -> title(c.family()));
        return byFamily.values().stream().allMatch(p -> p.size() <= MOST_CURVES) ? byFamily : by(cells, Cell::group);
    }

    private static Map<String, List<Cell>> by(List<Cell> cells, Function<Cell, String> title) {
        return cells.stream().collect(Collectors.groupingBy(title, LinkedHashMap::new, Collectors.toList()));
    }

    private static String title(Family family) {
        return switch (family) {
            case PLAIN -> "Plain networks";
            case RESIDUAL -> "Residual networks";
            case CONCATENATING -> "Concatenating networks";
        };
    }

    /** The entries in runs of at most so many. */
    static List<Map<String, List<Cell>>> parts(Map<String, List<Cell>> panels, int most) {
        List<String> titles = List.copyOf(panels.keySet());
        List<Map<String, List<Cell>>> parts = new ArrayList<>();
        for (int i = 0; i < titles.size(); i += most) {
            Map<String, List<Cell>> part = new LinkedHashMap<>();
            titles.subList(i, Math.min(i + most, titles.size())).forEach(t -> part.put(t, panels.get(t)));
            parts.add(part);
        }
        return parts;
    }

    static List<Cell> cells(Collection<List<Cell>> panels) {
        return panels.stream().flatMap(List::stream).toList();
    }

    /** Names the second and later figures of one kind {@code ID-2}, and so on. */
    static List<Figure> numbered(List<Figure> figures) {
        return IntStream.range(0, figures.size()).mapToObj(i -> i == 0 ? figures.get(0) : figures.get(i).part(i + 1)).toList();
    }
}
