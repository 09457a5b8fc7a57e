package org.resbench.report.tradeoff;

import java.util.ArrayList;
import java.util.List;
import org.resbench.report.model.Numbers;
import org.resbench.report.model.Table;
import org.resbench.report.model.Table.Align;
import org.resbench.report.model.Table.Audience;
import org.resbench.report.model.Table.Column;
import org.resbench.report.model.Table.Entry;

/** The tables that answer: which networks nobody beats, and which is the most accurate within a budget. */
final class Budgets {
    private static final double[] STEPS = {1, 2, 5};

    private Budgets() {}

    private static Column column(String key, String heading, Align align) {
        return new Column(key, heading, align, Audience.BOTH);
    }

    /** One row for each protocol and cost that has at least one network. */
    static Table fronts(List<Protocol> protocols, List<Cost> costs, List<Contender> contenders) {
        List<List<Entry>> rows = new ArrayList<>();
        for (Protocol protocol : protocols) {
            for (Cost cost : costs) {
                Front front = protocol.front(contenders, cost);
                if (!front.points().isEmpty()) {
                    rows.add(List.of(Entry.of(protocol.metric() + ", " + protocol.citedAs()), Entry.of(cost.words()),
                            Entry.of(names(front.members())), Entry.of(names(front.nearly())),
                            Entry.of(Integer.toString(front.points().size()))));
                }
            }
        }
        List<String> notes = protocols.stream().filter(protocol -> !protocol.without(contenders).isEmpty())
                .map(protocol -> "No " + protocol.metric() + " under the protocol \"" + protocol.source().protocol()
                        + "\" (" + protocol.citedAs() + ", "
                        + protocol.source().place() + "): " + String.join(", ", protocol.without(contenders)) + ".").toList();
        return new Table("pareto-fronts", "Pareto fronts", "Networks, cheapest first, that no other beats in both error and cost; beside "
                + "them those that are beaten only by networks whose cost is the same within the noise of the rounds (95 % intervals "
                + "meet). Errors are published ones, each row under one protocol.",
                List.of(column("error", "Error", Align.LEFT), column("cost", "Cost of one image", Align.LEFT),
                        column("front", "On the front", Align.LEFT), column("within_noise", "Off it by noise only", Align.LEFT),
                        column("networks", "Networks", Align.RIGHT)), rows, notes);
    }

    private static String names(List<Front.Point> points) {
        return points.isEmpty() ? "–" : String.join(", ", points.stream().map(point -> point.contender().name()).toList());
    }

    /** For each cost, budgets of 1, 2 and 5 times powers of ten over the networks' range: the most accurate network within. */
    static Table budgets(Protocol protocol, List<Cost> costs, List<Contender> contenders) {
        List<List<Entry>> rows = new ArrayList<>();
        for (Cost cost : costs) {
            Front front = protocol.front(contenders, cost);
            String before = "";
            for (double budget : front.points().isEmpty() ? List.<Double>of() : steps(front)) {
                for (Front.Point point : front.within(budget)) {
                    // A larger budget that buys nothing is no answer.
                    if (!point.contender().name().equals(before)) {
                        rows.add(row(cost, budget, point));
                        before = point.contender().name();
                    }
                }
            }
        }
        return new Table("budgets-" + protocol.id(), "Which network for which budget: " + protocol.metric() + ", " + protocol.citedAs(),
                "The most accurate network whose cost of one image lies within the budget, by the "
                        + protocol.metric() + " of " + protocol.words()
                        + ". Budgets are 1, 2 and 5 times powers of ten; "
                        + "one that buys no better network than the smaller one before is left out.",
                List.of(column("cost", "Cost of one image", Align.LEFT), column("budget_text", "Budget", Align.RIGHT),
                        new Column("budget", "budget", Align.RIGHT, Audience.DATA), column("network", "Network", Align.LEFT),
                        column("error_percent", "Error (%)", Align.RIGHT), column("spends", "Spends", Align.RIGHT)), rows, List.of());
    }

    private static List<Entry> row(Cost cost, double budget, Front.Point point) {
        return List.of(Entry.of(cost.words()), Entry.of(cost.text().apply(budget)), new Entry("", budget),
                Entry.of(point.contender().name()), new Entry(Numbers.percent(point.error()), point.error()),
                new Entry(cost.text().apply(point.cost().value()), point.cost().value()));
    }

    private static List<Double> steps(Front front) {
        double least = front.points().get(0).cost().value();
        double most = front.points().get(front.points().size() - 1).cost().value();
        List<Double> steps = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(least)); ; power++) {
            for (double step : STEPS) {
                // Whole numbers of a power of ten, as they would be written.
                double budget = Double.parseDouble(step + "e" + power);
                if (budget >= least) {
                    steps.add(budget);
                    if (budget >= most) {
                        return steps;
                    }
                }
            }
        }
    }
}
