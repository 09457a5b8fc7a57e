package org.resbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Ink;
import org.resbench.report.model.Report;
import org.resbench.report.model.Table;
import org.resbench.runs.Run;
import org.resbench.spec.Scale;

class ReportTest {
    private static final Report REPORT = new InventedRuns(List.of(20, 56), List.of(1L, 2L, 3L), Scale.REDUCED).writer().report();

    private static Table table(String id) {
        return REPORT.tables().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
    }

    private static Figure figure(String id) {
        return REPORT.figures().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    /** Column key to value of the row whose first entry is this. */
    private static Map<String, Table.Entry> row(Table table, String first) {
        List<Table.Entry> row = table.rows().stream().filter(r -> r.get(0).text().equals(first)).findFirst().orElseThrow();
        return IntStream.range(0, row.size()).boxed().collect(Collectors.toMap(i -> table.columns().get(i).key(), row::get));
    }

    @Test
    void trialsWithoutAResultStayInTheTables() {
        Table runs = table("runs");
        assertThat(runs.rows()).hasSize(12);
        assertThat(runs.rows()).extracting(r -> r.get(2).text()).contains("completed", "diverged", "failed", "missing");
        assertThat(row(table("classification-error"), "plain-56").get("test_error_percent_by_seed").text()).startsWith("90.00†, failed, ");
        assertThat(row(table("classification-error"), "plain-20").get("n").text()).isEqualTo("2 of 3");
        assertThat(REPORT.tally().trials()).isEqualTo(new Report.Tally.Trials(12, 9, 1, 1, 1));
    }

    @Test
    void unavailableEnergyIsNeverZero() {
        Map<String, Table.Entry> row = row(table("cost"), "resnet-20");
        assertThat(row.get("energy_joules_mean")).isEqualTo(new Table.Entry("unavailable", null));
        assertThat(row.get("energy_source").text()).isEqualTo("unavailable");
        assertThat(row(table("cost"), "resnet-56").get("energy_joules_mean").text()).isEqualTo("39.2 kJ");
    }

    /** By hand from what InventedRuns says of depth 56: 6400 updates of 128 images, 50,000 in an epoch, ten tests of 10,000. */
    @Test void energyIsBrokenDownByImageEpochAndRightAnswer() {
        Map<String, Table.Entry> row = row(table("energy"), "resnet-56");
        double training = value(row, "training_joules_mean");
        assertThat(training).isBetween(660.0 * 56, 660.0 * 56 + 8);
        assertThat(value(row, "training_joules_per_image_mean")).isCloseTo(training / 819_200, within(1e-12));
        assertThat(value(row, "training_joules_per_epoch_mean")).isCloseTo(training / 819_200 * 50_000, within(1e-6));
        assertThat(value(row, "testing_joules_per_image_mean")).isCloseTo(40.0 * 56 / 100_000, within(1e-12));
        assertThat(value(row, "average_watts_mean")).isCloseTo((training + 40 * 56) / (43 * 56), within(1e-9));
        assertThat(value(row, "energy_above_idle_joules_mean")).isCloseTo(training + 40 * 56 - 3 * 43 * 56, within(1e-6));
        double error = value(row(table("classification-error"), "resnet-56"), "test_error_percent_mean");
        assertThat(value(row, "testing_joules_per_correct_prediction_mean"))
                .isCloseTo(40.0 * 56 / 100_000 / (1 - error / 100), within(1e-6));
        assertThat(row.get("energy_source").text()).isEqualTo("measured");
        assertThat(row(table("energy"), "resnet-20").get("energy_source").text()).isEqualTo("unavailable");
        assertThat(row(table("energy"), "resnet-20").get("energy_joules_mean").value()).isNull();
    }

    private static double value(Map<String, Table.Entry> row, String key) {
        return ((Number) row.get(key).value()).doubleValue();
    }

    @Test
    void theBannerNamesScaleAndForeignData() {
        assertThat(REPORT.heading().banner()).contains(
                "REDUCED SCALE, data invented-images: absolute errors may not be set against published ones");
    }

    @Test
    void trainingCurvesAreDashedAndTestCurvesBoldAsInThePapersFigures() {
        List<Curve> plain = figure("learning-curves").panels().get(0).curves();
        assertThat(plain).filteredOn(c -> c.name().contains("training")).allMatch(c -> c.ink().stroke() == Ink.Stroke.DASHED);
        assertThat(plain).filteredOn(c -> c.name().contains("test error, mean"))
                .allMatch(c -> c.ink().stroke() == Ink.Stroke.SOLID && c.ink().weight() == Ink.Weight.BOLD);
        assertThat(figure("learning-curves").panels()).extracting(p -> p.title()).containsExactly("Plain networks", "Residual networks");
    }

    /** Seed 1 of plain-56 diverges after a third of the iterations, seed 3 goes on: a mean over what is left would flatter. */
    @Test
    void meansEndWhereARunDiverged() {
        List<Curve> plain = figure("learning-curves").panels().get(0).curves();
        assertThat(last(plain, "plain-56 training error, mean")).isEqualTo(2100);
        assertThat(last(plain, "plain-56 training error, seed 3")).isEqualTo(6400);
    }

    private static double last(List<Curve> curves, String name) {
        Curve curve = curves.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
        return curve.x().get(curve.x().size() - 1);
    }

    @Test
    void everyFigureTellsItsCurvesApartWithoutColour() {
        for (Figure figure : REPORT.figures()) {
            List<String> shapes = figure.legend().stream().flatMap(List::stream)
                    .map(e -> e.ink().stroke() + " " + e.ink().weight() + " " + e.ink().marker()).toList();
            assertThat(shapes).as(figure.id()).doesNotHaveDuplicates();
        }
    }

    @Test
    void layersOfTheMeanGradientNormsKeepTheNetworksOrder() {
        Curve curve = figure("gradient-norms").panels().get(0).curves().get(1);
        assertThat(curve.name()).isEqualTo("plain-56");
        assertThat(curve.x()).hasSize(56).startsWith(1.0, 2.0).isSorted();
    }

    @Test
    void runsWithoutAnExperimentFileMakeTablesOnly() {
        Report report = new ReportWriter(InventedRuns.some().runs()).report();
        assertThat(report.tables()).extracting(Table::id).contains("runs", "classification-error");
        assertThat(report.figures()).isEmpty();
        assertThat(report.claims()).isEmpty();
    }

    /** The same cell at two scales is two rows. */
    @Test
    void runsOfSeveralScalesAreNotMixed() {
        List<Run> runs = new ArrayList<>(InventedRuns.some().runs());
        runs.addAll(new InventedRuns(List.of(20, 56), List.of(1L, 2L), Scale.SMOKE).runs());
        Table errors = new ReportWriter(runs).report().tables().get(0);
        assertThat(errors.rows()).hasSize(8);
        assertThat(errors.rows()).extracting(r -> r.get(0).text()).contains("invented, reduced: resnet-20", "invented, smoke: resnet-20");
    }

    @Test
    void anExperimentWithoutRunsSaysThatEverythingIsMissing() {
        InventedRuns invented = InventedRuns.some();
        Report report = new ReportWriter(invented.experiment(), List.of(), List.of()).report();
        assertThat(report.tally().trials().missing()).isEqualTo(invented.experiment().trials().size());
        assertThat(report.figures()).isEmpty();
    }
}
