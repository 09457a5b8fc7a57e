package org.resbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.resbench.spec.ReportPlan;

/** Experiment files are checked against names that the spec room keeps; the report must draw exactly these. */
class ReportNamesTest {
    @Test void whatAFileMayAskForIsWhatCanBeDrawn() {
        assertThat(ReportBuilder.FIGURES.keySet()).containsExactlyInAnyOrderElementsOf(ReportPlan.FIGURES);
        assertThat(ReportBuilder.TABLES.keySet()).containsExactlyInAnyOrderElementsOf(ReportPlan.TABLES);
    }
}
