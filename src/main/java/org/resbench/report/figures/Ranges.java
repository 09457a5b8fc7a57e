package org.resbench.report.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.resbench.report.model.Axis.Tick;
import org.resbench.report.model.Axis;
import org.resbench.report.model.Numbers;

/** Axes that suit the values on them. */
final class Ranges {
    private static final double AIR = 0.08;

    private Ranges() {}

    /** From zero to a little above the largest value, at most 100. */
    static Axis percentFromZero(String label, double largest) {
        return Axis.linear(label, 0, Math.min(100, Math.max(1, largest * (1 + AIR))));
    }

    /** Around the values with some air; from zero when they come near it. */
    static Axis percentAround(String label, Collection<Double> values) {
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(100);
        double air = Math.max(AIR * (high - low), 0.25);
        return Axis.linear(label, low < 0.3 * high ? 0 : Math.max(0, low - air), Math.min(100, high + air));
    }

    /** Whole decades are not needed: a factor of air on both sides. */
    static Axis logarithmic(String label, Collection<Double> values) {
        double low = values.stream().mapToDouble(Double::doubleValue).filter(v -> v > 0).min().orElse(1);
        double high = values.stream().mapToDouble(Double::doubleValue).filter(v -> v > 0).max().orElse(10);
        double air = Math.max(1.1, Math.pow(high / low, AIR));
        return new Axis(label, Axis.Kind.LOGARITHMIC, low / air, high * air, List.of());
    }

    /** Iterations from zero, ticks in thousands where there are many; a little room at the end for the last marker. */
    static Axis iterations(long last) {
        double step = step(last);
        List<Tick> ticks = new ArrayList<>();
        for (double at = 0; at <= last * (1 + 1e-9); at += step) {
            ticks.add(new Tick(at, step >= 1000 ? Math.round(at / 1000) + (at > 0 ? "k" : "") : Numbers.fixed(at, 0)));
        }
        return new Axis("iteration", Axis.Kind.LINEAR, 0, Math.max(1, last) * 1.015, ticks);
    }

    /** From zero to a little beyond the last position, for its marker. */
    static Axis positions(String label, int last) {
        return Axis.linear(label, 0, last * 1.01 + 1);
    }

    private static double step(long last) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, last) / 5.0)));
        for (double factor : new double[] {1, 2, 5, 10}) {
            if (last / (factor * power) <= 6) {
                return Math.max(1, factor * power);
            }
        }
        return 10 * power;
    }

    /** Depths at their own ticks; logarithmic when the deepest has more than eight times the layers of the shallowest. */
    static Axis depths(List<Integer> depths) {
        int low = depths.stream().mapToInt(Integer::intValue).min().orElse(1);
        int high = depths.stream().mapToInt(Integer::intValue).max().orElse(1);
        List<Tick> ticks = depths.stream().distinct().sorted().map(d -> new Tick(d, d.toString())).toList();
        if (high > 8 * low) {
            return new Axis("layers", Axis.Kind.LOGARITHMIC, low / 1.2, high * 1.2, ticks);
        }
        double air = Math.max(2, 0.08 * (high - low));
        return new Axis("layers", Axis.Kind.LINEAR, low - air, high + air, ticks);
    }
}
