package org.resbench.report.model;

import java.util.List;

/** A figure: panels side by side and below each other, one legend for all of them.
 * @param id file name and key, such as {@code learning-curves}
 * @param title short, for bookmarks and the document outline
 * @param caption full sentences: what is drawn, over how many seeds, in which units
 * @param columns panels per row
 * @param panelHeight in the drawing's units, of which the figure is 680 wide
 * @param legend rows of entries, for all panels; rows that are too long are broken */
public record Figure(String id, String title, String caption, int columns, int panelHeight, List<Panel> panels,
                     List<List<LegendEntry>> legend) {
    public record LegendEntry(String label, Ink ink) {}

    public Figure {
        panels = List.copyOf(panels);
        legend = legend.stream().filter(row -> !row.isEmpty()).map(List::copyOf).toList();
        if (panels.isEmpty() || columns < 1) {
            throw new IllegalArgumentException("figure '" + id + "' has no panels or no columns");
        }
    }

    /** The same figure as the n-th of its kind. */
    public Figure part(int n) {
        return new Figure(id + "-" + n, title + " (" + n + ")", caption, columns, panelHeight, panels, legend);
    }
}
