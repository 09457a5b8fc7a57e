package org.resbench.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.resbench.stats.Bootstrap;
import org.resbench.stats.ErrorSpread;
import org.resbench.stats.Interval;
import org.resbench.stats.Summary;

/** What {@code resbench stats} says of the groups, for terminals; {@link StatsPairText} says the rest. */
final class StatsText {
    private static final MathContext DIGITS = new MathContext(5);
    private static final int VALUES_SHOWN = 40;
    private static final int WIDTH = 110;
    static final String UNKNOWN = "-";

    private StatsText() {}

    static String of(StatsFacts facts) {
        List<String> parts = new ArrayList<>();
        parts.add(summaries(facts));
        parts.add(facts.groups().entrySet().stream().map(group -> values(group.getKey(), group.getValue().summary()))
                .collect(Collectors.joining()));
        spreads(facts).ifPresent(parts::add);
        parts.addAll(StatsPairText.of(facts));
        return String.join("\n", parts);
    }

    private static String summaries(StatsFacts facts) {
        boolean shares = facts.groups().values().stream().anyMatch(group -> group.share().isPresent());
        TextTable table = TextTable.of("group", ">n", ">mean", ">sd", ">median", ">IQM", ">min", ">max",
                shares ? "95 % Wilson interval of the share of 1" : "95 % t interval", "95 % BCa interval");
        facts.groups().forEach((name, group) -> {
            Summary summary = group.summary();
            table.row(name, Integer.toString(summary.n()), number(summary.mean()),
                    summary.standardDeviation().map(StatsText::number).orElse(UNKNOWN),
                    number(summary.median()), number(summary.interquartileMean()), number(summary.minimum()), number(summary.maximum()),
                    interval(shares ? group.share() : summary.meanInterval()), interval(group.bootstrap().map(Bootstrap::interval)));
        });
        boolean few = facts.groups().values().stream().anyMatch(group -> group.bootstrap().flatMap(Bootstrap::caution).isPresent());
        return table + noSpread(facts) + (few ? "BCa intervals of fewer than " + Bootstrap.TRUSTED_FROM
                + " values are too narrow; prefer the t interval.\n" : "");
    }

    /** Says why a group has no interval. Shares have one without any spread. */
    private static String noSpread(StatsFacts facts) {
        StringBuilder text = new StringBuilder();
        facts.groups().forEach((name, group) -> {
            if (group.share().isEmpty() && group.summary().meanInterval().isEmpty()) {
                text.append(name).append(group.summary().n() == 1 ? ": one value has no spread, so there is no interval; give two or more\n"
                        : ": all values are equal; their spread is unknown rather than zero, so there is no interval\n");
            }
        });
        return text.toString();
    }

    private static String values(String name, Summary summary) {
        StringBuilder text = new StringBuilder();
        String start = name + ": ";
        StringBuilder line = new StringBuilder(start);
        for (int i = 0; i < Math.min(VALUES_SHOWN, summary.n()); i++) {
            String value = (i == 0 ? "" : " ") + number(summary.samples().get(i));
            if (line.length() + value.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(" ".repeat(start.length() - 1)).append(i == 0 ? " " : "");
            }
            line.append(value);
        }
        int more = summary.n() - VALUES_SHOWN;
        return text.append(line).append(more > 0 ? " and " + more + " more; --json prints all" : "").append('\n').toString();
    }

    private static Optional<String> spreads(StatsFacts facts) {
        TextTable table = TextTable.of("spread of the error in points", ">sd between seeds",
                ">error of the mean, other seeds", ">sd, other test images");
        List<ErrorSpread> spreads = new ArrayList<>();
        facts.groups().forEach((name, group) -> group.spread().ifPresent(spread -> {
            spreads.add(spread);
            table.row(name, spread.betweenSeeds().map(StatsText::number).orElse(UNKNOWN),
                    spread.seedError().map(StatsText::number).orElse(UNKNOWN), number(spread.testSet()));
        }));
        return spreads.isEmpty() ? Optional.empty()
                : Optional.of(table + "More seeds shrink the error of the mean, not what the choice of the "
                        + spreads.get(0).images() + " test images adds:\nthat is shared by all seeds, and at most the last column.\n");
    }

    static String interval(Optional<Interval> interval) {
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
