package org.resbench.gate;

/** Two bounds of a loss, in the metric's unit (points, nats, percent more time or energy).
 * @param tolerated a regression is a loss that is shown to be above this
 * @param ruledOut a pass needs a loss of this size to be shown absent */
public record Limits(double tolerated, double ruledOut) {
    public Limits {
        if (!(tolerated >= 0) || !(ruledOut > tolerated) || !Double.isFinite(ruledOut)) {
            throw new IllegalArgumentException("tolerated " + tolerated + " and ruled out " + ruledOut
                    + " are no limits of a loss; must be 0 <= tolerated < ruled out");
        }
    }
}
