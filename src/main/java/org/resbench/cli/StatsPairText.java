package org.resbench.cli;

import static org.resbench.cli.StatsText.UNKNOWN;
import static org.resbench.cli.StatsText.interval;
import static org.resbench.cli.StatsText.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.resbench.stats.CrossedSpread;
import org.resbench.stats.Interval;
import org.resbench.stats.StudentEstimate;
import org.resbench.stats.comparisons.Comparison;
import org.resbench.stats.comparisons.Corrected;
import org.resbench.stats.comparisons.Means.Margins;
import org.resbench.stats.effects.StandardizedDifference;
import org.resbench.stats.tests.JonckheereTerpstra;
import org.resbench.stats.tests.MarginTest;
import org.resbench.stats.tests.McNemar;

/** What {@code resbench stats} says of pairs of groups and of their order, for terminals. */
final class StatsPairText {
    private StatsPairText() {}

    /** Parts, each with a line end, in the order of reading. */
    static List<String> of(StatsFacts facts) {
        List<String> parts = new ArrayList<>();
        List<Comparison> pairs = facts.comparisons();
        if (!pairs.isEmpty()) {
            parts.add(means(pairs));
            margins(pairs).ifPresent(parts::add);
            parts.add(tests(pairs));
            parts.add(effects(pairs));
        }
        if (!facts.mcNemar().isEmpty()) {
            parts.add(mcNemar(pairs, facts.mcNemar()));
        }
        facts.crossed().ifPresent(crossed -> parts.add(crossed(crossed)));
        facts.trend().ifPresent(trend -> parts.add(trend(trend)));
        return parts;
    }

    private static String pair(Comparison comparison) {
        return comparison.first() + " - " + comparison.second();
    }

    private static String means(List<Comparison> pairs) {
        TextTable table = TextTable.of("difference of means", ">estimate", "95 % interval", ">p", ">p by Holm",
                ">p by BH", ">detectable", "test");
        for (Comparison pair : pairs) {
            Optional<Corrected> test = pair.tests().means();
            table.row(pair(pair), optional(pair.means().difference().map(StudentEstimate::estimate)), interval(pair.means().interval()),
                    optional(test.map(Corrected::pValue)), optional(test.map(Corrected::holm)),
                    optional(test.map(Corrected::benjaminiHochberg)), optional(pair.means().detectable()),
                    test.map(Corrected::test).orElse("none: one value, or all equal"));
        }
        boolean any = pairs.stream().anyMatch(pair -> pair.means().detectable().isPresent());
        return table + (any ? "Detectable: seen by one such test at 0.05 with a power of 0.8, if the spread is as it was.\n" : "");
    }

    private static Optional<String> margins(List<Comparison> pairs) {
        Optional<Double> margin = pairs.stream().flatMap(pair -> pair.means().margins().stream()).findFirst()
                .map(some -> some.equivalent().margin());
        if (margin.isEmpty()) {
            return Optional.empty();
        }
        String m = number(margin.get());
        TextTable table = TextTable.of("within a margin of " + m, "90 % interval", "p: equivalent", "p: less than " + m + " above",
                "p: less than " + m + " below");
        for (Comparison pair : pairs) {
            Optional<Margins> tests = pair.means().margins();
            table.row(pair(pair), interval(tests.map(some -> some.equivalent().interval())), shown(tests.map(Margins::equivalent)),
                    shown(tests.map(Margins::notAbove)), shown(tests.map(Margins::notBelow)));
        }
        return Optional.of(table + "One-sided t tests at 0.05, not corrected; 'not shown' does not mean that it is not so.\n");
    }

    private static String shown(Optional<MarginTest> test) {
        return test.map(some -> number(some.pValue()) + (some.shown() ? " shown" : " not shown")).orElse(UNKNOWN);
    }

    private static String tests(List<Comparison> pairs) {
        TextTable table = TextTable.of("other tests", ">p", ">p by Holm", ">p by BH", "test");
        for (Comparison pair : pairs) {
            for (Corrected test : List.of(pair.tests().ranks(), pair.tests().permutation())) {
                table.row(pair(pair), number(test.pValue()), number(test.holm()), number(test.benjaminiHochberg()), test.test());
            }
        }
        return table.toString();
    }

    private static String effects(List<Comparison> pairs) {
        boolean probabilities = pairs.get(0).effects().probabilityOfGreater().isPresent();
        TextTable table = probabilities
                ? TextTable.of("effect size", ">Cohen's d", ">Hedges' g", "95 % interval of g", ">P(first > second)",
                        "95 % interval", ">Cliff's delta")
                : TextTable.of("effect size", ">Cohen's d", ">Hedges' g", "95 % interval of g");
        for (Comparison pair : pairs) {
            Optional<StandardizedDifference> effect = pair.effects().standardized();
            List<String> cells = new ArrayList<>(List.of(pair(pair), optional(effect.map(StandardizedDifference::cohensD)),
                    optional(effect.map(StandardizedDifference::hedgesG)), interval(effect.map(StandardizedDifference::interval))));
            if (probabilities) {
                cells.addAll(List.of(optional(pair.effects().probabilityOfGreater().map(Interval::estimate)),
                        interval(pair.effects().probabilityOfGreater()), optional(pair.effects().cliffsDelta().map(Interval::estimate))));
            }
            table.row(cells.toArray(String[]::new));
        }
        return table.toString();
    }

    private static String mcNemar(List<Comparison> pairs, List<McNemar> tests) {
        TextTable table = TextTable.of("lines with a 1", ">both", ">only first", ">only second", "95 % interval of the difference",
                ">exact p", ">mid-p", "test");
        for (int i = 0; i < tests.size(); i++) {
            McNemar test = tests.get(i);
            table.row(pair(pairs.get(i)), Long.toString(test.bothWrong()), Long.toString(test.onlyFirstWrong()),
                    Long.toString(test.onlySecondWrong()), interval(Optional.of(test.difference(Interval.LEVEL))),
                    number(test.exactPValue()), number(test.midPValue()), "McNemar");
        }
        return table.toString();
    }

    private static String crossed(CrossedSpread spread) {
        return String.format(Locale.ROOT, "If the columns are seeds of one network and the lines are images: mean %s; its standard error "
                + "for other seeds %s, for other%nimages %s, for both %s.%n", number(spread.error()), number(spread.seedError()),
                number(spread.imageError()), number(spread.bothError()));
    }

    private static String trend(JonckheereTerpstra trend) {
        return String.format(Locale.ROOT, "Trend over the groups in this order (Jonckheere-Terpstra, %s): p %s; "
                + "rising p %s, falling p %s.%n", trend.method().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                number(StatsJson.twoSided(trend)), number(trend.pValueIncreasing()), number(trend.pValueDecreasing()));
    }

    private static String optional(Optional<Double> value) {
        return value.map(StatsText::number).orElse(UNKNOWN);
    }
}
