package org.resbench.report.charts;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.resbench.report.model.Axis.Tick;
import org.resbench.report.model.HeatMap;
import org.resbench.report.model.Numbers;
import org.resbench.report.model.Panel;

/** Paints a map of shares: a shade and, where a share is half a percent or more, its whole percents. Column names stand upright below. */
final class HeatMapPainter {
    private static final Font NUMBER = Fonts.regular(9);
    private static final Font NAME = Fonts.regular(10);
    /** Less would be printed as 0, which is left blank. */
    private static final double LEAST = 0.5;

    private HeatMapPainter() {}

    /** @param x puts column c at c @param y puts the first row at the highest value */
    static void paint(Graphics2D g, HeatMap map, Scale x, Scale y) {
        g.setFont(NUMBER);
        FontMetrics metrics = g.getFontMetrics();
        int last = map.rows().size() - 1;
        for (int row = 0; row <= last; row++) {
            double top = y.at(last - row + 0.5);
            double height = y.at(last - row - 0.5) - top;
            for (int column = 0; column < map.columns().size(); column++) {
                double percent = map.percents().get(row).get(column);
                double left = x.at(column - 0.5);
                double width = x.at(column + 0.5) - left;
                g.setColor(Double.isNaN(percent) ? Palette.RULE : Palette.shade(percent));
                g.fill(new Rectangle2D.Double(left, top, width, height));
                if (percent >= LEAST) {
                    String text = Numbers.fixed(percent, 0);
                    g.setColor(Palette.on(percent));
                    g.drawString(text, (float) (left + (width - metrics.stringWidth(text)) / 2),
                            (float) (top + height / 2 + metrics.getAscent() * 0.36));
                }
            }
        }
    }

    /** Height of the longest column name when it stands upright. */
    static int tallestName(Graphics2D g, Panel panel) {
        FontMetrics metrics = g.getFontMetrics(NAME);
        return panel.x().ticks().stream().mapToInt(tick -> metrics.stringWidth(tick.label())).max().orElse(0);
    }

    /** Column names, read from below, ending at this height. */
    static void names(Graphics2D g, Scale x, int top) {
        g.setFont(NAME);
        FontMetrics metrics = g.getFontMetrics();
        AffineTransform before = g.getTransform();
        for (Tick tick : x.ticks()) {
            g.translate(x.at(tick.at()) + metrics.getAscent() * 0.36, top + metrics.stringWidth(tick.label()));
            g.rotate(-Math.PI / 2);
            g.drawString(tick.label(), 0f, 0f);
            g.setTransform(before);
        }
    }
}
