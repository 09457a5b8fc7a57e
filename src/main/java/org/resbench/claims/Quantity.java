package org.resbench.claims;

import java.util.List;
import java.util.Locale;
import org.resbench.stats.Interval;

/** How a metric is written: its name in running text and the unit of its values and differences. Numbers look the same under any
 * locale. */
record Quantity(String name, String unit, String differenceUnit) {
    static final Quantity RATIO = new Quantity("ratio", "", "");
    private static final int LEAST_DECIMALS = 2;
    private static final int MOST_DECIMALS = 6;

    static Quantity of(String metric) {
        return switch (metric) {
            case "test_error_percent" -> new Quantity("test error", " %", " points");
            case "training_error_percent" -> new Quantity("training error", " %", " points");
            case "test_loss" -> new Quantity("test loss", " nats", " nats");
            case "training_loss" -> new Quantity("training loss", " nats", " nats");
            case "inflation_points" -> new Quantity("inflation by the best epoch", " points", " points");
            case "gradient_norm_ratio_at_start" ->
                    new Quantity("gradient norm of the first 3x3 layer over the last one's, at the start,", "", "");
            case "gradient_norm_ratio_at_end" ->
                    new Quantity("gradient norm of the first 3x3 layer over the last one's, at the end,", "", "");
            default -> new Quantity(metric.replace('_', ' '), "", "");
        };
    }

    /** {@code 2.31 points (95 % interval 1.80 to 2.82 points; n = 5 seeds)}, with so many decimals that the interval's width has two
     * digits.
     * @param sample how many seeds, or empty to leave that out */
    String difference(Interval interval, String sample) {
        return with(interval, differenceUnit, sample);
    }

    /** The same for a mean. */
    String mean(Interval interval, String sample) {
        return with(interval, unit, sample);
    }

    /** {@code 20, 32 and 44}. */
    static String list(List<String> items) {
        int last = items.size() - 1;
        return last < 1 ? String.join("", items) : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }

    /** A bound as it was written in the experiment file: no more digits than it has. */
    static String bound(double value, String unit) {
        String digits = value == Math.rint(value) && Math.abs(value) < 1e9 ? String.format(Locale.ROOT, "%.0f", value + 0.0)
                : Double.toString(value);
        return digits + unit;
    }

    static String decimal(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.matches("-0\\.?0*") ? text.substring(1) : text;
    }

    /** {@code p = 0.013} or {@code p < 0.001}. */
    static String p(double p) {
        return p < 0.001 ? "p < 0.001" : "p = " + decimal(p, p < 0.1 ? 3 : 2);
    }

    private static String with(Interval interval, String unit, String sample) {
        int decimals = decimals(interval.upper() - interval.lower());
        return decimal(interval.estimate(), decimals) + unit + " (" + percent(interval.level()) + " interval "
                + decimal(interval.lower(), decimals) + " to " + decimal(interval.upper(), decimals) + unit
                + (sample.isEmpty() ? ")" : "; " + sample + ")");
    }

    /** {@code 95 %}, {@code 99.67 %}. */
    private static String percent(double level) {
        return String.format(Locale.ROOT, "%.2f", 100 * level).replaceFirst("\\.?0+$", "") + " %";
    }

    private static int decimals(double width) {
        int needed = width > 0 ? (int) Math.ceil(-Math.log10(width)) + 1 : LEAST_DECIMALS;
        return Math.max(LEAST_DECIMALS, Math.min(MOST_DECIMALS, needed));
    }
}
