package org.resbench.report.model;

import java.util.List;

/** Circles with names in a panel.
 * @param key circles without a place that say what an area means, smallest first
 * @param measure what areas stand for, above the key */
public record Bubbles(List<Bubble> bubbles, List<Bubble> key, String measure) {
    /** @param label beside it
     * @param lower where its x may be at least @param upper and at most; both equal to x where that is exact
     * @param area in any unit, above zero; the largest of a panel decides how large circles are drawn
     * @param strong whether its name is printed in bold */
    public record Bubble(String label, double x, double lower, double upper, double y, double area, Ink ink, boolean strong) {
        public Bubble {
            if (!(area > 0)) {
                throw new IllegalArgumentException("bubble '" + label + "' has an area of " + area);
            }
        }
    }

    public Bubbles {
        bubbles = List.copyOf(bubbles);
        key = List.copyOf(key);
    }
}
