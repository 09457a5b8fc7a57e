package org.resbench.report.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.resbench.stats.Interval;
import org.resbench.stats.Summary;

/** Numbers as people read them, the same under every locale. The minus sign is U+2212. */
public final class Numbers {
    private Numbers() {}

    /** Two decimals, as the paper prints errors; no percent sign. */
    public static String percent(double value) {
        return fixed(value, 2);
    }

    /** Two decimals, or two significant digits below a tenth: {@code 45.12}, {@code 0.00013}. */
    public static String measured(double value) {
        boolean small = value != 0 && Math.abs(value) < 0.1;
        return small ? new BigDecimal(value).round(new MathContext(2)).toPlainString().replace('-', '−') : fixed(value, 2);
    }

    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "not a number" : value > 0 ? "infinite" : "−infinite";
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        boolean negativeZero = text.startsWith("-") && text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return negativeZero ? text.substring(1) : text.replace('-', '−');
    }

    /** {@code 8.75 ± 0.16}, or the mean alone when there is one value. */
    public static String meanAndSpread(Summary summary) {
        return percent(summary.mean()) + summary.standardDeviation().map(s -> " ± " + percent(s)).orElse("");
    }

    /** {@code 3.20 [1.10, 5.30]} */
    public static String interval(Interval interval) {
        return percent(interval.estimate()) + " [" + percent(interval.lower()) + ", " + percent(interval.upper()) + "]";
    }

    /** {@code 95 % Welch t} */
    public static String method(Interval interval) {
        return level(interval.level()) + " " + interval.method();
    }

    /** {@code 95 %}, {@code 99.67 %}. */
    public static String level(double level) {
        String text = String.format(Locale.ROOT, "%.2f", 100 * level).replaceFirst("\\.?0+$", "");
        return text + " %";
    }

    /** {@code 269,722} */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Millions with three digits, without the unit: {@code 0.270}, {@code 40.6}, {@code 2,829}. */
    public static String millions(double value) {
        double millions = value / 1e6;
        return String.format(Locale.ROOT, millions >= 100 ? "%,.0f" : millions >= 10 ? "%.1f" : millions >= 1 ? "%.2f" : "%.3f", millions);
    }

    /** {@code 12.3 s}, {@code 4 min 05 s}, {@code 3 h 12 min}. */
    public static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (seconds < 60) {
            return fixed(seconds, 1) + " s";
        }
        return whole < 3600 ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%,d h %02d min", whole / 3600, whole % 3600 / 60);
    }

    /** {@code 7.3 mJ}, {@code 512 J}, {@code 12.3 kJ}, {@code 4.56 MJ}. */
    public static String energy(double joules) {
        if (joules < 1) {
            return fixed(1000 * joules, joules < 0.01 ? 2 : joules < 0.1 ? 1 : 0) + " mJ";
        }
        if (joules < 1000) {
            return fixed(joules, joules < 10 ? 2 : 0) + " J";
        }
        return joules < 1e6 ? fixed(joules / 1e3, 1) + " kJ" : fixed(joules / 1e6, 2) + " MJ";
    }

    /** {@code 0.015 g}, {@code 12.30 g}, {@code 1.20 kg}. */
    public static String grams(double grams) {
        return grams < 1000 ? measured(grams) + " g" : fixed(grams / 1000, 2) + " kg";
    }
}
