package org.resbench.report.tradeoff;

import java.util.ArrayList;
import java.util.List;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Table;
import org.resbench.runs.measurements.MeasuredNetwork;
import org.resbench.spec.Experiment;
import org.resbench.spec.Measuring;

/** Everything that the report of a comparison shows. */
public record Tradeoff(List<Table> tables, List<Figure> figures, List<String> notes) {
    /** @param own measurements of one machine */
    public static Tradeoff of(Experiment experiment, Measuring measuring, List<MeasuredNetwork> own) {
        List<Contender> contenders = Contender.of(measuring, own);
        List<Table> tables = new ArrayList<>(List.of(CostsTable.of(contenders, measuring.settings())));
        return new Tradeoff(tables, List.of(), List.of());
    }
}
