package org.resbench.report.charts;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Puts a name beside each of several circles so that names lie inside the area and on no other name, and on circles only where there is no
 * other place: the nearest free place in rings around the circle, crowded circles first. */
final class Labels {
    private static final int DIRECTIONS = 24;
    private static final int RINGS = 12;
    private static final double RING = 7;
    private static final double GAP = 3;
    /** Of a place on a circle, per unit of area that is covered; on another name nothing is put at all unless every place is taken. */
    private static final double ON_CIRCLE = 0.5;
    private static final double ON_LABEL = 1000;

    private Labels() {}

    /** @param x of the centre @param width of the circle's name @param height likewise */
    record Circle(double x, double y, double radius, double width, double height) {
        Rectangle2D box() {
            return new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        }
    }

    /** Where each circle's name goes, in the order given. @param taken where no name may lie */
    static List<Rectangle2D> place(List<Circle> circles, Rectangle2D area, List<Rectangle2D> taken) {
        Rectangle2D[] placed = new Rectangle2D[circles.size()];
        List<Rectangle2D> used = new ArrayList<>(taken);
        IntStream.range(0, circles.size()).boxed().sorted(Comparator.comparingDouble(i -> -crowd(circles, i))).forEach(i -> {
            placed[i] = best(circles, i, area, used);
            used.add(placed[i]);
        });
        return List.of(placed);
    }

    /** The nearer its neighbours, the fewer places a circle's name has. */
    private static double crowd(List<Circle> circles, int index) {
        Circle one = circles.get(index);
        return circles.stream().filter(other -> other != one)
                .mapToDouble(other -> 1 / (1 + Math.hypot(other.x - one.x, other.y - one.y))).sum();
    }

    private static Rectangle2D best(List<Circle> circles, int index, Rectangle2D area, List<Rectangle2D> used) {
        Circle circle = circles.get(index);
        Rectangle2D best = null;
        double lowest = Double.POSITIVE_INFINITY;
        for (int ring = 0; ring < RINGS; ring++) {
            for (int direction = 0; direction < DIRECTIONS; direction++) {
                Rectangle2D box = beside(circle, circle.radius + GAP + ring * RING, 2 * Math.PI * direction / DIRECTIONS);
                if (!area.contains(box)) {
                    continue;
                }
                double cost = ring * RING + used.stream().mapToDouble(other -> ON_LABEL * overlap(other, box)).sum()
                        + circles.stream().mapToDouble(other -> ON_CIRCLE * overlap(other.box(), box)).sum();
                if (cost < lowest) {
                    lowest = cost;
                    best = box;
                }
            }
        }
        // A name wider than the area goes over its circle.
        return best != null ? best : new Rectangle2D.Double(circle.x - circle.width / 2,
                circle.y - circle.height / 2, circle.width, circle.height);
    }

    /** The box whose nearest edge or corner lies at that distance in that direction. */
    private static Rectangle2D beside(Circle circle, double distance, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double x = circle.x + distance * cos + (cos - 1) / 2 * circle.width;
        double y = circle.y + distance * sin + (sin - 1) / 2 * circle.height;
        return new Rectangle2D.Double(x, y, circle.width, circle.height);
    }

    /** Area that two boxes share. */
    static double overlap(Rectangle2D one, Rectangle2D other) {
        double width = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getX(), other.getX());
        double height = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getY(), other.getY());
        return width > 0 && height > 0 ? width * height : 0;
    }
}
