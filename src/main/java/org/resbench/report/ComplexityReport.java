package org.resbench.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.resbench.claims.Judgement;
import org.resbench.report.model.ClaimResult;
import org.resbench.report.model.Provenance;
import org.resbench.report.model.Report;
import org.resbench.report.model.Report.Heading;
import org.resbench.report.model.Report.Tally;
import org.resbench.report.model.Table;
import org.resbench.report.tables.LayoutTable;
import org.resbench.report.tables.SizesTable;
import org.resbench.runs.Provenances;
import org.resbench.spec.Complexity;
import org.resbench.spec.CountMetric;
import org.resbench.spec.Experiment;
import org.resbench.spec.PublishedResults;

/** The report of an experiment that counts. It rests on no runs, and every number in it is exact. */
final class ComplexityReport {
    private ComplexityReport() {}

    static Report of(Experiment experiment, Complexity complexity, List<Judgement> judgements, Instant generated) {
        List<ClaimResult> claims = judgements.stream().map(Words::claim).toList();
        Tally tally = Words.tally(claims, List.of());
        Optional<PublishedResults> published = PublishedResults.of(experiment);
        String where = experiment.paper() == null ? "an experiment of no paper" : Words.of(experiment.paper());
        int networks = complexity.networks().size();
        String headline = "Sizes of " + networks + (networks == 1 ? " network" : " networks") + " beside " + where + ": "
                + Words.verdicts(tally.claims(), claims) + ".";
        Heading heading = new Heading(experiment.name(), experiment.title(), where,
                Words.scale(experiment.scale()), Optional.empty(), headline, generated);
        List<Table> tables = new ArrayList<>();
        for (CountMetric metric : CountMetric.values()) {
            tables.add(SizesTable.of(metric, complexity.networks(), published));
        }
        LayoutTable.of(complexity.layout()).ifPresent(tables::add);
        Provenance provenance =
                new Provenance(List.of(new Provenance.Fact("resbench_version", "Resbench", List.of(Provenances.resbenchVersion()))),
                        List.of());
        return new Report(heading, tally, claims, tables, List.of(), provenance, List.of());
    }
}
