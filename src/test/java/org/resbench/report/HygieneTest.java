package org.resbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.resbench.report.cells.ClassNames;
import org.resbench.report.energy.Footprint;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Table;
import org.resbench.runs.Run;
import org.resbench.runs.RunResult;
import org.resbench.spec.Scale;

/** What may not be in one cell of a report, each planted in otherwise sound runs. */
class HygieneTest {
    private static final InventedRuns INVENTED = new InventedRuns(List.of(20, 56), List.of(1L, 2L, 3L), Scale.REDUCED);
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final String DIRTY = "10 of 10 runs with a result were made by code with changes that no commit has.";

    @Test void soundRunsHaveNoOtherNoteThanThatTheirCodeHadChanges() {
        assertThat(table("runs", INVENTED.runs()).notes()).containsExactly(DIRTY);
    }

    @Test void aCopiedRunCountsOnceAndIsNamed() {
        List<Run> runs = new ArrayList<>(INVENTED.runs());
        runs.add(InventedRuns.altered(run("resnet-20", 1), "zz-copy", COMMIT, UnaryOperator.identity()));
        assertThat(table("runs", runs).notes())
                .anySatisfy(note -> assertThat(note).startsWith("resnet-20, seed 1: counted once, by resnet-20-s1-")
                        .endsWith("further runs of the same trial: zz-copy"));
        assertThat(entry("n", runs)).isEqualTo("3");
        List<Table> withoutFile = new ReportBuilder(InventedRuns.NOW, Footprint.UNSTATED, ClassNames.UNKNOWN).of(runs).tables();
        assertThat(withoutFile).anySatisfy(t -> assertThat(t.notes()).anyMatch(n -> n.endsWith("zz-copy")));
    }

    @Test void aFailedTryGivesWayToTheRunWithAResultAndIsNamed() {
        List<Run> runs = new ArrayList<>(INVENTED.runs());
        runs.add(0, InventedRuns.failed(run("resnet-20", 1), "aa-failed"));
        assertThat(entry("n", runs)).isEqualTo("3");
        assertThat(table("runs", runs).notes()).anyMatch(n -> n.endsWith("further runs of the same trial: aa-failed"));
    }

    @Test void otherDataInOneCellForbidTheMean() {
        List<Run> runs = replaced(COMMIT, r -> with(r, r.protocol(), "e".repeat(64), r.weightsSha256()));
        assertThat(entry("ours", runs)).isEqualTo("–");
        assertThat(table("classification-error", runs).notes())
                .anyMatch(n -> n.startsWith("resnet-20: no mean, its runs are not comparable: ")
                        && n.contains("e".repeat(64)) && n.contains("f".repeat(64)));
    }

    @Test void anotherProtocolInOneCellForbidsTheMean() {
        List<Run> runs = replaced(COMMIT, r -> with(r, new RunResult.Protocol("test", 1, "best iteration", "moving", 128),
                r.data().fingerprint(), r.weightsSha256()));
        assertThat(entry("ours", runs)).isEqualTo("–");
        assertThat(table("classification-error", runs).notes())
                .anyMatch(n -> n.contains("final iteration") && n.contains("best iteration"));
    }

