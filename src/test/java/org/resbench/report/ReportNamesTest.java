package org.resbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.resbench.report.tables.DifferencesTable;
import org.resbench.spec.ReportPlan;

/** Experiment files are checked against names that the spec room keeps; the report must draw exactly these. */
class ReportNamesTest {
    @Test void whatAFileMayAskForIsWhatCanBeDrawn() {
        assertThat(ReportBuilder.FIGURES.keySet()).containsExactlyInAnyOrderElementsOf(ReportPlan.FIGURES);
        List<String> tables = new ArrayList<>(ReportBuilder.TABLES.keySet());
        tables.add(DifferencesTable.ID);
        assertThat(tables).containsExactlyInAnyOrderElementsOf(ReportPlan.TABLES);
    }
}
