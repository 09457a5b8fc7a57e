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
import org.resbench.report.model.Curve;
import org.resbench.report.model.Ink;

/** Paints circles with their names, large ones first, and a key of areas in a corner. */
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
    /** Boxes around pieces of curves and of intervals. */
    private final List<Rectangle2D> lines = new ArrayList<>();

    /** @param curves of the panel, which names keep clear of */
    BubblePainter(Graphics2D g, Bubbles bubbles, List<Curve> curves, Rectangle plot, Scale x, Scale y) {
        this.g = g;
        this.bubbles = bubbles;
        this.plot = plot;
        this.x = x;
        this.y = y;
        largest = bubbles.bubbles().stream().mapToDouble(Bubble::area).max().orElse(1);
        curves.forEach(this::line);
    }

    /** Boxes around the pieces of a curve that goes right and down in steps. */
    private void line(Curve curve) {
        for (int i = 1; i < curve.x().size(); i++) {
            Rectangle2D box = new Rectangle2D.Double(x.at(curve.x().get(i)), y.at(curve.y().get(i)), 0, 0);
            box.add(x.at(curve.x().get(i - 1)), y.at(curve.y().get(i - 1)));
            lines.add(new Rectangle2D.Double(box.getX() - 1, box.getY() - 1, box.getWidth() + 2, box.getHeight() + 2));
        }
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
                lines.add(new Rectangle2D.Double(left, y.at(bubble.y()) - 1, right - left, 2));
            }
        }
        List<Labels.Circle> circles = all.stream().map(this::place).toList();
        List<Rectangle2D> taken = new ArrayList<>(lines);
        taken.add(key(circles));
        List<Rectangle2D> boxes = Labels.place(circles, new Rectangle(plot.x + 2, plot.y + 2, plot.width - 4, plot.height - 4), taken);
        for (int i = 0; i < all.size(); i++) {
            name(all.get(i), circles.get(i), boxes.get(i));
        }
    }

    private Labels.Circle place(Bubble bubble) {
        FontMetrics metrics = g.getFontMetrics(bubble.strong() ? STRONG : NAME);
        return new Labels.Circle(x.at(bubble.x()), y.at(bubble.y()), radius(bubble),
                metrics.stringWidth(bubble.label()) + 2.0, metrics.getAscent());
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

    /** Circles of the key side by side, each with its words below, and above them what areas stand for, in the corner where least lies.
     * @return where */
    private Rectangle2D key(List<Labels.Circle> circles) {
        FontMetrics metrics = g.getFontMetrics(NAME);
        double highest = bubbles.key().stream().mapToDouble(this::radius).max().orElse(0);
        double entries = bubbles.key().stream().mapToDouble(entry -> KEY_GAP + 2 * half(entry, metrics)).sum();
        double width = Math.max(entries, metrics.stringWidth(bubbles.measure()) + KEY_GAP);
        double height = 2 * (highest + metrics.getHeight());
        Rectangle2D corner = corner(circles, width, height);
        double left = corner.getX() + (width - entries) / 2;
        double middle = corner.getY() + metrics.getHeight() + highest;
        g.setFont(NAME);
        g.setColor(Palette.BLACK);
        g.drawString(bubbles.measure(), (float) (corner.getX() + (width - KEY_GAP - metrics.stringWidth(bubbles.measure())) / 2),
                (float) corner.getY() + metrics.getAscent());
        for (Bubble entry : bubbles.key()) {
            double half = half(entry, metrics);
            circle(entry.ink(), left + half, middle, radius(entry));
            g.setColor(Palette.BLACK);
            g.drawString(entry.label(), (float) (left + half - metrics.stringWidth(entry.label()) / 2.0),
                    (float) (middle + highest + metrics.getAscent()));
            left += 2 * half + KEY_GAP;
        }
        return corner;
    }

    private double half(Bubble entry, FontMetrics metrics) {
        return Math.max(radius(entry), metrics.stringWidth(entry.label()) / 2.0);
    }

    /** The upper right one unless another is emptier. */
    private Rectangle2D corner(List<Labels.Circle> circles, double width, double height) {
        double right = plot.x + plot.width - width;
        double bottom = plot.y + plot.height - height - KEY_GAP;
        double left = plot.x + KEY_GAP;
        double top = plot.y + KEY_GAP;
        List<Rectangle2D> corners = List.of(new Rectangle2D.Double(right, top, width, height),
                new Rectangle2D.Double(left, bottom, width, height), new Rectangle2D.Double(left, top, width, height),
                new Rectangle2D.Double(right, bottom, width, height));
        return corners.stream()
                .min(Comparator.comparingDouble(corner -> lines.stream().mapToDouble(line -> Labels.overlap(line, corner)).sum()
                        + circles.stream().mapToDouble(circle -> Labels.overlap(circle.box(), corner)).sum())).orElseThrow();
    }
}
