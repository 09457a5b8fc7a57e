package org.resbench.report.networks;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import org.resbench.report.charts.Fonts;
import org.resbench.report.charts.Palette;

/** Draws the few shapes that network drawings are made of. Lengths are in the drawing's units; text is measured the same for SVG and
 * PNG. */
final class Pen {
    static final Font LABEL = Fonts.regular(10.5);
    static final Font SMALL = Fonts.regular(9.5);
    static final Font STRONG = Fonts.bold(11);
    static final Font TITLE = Fonts.bold(14);
    static final double ARROW = 5;
    static final double JOINT_RADIUS = 6;
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final BasicStroke SOLID = new BasicStroke(1.1f);
    /** As wide as the paper's: dots that survive a copier. */
    private static final BasicStroke DOTTED = new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {2, 3},
            0);
    private static final double ROUND = 8;

    private final Graphics2D g;

    Pen(Graphics2D g) {
        this.g = g;
    }

    static double width(String text, Font font) {
        return font.getStringBounds(text, CONTEXT).getWidth();
    }

    /** @param baseline of the text */
    void text(String text, Font font, double x, double baseline) {
        g.setFont(font);
        g.setColor(Palette.BLACK);
        g.drawString(text, (float) x, (float) baseline);
    }

    void centred(String text, Font font, double x, double middle) {
        text(text, font, x - width(text, font) / 2, middle + font.getSize2D() * 0.36);
    }

    /** Small text to the right of x. */
    void beside(String text, double x, double middle) {
        text(text, SMALL, x, middle + SMALL.getSize2D() * 0.36);
    }

    void box(double x, double y, double width, double height, Color fill) {
        RoundRectangle2D shape = new RoundRectangle2D.Double(x, y, width, height, 5, 5);
        g.setColor(fill);
        g.fill(shape);
        g.setColor(Palette.BLACK);
        g.setStroke(SOLID);
        g.draw(shape);
    }

    /** Around what is repeated. */
    void frame(double x, double y, double width, double height) {
        g.setColor(Palette.GREY);
        g.setStroke(SOLID);
        g.draw(new RoundRectangle2D.Double(x, y, width, height, ROUND, ROUND));
    }

    void rule(double x1, double x2, double y) {
        g.setColor(Palette.RULE);
        g.setStroke(SOLID);
        g.draw(new Line2D.Double(x1, y, x2, y));
    }

    void line(double x1, double y1, double x2, double y2) {
        ink(false);
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    /** Downwards, with its tip at the end. */
    void arrowDown(double x, double from, double to) {
        line(x, from, x, to - ARROW / 2);
        tip(x, to, 0, 1);
    }

    /** Out to the right, down and back to the left, with its tip at the end.
     * @param right how far out */
    void arc(double x, double y, double right, double toX, double toY, boolean dotted) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y);
        path.lineTo(right - ROUND, y);
        path.quadTo(right, y, right, y + ROUND);
        path.lineTo(right, toY - ROUND);
        path.quadTo(right, toY, right - ROUND, toY);
        path.lineTo(toX + ARROW / 2, toY);
        ink(dotted);
        g.draw(path);
        tip(toX, toY, -1, 0);
    }

    /** A sample of a shortcut for the legend. */
    void sample(double x1, double x2, double y, boolean dotted) {
        ink(dotted);
        g.draw(new Line2D.Double(x1, y, x2 - ARROW / 2, y));
        tip(x2, y, 1, 0);
    }

    /** A circle with a plus for sums, with two bars for concatenations. */
    void joint(Piece.Joint joint, double x, double y) {
        double r = JOINT_RADIUS;
        g.setColor(Color.WHITE);
        g.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        ink(false);
        g.draw(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        double s = r * 0.5;
        switch (joint) {
            case ADD -> {
                line(x - s, y, x + s, y);
                line(x, y - s, x, y + s);
            }
            case CONCATENATE -> {
                line(x - s / 2, y - s, x - s / 2, y + s);
                line(x + s / 2, y - s, x + s / 2, y + s);
            }
        }
    }

    private void ink(boolean dotted) {
        g.setColor(Palette.BLACK);
        g.setStroke(dotted ? DOTTED : SOLID);
    }

    private void tip(double x, double y, double dx, double dy) {
        double half = ARROW * 0.5;
        Path2D tip = new Path2D.Double();
        tip.moveTo(x, y);
        tip.lineTo(x - dx * ARROW - dy * half, y - dy * ARROW - dx * half);
        tip.lineTo(x - dx * ARROW + dy * half, y - dy * ARROW + dx * half);
        tip.closePath();
        g.setColor(Palette.BLACK);
        g.fill(tip);
    }
}
