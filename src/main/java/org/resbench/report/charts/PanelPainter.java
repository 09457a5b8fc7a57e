package org.resbench.report.charts;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.List;
import org.resbench.report.model.Axis.Tick;
import org.resbench.report.model.Panel;

/** Paints one panel: title, grid, curves, axes with ticks and labels. All text is drawn as text, so that it can be selected. */
final class PanelPainter {
    private static final Font TITLE = Fonts.bold(12);
    private static final Font LABEL = Fonts.regular(11);
    private static final Font TICK = Fonts.regular(10);
    private static final int TITLE_HEIGHT = 22;
    private static final int BELOW = 40;
    private static final int TICK_LENGTH = 4;
    private static final int TICK_GAP = 3;
    private static final int LABEL_HEIGHT = 22;
    private static final int RIGHT = 12;

    private final Graphics2D g;
    private final Panel panel;
    private final Rectangle plot;
    private final Scale x;
    private final Scale y;
    private final Rectangle whole;

    PanelPainter(Graphics2D g, Panel panel, Rectangle whole) {
        this.g = g;
        this.panel = panel;
        this.whole = whole;
        int left = (panel.y().label().isEmpty() ? 0 : LABEL_HEIGHT) + widestTick(g, panel) + TICK_LENGTH + TICK_GAP;
        int right = RIGHT + widestRemarkAtTheRight(g, panel);
        int above = panel.title().isEmpty() ? RIGHT : TITLE_HEIGHT;
        int below = panel.heatMap().isPresent() ? LABEL_HEIGHT + TICK_LENGTH + TICK_GAP + HeatMapPainter.tallestName(g, panel) : BELOW;
        this.plot = new Rectangle(whole.x + left, whole.y + above, whole.width - left - right, whole.height - above - below);
        this.x = new Scale(panel.x(), plot.x, plot.width);
        this.y = new Scale(panel.y(), plot.y + plot.height, -plot.height);
    }

    private static int widestTick(Graphics2D g, Panel panel) {
        FontMetrics metrics = g.getFontMetrics(TICK);
        return new Scale(panel.y(), 0, 1).ticks().stream().mapToInt(t -> metrics.stringWidth(t.label())).max().orElse(0);
    }

    private static int widestRemarkAtTheRight(Graphics2D g, Panel panel) {
        FontMetrics metrics = g.getFontMetrics(TICK);
        return panel.remarks().stream().filter(r -> Double.isNaN(r.x())).mapToInt(r -> metrics.stringWidth(r.text())).max().orElse(0);
    }

    void paint() {
        g.setColor(Palette.BLACK);
        g.setFont(TITLE);
        g.drawString(shortened(panel.title(), g.getFontMetrics(), whole.x + whole.width - plot.x), plot.x, whole.y + 14);
        if (panel.heatMap().isEmpty()) {
            grid();
        }
        CurvePainter.paint(g, panel, plot, x, y);
        panel.heatMap().ifPresent(map -> HeatMapPainter.paint(g, map, x, y));
        panel.bubbles().ifPresent(bubbles -> new BubblePainter(g, bubbles, panel.curves(), plot, x, y).paint());
        axes();
        remarks();
    }

    /** With three dots instead of what would run into the next panel. */
    private static String shortened(String title, FontMetrics metrics, int room) {
        String text = title;
        for (int letters = title.length(); metrics.stringWidth(text) > room && letters > 0; letters--) {
            text = title.substring(0, letters - 1).stripTrailing() + "…";
        }
        return text;
    }

    private void grid() {
        g.setColor(Palette.RULE);
        g.setStroke(new BasicStroke(0.6f));
        for (Tick tick : y.ticks()) {
            g.draw(new Line2D.Double(plot.x, y.at(tick.at()), plot.x + plot.width, y.at(tick.at())));
        }
        for (Tick tick : x.ticks()) {
            g.draw(new Line2D.Double(x.at(tick.at()), plot.y, x.at(tick.at()), plot.y + plot.height));
        }
    }

    private void axes() {
        g.setColor(Palette.GREY);
        g.setStroke(new BasicStroke(0.9f));
        int bottom = plot.y + plot.height;
        g.draw(new Line2D.Double(plot.x, bottom, plot.x + plot.width, bottom));
        g.draw(new Line2D.Double(plot.x, plot.y, plot.x, bottom));
        for (Tick tick : x.ticks()) {
            g.draw(new Line2D.Double(x.at(tick.at()), bottom, x.at(tick.at()), bottom + TICK_LENGTH));
        }
        for (Tick tick : y.ticks()) {
            g.draw(new Line2D.Double(plot.x - TICK_LENGTH, y.at(tick.at()), plot.x, y.at(tick.at())));
        }
        tickLabels(bottom);
        axisLabels();
    }

    private void tickLabels(int bottom) {
        g.setColor(Palette.BLACK);
        g.setFont(TICK);
        FontMetrics metrics = g.getFontMetrics();
        double free = Double.NEGATIVE_INFINITY;
        if (panel.heatMap().isPresent()) {
            HeatMapPainter.names(g, x, bottom + TICK_LENGTH + TICK_GAP);
        }
        for (Tick tick : panel.heatMap().isPresent() ? List.<Tick>of() : x.ticks()) {
            double width = metrics.stringWidth(tick.label());
            double start = x.at(tick.at()) - width / 2;
            if (start > free) {
                g.drawString(tick.label(), (float) start, bottom + TICK_LENGTH + TICK_GAP + metrics.getAscent() - 2);
                free = start + width + 4;
            }
        }
        for (Tick tick : y.ticks()) {
            float end = plot.x - TICK_LENGTH - TICK_GAP;
            g.drawString(tick.label(), end - metrics.stringWidth(tick.label()), (float) y.at(tick.at()) + metrics.getAscent() * 0.36f);
        }
    }

    private void axisLabels() {
        g.setFont(LABEL);
        FontMetrics metrics = g.getFontMetrics();
        g.drawString(panel.x().label(), plot.x + (plot.width - metrics.stringWidth(panel.x().label())) / 2f, whole.y + whole.height - 7f);
        AffineTransform before = g.getTransform();
        g.translate(whole.x + 11, plot.y + plot.height / 2.0);
        g.rotate(-Math.PI / 2);
        g.drawString(panel.y().label(), -metrics.stringWidth(panel.y().label()) / 2f, 0f);
        g.setTransform(before);
    }

    private void remarks() {
        g.setFont(TICK);
        FontMetrics metrics = g.getFontMetrics();
        for (Panel.Remark remark : panel.remarks()) {
            g.setColor(Palette.colour(remark.ink()));
            g.drawString(remark.text(), (float) start(remark, metrics), (float) y.at(remark.y()) + metrics.getAscent() * 0.36f);
        }
    }

    /** To the right of its point, or to the left in the right half of the plot, where there is more room. */
    private double start(Panel.Remark remark, FontMetrics metrics) {
        if (Double.isNaN(remark.x())) {
            return plot.x + plot.width + 6;
        }
        double at = x.at(remark.x());
        return at < plot.x + plot.width / 2.0 ? at + 6 : at - 6 - metrics.stringWidth(remark.text());
    }
}
