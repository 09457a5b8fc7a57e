package org.resbench.report.charts;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.resbench.report.model.Figure;

/** Lays out the panels and the legend of a figure. A figure is {@value #WIDTH} units wide, meant for 170 mm of paper. */
final class FigurePainter implements Picture {
    static final int WIDTH = 680;
    private static final int MARGIN = 6;
    private static final int BETWEEN = 10;

    private final Figure figure;

    FigurePainter(Figure figure) {
        this.figure = figure;
    }

    @Override public String id() {
        return figure.id();
    }

    @Override public Dimension size() {
        Graphics2D scratch = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        hints(scratch);
        int legend = new LegendPainter(scratch, figure.legend(), WIDTH - 2 * MARGIN).height();
        scratch.dispose();
        return new Dimension(WIDTH, 2 * MARGIN + rows() * (figure.panelHeight() + BETWEEN) - BETWEEN + legend);
    }

    private int rows() {
        return (figure.panels().size() + figure.columns() - 1) / figure.columns();
    }

    @Override public void paint(Graphics2D g) {
        Dimension size = size();
        int panelWidth = (WIDTH - 2 * MARGIN - (figure.columns() - 1) * BETWEEN) / figure.columns();
        for (int i = 0; i < figure.panels().size(); i++) {
            int x = MARGIN + (i % figure.columns()) * (panelWidth + BETWEEN);
            int y = MARGIN + (i / figure.columns()) * (figure.panelHeight() + BETWEEN);
            new PanelPainter(g, figure.panels().get(i), new Rectangle(x, y, panelWidth, figure.panelHeight())).paint();
        }
        LegendPainter legend = new LegendPainter(g, figure.legend(), WIDTH - 2 * MARGIN);
        legend.paint(MARGIN, size.height - MARGIN - legend.height() + 4);
    }

    /** Fractional metrics make text as wide on the screen as on paper. */
    static void hints(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }
}
