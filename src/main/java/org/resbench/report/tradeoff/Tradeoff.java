package org.resbench.report.tradeoff;

import java.util.ArrayList;
import java.util.List;
import org.resbench.report.energy.Footprint;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Table;
import org.resbench.runs.measurements.MeasuredNetwork;
import org.resbench.spec.Experiment;
import org.resbench.spec.Measuring;

/** Everything that the report of a comparison shows. */
public record Tradeoff(List<Table> tables, List<Figure> figures, List<String> notes) {
    public Tradeoff {
        tables = List.copyOf(tables);
        figures = List.copyOf(figures);
        notes = List.copyOf(notes);
    }

    /** @param own measurements of one machine @param footprint what energy costs and emits */
    public static Tradeoff of(Experiment experiment, Measuring measuring, List<MeasuredNetwork> own, Footprint footprint) {
        List<Contender> contenders = Contender.of(measuring, own);
        List<Protocol> protocols = Protocol.of(experiment, measuring);
        List<Cost> costs = Cost.all(measuring.settings());
        List<Table> tables = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        protocols.forEach(protocol -> tables.add(Budgets.budgets(protocol, costs, contenders)));
        tables.add(CostsTable.of(contenders, measuring.settings(), footprint));
        if (!protocols.isEmpty()) {
            tables.add(ErrorsTable.of(protocols, contenders));
            tables.add(Budgets.fronts(protocols, costs, contenders));
        }
        for (Protocol protocol : protocols) {
            costs.forEach(cost -> BubbleChart.of(protocol, cost, contenders).ifPresent(figures::add));
        }
        return new Tradeoff(tables, figures, notes(measuring, contenders, costs, own));
    }

    private static List<String> notes(Measuring measuring, List<Contender> contenders, List<Cost> costs, List<MeasuredNetwork> own) {
        List<String> notes = new ArrayList<>();
        boolean unmeasured = costs.stream().filter(Cost::isEnergy).anyMatch(cost -> contenders.stream()
                .anyMatch(contender -> contender.measured().isPresent() && cost.of().apply(contender).isEmpty()));
        if (unmeasured) {
            String why = own.stream().flatMap(one -> one.samples().stream()).filter(sample -> sample.energy().measured().isEmpty())
                    .map(sample -> "it is " + sample.source() + ": " + sample.why()).findFirst().orElse("nothing was measured yet");
            notes.add("Figures, fronts and budgets of energy leave out networks whose energy was not measured; " + why
                    + (why.endsWith(".") ? "" : "."));
        }
        if (measuring.settings().imageSize() != 0) {
            notes.add("Published errors are of the published input size, costs of " + measuring.settings().imageSize()
                    + " pixels: at this scale the two do not belong together, and fronts and budgets show only that the machinery works.");
        }
        return notes;
    }
}
