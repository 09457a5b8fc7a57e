package org.resbench.report.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.resbench.report.model.Axis.Tick;
import org.resbench.report.model.Axis;

/** Maps an axis onto a stretch of the drawing.
 * @param from where the axis' minimum lies
 * @param length towards the maximum; negative upwards */
record Scale(Axis axis, double from, double length) {
    private static final int LINEAR_TICKS = 6;

    double at(double value) {
        double position = switch (axis.kind()) {
            case LINEAR -> (value - axis.minimum()) / (axis.maximum() - axis.minimum());
            case LOGARITHMIC -> Math.log(value / axis.minimum()) / Math.log(axis.maximum() / axis.minimum());
        };
        return from + length * position;
    }

    /** The axis' own ticks, or round numbers. */
    List<Tick> ticks() {
        if (!axis.ticks().isEmpty()) {
            return axis.ticks();
        }
        return switch (axis.kind()) {
            case LINEAR -> linearTicks();
            case LOGARITHMIC -> decades();
        };
    }

    private List<Tick> linearTicks() {
        double step = roundStep((axis.maximum() - axis.minimum()) / LINEAR_TICKS);
        List<Tick> ticks = new ArrayList<>();
        for (long k = (long) Math.ceil(axis.minimum() / step - 1e-9); k * step <= axis.maximum() + step * 1e-9; k++) {
            ticks.add(new Tick(k * step, plain(k * step, step)));
        }
        return ticks;
    }

    /** The smallest of 1, 2, 5 times a power of ten that is not below. */
    static double roundStep(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= atLeast * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static String plain(double value, double step) {
        int digits = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        return BigDecimal.valueOf(value).setScale(digits, java.math.RoundingMode.HALF_UP).toPlainString().replace('-', '−');
    }

    /** Powers of ten; multiples of them too when the axis spans less than two decades. */
    private List<Tick> decades() {
        double decades = Math.log10(axis.maximum() / axis.minimum());
        int[] factors = decades < 1 ? new int[] {1, 2, 3, 4, 5, 6, 8} : decades < 2 ? new int[] {1, 2, 5} : new int[] {1};
        int every = (int) Math.max(1, Math.ceil(decades / 7));
        List<Tick> ticks = new ArrayList<>();
        for (int e = (int) Math.floor(Math.log10(axis.minimum())); e <= Math.ceil(Math.log10(axis.maximum())); e++) {
            for (int factor : factors) {
                BigDecimal value = BigDecimal.valueOf(factor).scaleByPowerOfTen(e);
                if (e % every == 0 && value.doubleValue() >= axis.minimum() * (1 - 1e-9)
                        && value.doubleValue() <= axis.maximum() * (1 + 1e-9)) {
                    ticks.add(new Tick(value.doubleValue(), e < -3 || e > 4 ? factor + "e" + e : value.toPlainString()));
                }
            }
        }
        return ticks;
    }
}
