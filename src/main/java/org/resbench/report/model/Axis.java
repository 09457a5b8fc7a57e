package org.resbench.report.model;

import java.util.List;

/** One axis of a panel.
 * @param label with its unit
 * @param kind linear or logarithmic; a logarithmic axis needs a positive minimum
 * @param minimum lowest value shown
 * @param maximum highest value shown
 * @param ticks where ticks go and what they say; empty for round numbers chosen by the painter */
public record Axis(String label, Kind kind, double minimum, double maximum, List<Tick> ticks) {
    public enum Kind { LINEAR, LOGARITHMIC }

    public record Tick(double at, String label) {}

    public Axis {
        ticks = List.copyOf(ticks);
        if (!(minimum < maximum)) {
            throw new IllegalArgumentException("axis '" + label + "' runs from " + minimum + " to " + maximum);
        }
        if (kind == Kind.LOGARITHMIC && minimum <= 0) {
            throw new IllegalArgumentException("logarithmic axis '" + label + "' starts at " + minimum);
        }
    }

    public static Axis linear(String label, double minimum, double maximum) {
        return new Axis(label, Kind.LINEAR, minimum, maximum, List.of());
    }
}
