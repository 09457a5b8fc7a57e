package org.resbench.report.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.resbench.report.cells.Cell;
import org.resbench.report.model.Ink.Stroke;
import org.resbench.report.model.Ink.Weight;
import org.resbench.report.model.Figure.LegendEntry;
import org.resbench.report.model.Ink;

/** Which ink and which label a cell has in a figure: one per depth where depth tells the cells of each panel apart, as in the paper's
 * figures 1 and 6, otherwise one per cell. */
final class Inks {
    private final Map<String, Ink> inkOfCell = new LinkedHashMap<>();
    private final Map<String, Ink> legend = new LinkedHashMap<>();
    private final Map<String, List<Cell>> cellsOfKey = new LinkedHashMap<>();

    /** @param panels cells by panel */
    Inks(List<List<Cell>> panels) {
        boolean byDepth = panels.stream().allMatch(p -> p.stream().map(Cell::depth).distinct().count() == p.size());
        List<String> keys = new ArrayList<>();
        List<Cell> cells = panels.stream().flatMap(List::stream).toList();
        if (byDepth) {
            cells.stream().map(Cell::depth).distinct().sorted().forEach(d -> keys.add(d + " layers"));
        } else {
            cells.forEach(c -> keys.add(c.name()));
        }
        for (Cell cell : cells) {
            String key = byDepth ? cell.depth() + " layers" : cell.name();
            int index = keys.indexOf(key);
            Ink ink = new Ink(index, Stroke.SOLID, Weight.BOLD, Ink.markerOf(index));
            inkOfCell.put(cell.name(), ink);
            cellsOfKey.computeIfAbsent(key, k -> new ArrayList<>()).add(cell);
        }
        keys.forEach(k -> legend.put(k, new Ink(keys.indexOf(k), Stroke.SOLID, Weight.BOLD, Ink.markerOf(keys.indexOf(k)))));
    }

    Ink of(Cell cell) {
        return inkOfCell.get(cell.name());
    }

    /** Entries in order of depth or of the experiment. */
    List<LegendEntry> legend(Weight weight) {
        return legend(weight, cells -> "");
    }

    /** @param more what follows an entry's name, of the cells that it stands for */
    List<LegendEntry> legend(Weight weight, Function<List<Cell>, String> more) {
        return legend.entrySet().stream()
                .map(e -> new LegendEntry(e.getKey() + more.apply(cellsOfKey.get(e.getKey())), e.getValue().with(weight))).toList();
    }
}
