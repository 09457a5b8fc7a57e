package org.resbench.report.charts;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import org.resbench.report.model.Figure.LegendEntry;
import org.resbench.report.model.Ink;

/** Paints the legend of a figure in centred rows below its panels. */
final class LegendPainter {
    private static final Font FONT = Fonts.regular(11);
    private static final int SAMPLE = 30;
    private static final int GAP = 6;
    private static final int BETWEEN = 20;
    private static final int ROW = 18;

    private final Graphics2D g;
    private final FontMetrics metrics;
    private final List<List<LegendEntry>> rows;
    private final int width;

    LegendPainter(Graphics2D g, List<List<LegendEntry>> entries, int width) {
        this.g = g;
        this.width = width;
        this.metrics = g.getFontMetrics(FONT);
        this.rows = entries.stream().flatMap(row -> broken(row).stream()).toList();
    }

    private List<List<LegendEntry>> broken(List<LegendEntry> entries) {
        int all = entries.stream().mapToInt(this::widthOf).sum();
        int widest = entries.stream().mapToInt(this::widthOf).max().orElse(0);
        int lineCount = (all + width - 1) / width;
        int even = Math.min(width, lineCount <= 1 ? width : all / lineCount + widest / 2);
        List<List<LegendEntry>> lines = new ArrayList<>();
        int used = even;
        for (LegendEntry entry : entries) {
            if (used + widthOf(entry) > even) {
                lines.add(new ArrayList<>());
                used = 0;
            }
            lines.get(lines.size() - 1).add(entry);
            used += widthOf(entry);
        }
        return lines;
    }

    private int widthOf(LegendEntry entry) {
        return SAMPLE + GAP + metrics.stringWidth(entry.label()) + BETWEEN;
    }

    int height() {
        return rows.isEmpty() ? 0 : rows.size() * ROW + 6;
    }

    void paint(int left, int top) {
        int baseline = top + ROW - 5;
        for (List<LegendEntry> row : rows) {
            int used = row.stream().mapToInt(this::widthOf).sum() - BETWEEN;
            int x = left + (width - used) / 2;
            for (LegendEntry entry : row) {
                sample(entry.ink(), x, baseline - 4);
                g.setColor(Palette.BLACK);
                g.setFont(FONT);
                g.drawString(entry.label(), x + SAMPLE + GAP, baseline);
                x += widthOf(entry);
            }
            baseline += ROW;
        }
    }

    private void sample(Ink ink, int x, int y) {
        g.setColor(Palette.colour(ink));
        if (ink.stroke() != Ink.Stroke.NONE) {
            g.setStroke(Palette.stroke(ink));
            g.draw(new Line2D.Double(x, y, x + SAMPLE, y));
        }
        Markers.of(ink.marker()).paint(g, x + SAMPLE / 2.0, y, CurvePainter.MARKER_SIZE);
    }
}
