package org.resbench.gate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as they are written, the same under every locale. */
public final class Amounts {
    private static final int DIGITS = 4;

    private Amounts() {}

    /** Four significant digits at most, no exponent for usual sizes. */
    public static String value(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
        return Math.abs(value) >= 1e-6 && Math.abs(value) < 1e9 ? rounded.toPlainString() : rounded.toString();
    }

    /** {@code 0.31 points}, with a sign when below zero. */
    public static String loss(double loss, GateMetric metric) {
        return number(loss, metric) + " " + metric.unit();
    }

    /** With so many decimals as the metric is read with. */
    public static String number(double loss, GateMetric metric) {
        String text = String.format(Locale.ROOT, "%." + decimals(metric) + "f", loss);
        return text.matches("-0\\.?0*") ? text.substring(1) : text;
    }

    private static int decimals(GateMetric metric) {
        return switch (metric.part()) {
            case ACCURACY -> 2;
            case LOSS -> 4;
            case THROUGHPUT, ENERGY -> 1;
        };
    }

    /** A bound as it was set: no more digits than it has. */
    public static String limit(double bound) {
        return new BigDecimal(Double.toString(bound)).stripTrailingZeros().toPlainString();
    }

    public static String limit(double bound, GateMetric metric) {
        return limit(bound) + " " + metric.unit();
    }

    /** {@code p = 0.013} or {@code p < 0.001}. */
    public static String p(String name, double p) {
        return p < 0.001 ? name + " < 0.001" : name + " = " + String.format(Locale.ROOT, p < 0.1 ? "%.3f" : "%.2f", p);
    }
}
