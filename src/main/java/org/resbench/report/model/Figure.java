package org.resbench.report.model;

import java.util.List;

/** A figure: panels side by side and below each other, one legend for all of them.
 * @param id file name and key, such as {@code learning-curves}
 * @param title short, for bookmarks and the document outline
 * @param caption full sentences: what is drawn, over how many seeds, in which units
 * @param columns panels per row
 * @param panelHeight in the drawing's units, of which the figure is 680 wide */
public record Figure(String id, String title, String caption, int columns, int panelHeight, List<Panel> panels, List<LegendEntry> legend) {
    public record LegendEntry(String label, Ink ink) {}

    public Figure {
        panels = List.copyOf(panels);
        legend = List.copyOf(legend);
        if (panels.isEmpty() || columns < 1) {
            throw new IllegalArgumentException("figure '" + id + "' has no panels or no columns");
        }
    }
}
