package org.resbench.report.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.resbench.report.model.Bubbles;
import org.resbench.report.model.Bubbles.Bubble;
import org.resbench.report.model.Ink;

/** Paints circles with their names, large ones first, and a key of areas in the upper right corner. */
final class BubblePainter {
    private static final double LARGEST_RADIUS = 22;
    private static final double SMALLEST_RADIUS = 2.5;
    private static final Font NAME = Fonts.regular(10);
    private static final Font STRONG = Fonts.bold(10);
    private static final BasicStroke HAIR = new BasicStroke(0.6f);
    private static final BasicStroke RIM = new BasicStroke(1.1f);
    /** A name further away from its circle gets a line to it. */
    private static final double FAR = 7;
    private static final int KEY_GAP = 8;

    private final Graphics2D g;
    private final Bubbles bubbles;
    private final Rectangle plot;
    private final Scale x;
    private final Scale y;
    private final double largest;

    BubblePainter(Graphics2D g, Bubbles bubbles, Rectangle plot, Scale x, Scale y) {
        this.g = g;
        this.bubbles = bubbles;
        this.plot = plot;
        this.x = x;
        this.y = y;
        largest = bubbles.bubbles().stream().mapToDouble(Bubble::area).max().orElse(1);
    }

    private double radius(Bubble bubble) {
        return Math.max(SMALLEST_RADIUS, LARGEST_RADIUS * Math.sqrt(bubble.area() / largest));
    }

    void paint() {
        List<Bubble> all = bubbles.bubbles().stream().sorted(Comparator.comparingDouble(Bubble::area).reversed()).toList();
        all.forEach(bubble -> circle(bubble.ink(), x.at(bubble.x()), y.at(bubble.y()), radius(bubble)));
        for (Bubble bubble : all) {
            g.setColor(dark(bubble.ink()));
            g.setStroke(HAIR);
            double left = Math.max(plot.x, x.at(bubble.lower()));
            double right = Math.min(plot.x + plot.width, x.at(bubble.upper()));
            if (right > left) {
                g.draw(new Line2D.Double(left, y.at(bubble.y()), right, y.at(bubble.y())));
            }
        }
        Rectangle2D key = key();
        List<Labels.Circle> circles = all.stream().map(this::place).toList();
        List<Rectangle2D> boxes = Labels.place(circles, new Rectangle(plot.x + 2, plot.y + 2, plot.width - 4, plot.height - 4), List.of(key));
        for (int i = 0; i < all.size(); i++) {
            name(all.get(i), circles.get(i), boxes.get(i));
        }
    }

    private Labels.Circle place(Bubble bubble) {
        FontMetrics metrics = g.getFontMetrics(bubble.strong() ? STRONG : NAME);
        return new Labels.Circle(x.at(bubble.x()), y.at(bubble.y()), radius(bubble), metrics.stringWidth(bubble.label()) + 2.0, metrics.getAscent());
    }

    private void circle(Ink ink, double centreX, double centreY, double radius) {
        Ellipse2D shape = new Ellipse2D.Double(centreX - radius, centreY - radius, 2 * radius, 2 * radius);
        g.setColor(Palette.colour(ink.with(Ink.Weight.FAINT)));
        g.fill(shape);
        g.setColor(dark(ink));
        g.setStroke(RIM);
        g.draw(shape);
    }

    private static Color dark(Ink ink) {
        return Palette.colour(ink.with(Ink.Weight.NORMAL));
    }

    private void name(Bubble bubble, Labels.Circle circle, Rectangle2D box) {
        double nearX = Math.max(box.getX(), Math.min(box.getMaxX(), circle.x()));
        double nearY = Math.max(box.getY(), Math.min(box.getMaxY(), circle.y()));
        double distance = Math.hypot(nearX - circle.x(), nearY - circle.y());
        if (distance > circle.radius() + FAR) {
            double share = circle.radius() / distance;
            g.setColor(Palette.GREY);
            g.setStroke(HAIR);
            g.draw(new Line2D.Double(circle.x() + share * (nearX - circle.x()), circle.y() + share * (nearY - circle.y()), nearX, nearY));
        }
        g.setColor(Palette.BLACK);
        g.setFont(bubble.strong() ? STRONG : NAME);
        g.drawString(bubble.label(), (float) box.getX() + 1, (float) (box.getMaxY() - g.getFontMetrics().getDescent() / 2.0));
    }

    /** Circles of the key side by side, each with its words below. @return where it lies */
    private Rectangle2D key() {
        List<Bubble> entries = new ArrayList<>(bubbles.key());
        g.setFont(NAME);
        FontMetrics metrics = g.getFontMetrics();
        double highest = entries.stream().mapToDouble(this::radius).max().orElse(0);
        double right = plot.x + plot.width - KEY_GAP;
        double middle = plot.y + KEY_GAP + highest;
        for (int i = entries.size() - 1; i >= 0; i--) {
            Bubble entry = entries.get(i);
            double half = Math.max(radius(entry), metrics.stringWidth(entry.label()) / 2.0);
            circle(entry.ink(), right - half, middle, radius(entry));
            g.setColor(Palette.BLACK);
            g.drawString(entry.label(), (float) (right - half - metrics.stringWidth(entry.label()) / 2.0), (float) (middle + highest + metrics.getAscent()));
            right -= 2 * half + KEY_GAP;
        }
        double bottom = middle + highest + metrics.getHeight();
        return new Rectangle2D.Double(right, plot.y, plot.x + plot.width - right, bottom - plot.y);
    }
}