    /** Nothing that is averaged over a cell is averaged over runs that do not compare: losses, inflation, cost, energy, curves. */
    @Test void aMixedCellHasNoMeanAnywhere() {
        List<Run> runs = replaced(COMMIT, r -> with(r, r.protocol(), "e".repeat(64), r.weightsSha256()));
        for (String column : List.of("ours", "best_epoch_inflation_points_mean")) {
            assertThat(entry("classification-error", column, INVENTED.runs())).isNotEqualTo("–");
            assertThat(entry("classification-error", column, runs)).as(column).isEqualTo("–");
        }
        for (String column : List.of("ours", "training_loss_nats_mean")) {
            assertThat(entry("training-error", column, INVENTED.runs())).isNotEqualTo("–");
            assertThat(entry("training-error", column, runs)).as(column).isEqualTo("–");
        }
        for (String column : List.of("iterations", "training_seconds_mean", "images_per_second_mean", "energy_joules_mean")) {
            assertThat(entry("cost", column, runs)).as(column).isEqualTo("–");
        }
        for (String table : List.of("classification-error", "training-error", "cost", "energy", "runs")) {
            assertThat(table(table, runs).notes()).as(table).anyMatch(note -> note
                    .startsWith("resnet-20: no mean, its runs are not comparable: "));
        }
        List<Figure> figures = new ReportWriter(INVENTED.experiment(), runs, List.of()).report().figures();
        assertThat(figures).filteredOn(figure -> figure.id().equals("learning-curves")).singleElement().satisfies(figure -> {
            assertThat(names(figure)).contains("resnet-20 test error, seed 1", "resnet-56 test error, mean")
                    .doesNotContain("resnet-20 test error, mean");
        });
        assertThat(figures).filteredOn(figure -> figure.id().startsWith("gradient-norms") || figure.id().startsWith("layer-responses"))
                .hasSize(2).allSatisfy(figure -> assertThat(names(figure)).contains("resnet-56").doesNotContain("resnet-20"));
    }

    private static List<String> names(Figure figure) {
        return figure.panels().stream().flatMap(panel -> panel.curves().stream()).map(Curve::name).toList();
    }

    @Test void otherCodeInOneCellIsFlaggedWithTheSeeds() {
        List<Run> runs = replaced("beefbeefbeefbeef", UnaryOperator.identity());
        assertThat(table("runs", runs).notes()).contains("resnet-20: its runs are of different versions of the code: "
                + "0.1.0-invented 0123456789ab with changes (seeds 1, 3), 0.1.0-invented beefbeefbeef with changes (seed 2)", DIRTY);
        assertThat(entry("ours", runs)).isEqualTo(entry("ours", INVENTED.runs())).isNotEqualTo("–");
    }

    @Test void aRunUnderAnotherSeedWithTheSameWeightsIsFlagged() {
        String first = run("resnet-20", 1).result().orElseThrow().weightsSha256();
        List<Run> runs = replaced(COMMIT, r -> with(r, r.protocol(), r.data().fingerprint(), first));
        assertThat(table("runs", runs).notes()).contains(
                "resnet-20: seeds 1, 2 have the same weights; one is a copy of the other, or the seed has no effect");
    }

    /** The invented runs, with seed 2 of resnet-20 altered. */
    private static List<Run> replaced(String commit, UnaryOperator<RunResult> result) {
        Run old = run("resnet-20", 2);
        return INVENTED.runs().stream().map(r -> r.folder().equals(old.folder())
                ? InventedRuns.altered(r, r.folder().getFileName().toString(), commit, result) : r).toList();
    }

    private static Run run(String cell, long seed) {
        return INVENTED.runs().stream()
                .filter(r -> r.manifest().trial().cell().equals(cell) && r.manifest().trial().seed() == seed).findFirst().orElseThrow();
    }

    private static Table table(String id, List<Run> runs) {
        return new ReportWriter(INVENTED.experiment(), runs, List.of()).report().tables().stream()
                .filter(t -> t.id().equals(id)).findFirst().orElseThrow();
    }

    /** Of resnet-20. */
    private static String entry(String column, List<Run> runs) {
        return entry("classification-error", column, runs);
    }

    private static String entry(String id, String column, List<Run> runs) {
        Table table = table(id, runs);
        int index = table.columns().stream().map(Table.Column::key).toList().indexOf(column);
        return table.rows().stream().filter(r -> r.get(0).text().equals("resnet-20")).findFirst().orElseThrow().get(index).text();
    }

    private static RunResult with(RunResult r, RunResult.Protocol protocol, String data, String weights) {
        RunResult.DataUsed d = r.data();
        return new RunResult(r.schema(), r.status(), r.iterations(), r.last(), r.best(), protocol,
                new RunResult.DataUsed(d.name(), data, d.trainingImages(), d.testImages(), d.imageSize(), d.classes()), r.parameters(),
                r.multiplyAdds(), weights, r.speed(), r.energy(), r.layerResponses());
    }
}
