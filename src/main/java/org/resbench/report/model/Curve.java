package org.resbench.report.model;

import java.util.List;

/** Points joined in the order given; NaN in y interrupts the line.
 * @param name unique in its panel, such as {@code resnet-20 test error, seed 1}
 * @param markers at which points markers are put, as every n-th; 1 for all */
public record Curve(String name, Ink ink, List<Double> x, List<Double> y, int markers) {
    public Curve {
        x = List.copyOf(x);
        y = List.copyOf(y);
        if (x.isEmpty() || x.size() != y.size()) {
            throw new IllegalArgumentException("curve '" + name + "' has " + x.size() + " x and " + y.size() + " y values");
        }
        if (markers < 1) {
            throw new IllegalArgumentException("curve '" + name + "' has a marker at every " + markers + "th point");
        }
    }

    public Curve(String name, Ink ink, List<Double> x, List<Double> y) {
        this(name, ink, x, y, 1);
    }
}
