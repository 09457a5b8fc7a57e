package org.resbench.report.model;

import java.util.List;

/** A strip between two lines over the same x, filled palely, below all curves.
 * @param name unique in its panel, such as {@code resnet-20 test error, range over 3 seeds}
 * @param lower nowhere above {@code upper} */
public record Band(String name, Ink ink, List<Double> x, List<Double> lower, List<Double> upper) {
    public Band {
        x = List.copyOf(x);
        lower = List.copyOf(lower);
        upper = List.copyOf(upper);
        if (x.isEmpty() || x.size() != lower.size() || x.size() != upper.size()) {
            throw new IllegalArgumentException("band '" + name + "' has " + x.size() + " x, " + lower.size() + " lower and "
                    + upper.size() + " upper values");
        }
        for (int i = 0; i < lower.size(); i++) {
            if (!(lower.get(i) <= upper.get(i))) {
                throw new IllegalArgumentException("band '" + name + "' goes from " + lower.get(i) + " to " + upper.get(i) + " at "
                        + x.get(i));
            }
        }
    }
}
