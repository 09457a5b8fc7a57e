package org.resbench.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.resbench.stats.Interval;
import org.resbench.stats.Summary;
import org.resbench.stats.comparisons.Comparison;

/** Summaries and comparisons for terminals. */
final class StatsText {
    private static final MathContext DIGITS = new MathContext(5);
    private static final String UNKNOWN = "-";

    private StatsText() {}

    static String of(Map<String, double[]> groups, List<Comparison> comparisons) {
        TextTable summaries = TextTable.of("group", ">n", ">mean", ">sd", ">median", ">min", ">max", "95 % interval of the mean");
        groups.forEach((name, values) -> {
            Summary summary = Summary.of(values);
            summaries.row(name, Integer.toString(summary.n()), number(summary.mean()), summary.standardDeviation().map(StatsText::number).orElse(UNKNOWN),
                    number(summary.median()), number(summary.minimum()), number(summary.maximum()), interval(summary.meanInterval()));
        });
        if (comparisons.isEmpty()) {
            return summaries.toString();
        }
        TextTable pairs = TextTable.of("difference of means", ">estimate", "95 % interval", ">p", ">p by Holm", "test");
        for (Comparison pair : comparisons) {
            pairs.row(pair.first() + " - " + pair.second(), pair.difference().map(difference -> number(difference.estimate())).orElse(UNKNOWN),
                    interval(pair.difference().map(difference -> difference.interval(Interval.LEVEL))), pair.pValue().map(StatsText::number).orElse(UNKNOWN),
                    pair.adjustedPValue().map(StatsText::number).orElse(UNKNOWN),
                    pair.difference().map(difference -> difference.method()).orElse("none: one value, or all equal"));
        }
        return summaries + "\n" + pairs;
    }

    private static String interval(Optional<Interval> interval) {
        return interval.map(bounds -> number(bounds.lower()) + " to " + number(bounds.upper())).orElse(UNKNOWN);
    }

    /** Five significant digits, the same under every locale. */
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        boolean plain = Math.abs(value) >= 1e-4 && Math.abs(value) < 1e9;
        return plain ? rounded.toPlainString() : rounded.toString();
    }
}
