package org.resbench.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.resbench.report.InventedRuns;
import org.resbench.report.cells.Cell;
import org.resbench.report.cells.Cells;
import org.resbench.report.cells.TrialRun;
import org.resbench.report.model.Band;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Panel;
import org.resbench.runs.RunResult;
import org.resbench.spec.PublishedResults;
import org.resbench.spec.Scale;
import org.resbench.spec.ExperimentFile;
import org.resbench.stats.Interval;
import org.resbench.stats.Summary;

/** What figures draw of several seeds: every sample, the mean, its interval or the range. */
class SeedFiguresTest {
    private static final InventedRuns INVENTED = new InventedRuns(List.of(20, 56), List.of(1L, 2L, 3L), Scale.REDUCED);
    private static final List<Cell> CELLS = Cells.of(INVENTED.experiment(), INVENTED.runs());

    private static Cell cell(String name) {
        return CELLS.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    private static Curve curve(Panel panel, String name) {
        return panel.curves().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    /** Summary's interval is held to R elsewhere. */
    @Test void samplesShowEverySeedTheMeanAndItsInterval() {
        Figure figure = Samples.of(CELLS, Optional.empty(), Optional.empty()).get(0);
        double[] errors = cell("resnet-56").results().stream().mapToDouble(r -> r.last().testErrorPercent()).toArray();
        Interval interval = Summary.of(errors).meanInterval().orElseThrow();
        Panel panel = figure.panels().get(0);
        assertThat(curve(panel, "resnet-56, seeds").x()).containsExactly(errors[0], errors[1], errors[2]);
        assertThat(curve(panel, "resnet-56, interval of the mean").x()).containsExactly(interval.lower(), interval.upper());
        assertThat(curve(panel, "resnet-56, mean").x()).containsOnly(interval.estimate());
        assertThat(panel.y().ticks()).extracting(tick -> tick.label()).containsExactly("plain-20", "plain-56", "resnet-20", "resnet-56");
        assertThat(figure.caption()).contains("Nothing published on these networks and data is known");
    }

    /** He et al. 2015, table 6: 8.75 for 20 layers; 6.61 is the mean of five runs with 110 layers. The runs' seeds are invented. */
    @Test void thePublishedValueStandsBesideOurs() {
        var experiment = ExperimentFile.load(Path.of("experiments/table-6.yaml"), Scale.PAPER, List.of(), Optional.empty());
        RunResult any = cell("resnet-20").anyResult().orElseThrow();
        List<Cell> cells = Cells.of(experiment, List.of()).stream().filter(c -> c.name().matches("resnet-(20|110)"))
                .map(c -> new Cell(c.name(), c.trials().stream().map(t -> new TrialRun(t.trial(), Optional.empty(), Optional.empty(),
                        Optional.of(any), t.curves(), List.of())).toList())).toList();
        PublishedResults he = PublishedResults.read(Path.of("experiments/published/he2015.yaml"));
        Figure figure = Samples.of(cells, Optional.of(he), Optional.of("other data")).get(0);
        assertThat(curve(figure.panels().get(0), "resnet-20, published").x()).containsOnly(8.75);
        assertThat(curve(figure.panels().get(0), "resnet-110, published").x()).containsOnly(6.61);
        assertThat(figure.caption()).contains("may not be compared. other data");
    }

    @Test void theBandOfLearningCurvesGoesFromTheLowestToTheHighestSeedAroundTheMean() {
        Figure figure = LearningCurves.of(CELLS).get(0);
        Panel residual = figure.panels().get(1);
        Band band = residual.bands().stream().filter(b -> b.name().equals("resnet-20 test error, range over 3 seeds")).findFirst()
                .orElseThrow();
        List<SortedMap<Long, Double>> seeds = cell("resnet-20").trials().stream().map(t -> t.curves().testError()).toList();
        Curve mean = curve(residual, "resnet-20 test error, mean");
        assertThat(band.x()).isEqualTo(mean.x());
        for (int i = 0; i < band.x().size(); i++) {
            long iteration = band.x().get(i).longValue();
            double[] values = seeds.stream().mapToDouble(s -> s.get(iteration)).sorted().toArray();
            assertThat(band.lower().get(i)).isEqualTo(values[0]);
            assertThat(band.upper().get(i)).isEqualTo(values[2]);
            assertThat(mean.y().get(i)).isCloseTo((values[0] + values[1] + values[2]) / 3, within(1e-9));
        }
        assertThat(residual.curves()).extracting(Curve::name).contains("resnet-20 test error, seed 1", "resnet-20 test error, seed 2",
                "resnet-20 test error, seed 3");
        // plain-20 has two of three runs, plain-56 one that diverged and one that went on.
        assertThat(figure.legend().get(0)).extracting(entry -> entry.label()).containsExactly("20 layers (n = 2 to 3)",
                "56 layers (n = 2 to 3)");
        assertThat(figure.caption()).contains("from their lowest to their highest");
    }

    /** Eleven lines would hide the mean; the band and n tell of them. The one that failed is not in the band and stays. */
    @Test void ofManySeedsOnlyTheBandIsDrawn() {
        InventedRuns many = new InventedRuns(List.of(20, 56), LongStream.rangeClosed(1, 12).boxed().toList(), Scale.REDUCED);
        Figure figure = LearningCurves.of(Cells.of(many.experiment(), many.runs())).get(0);
        assertThat(figure.panels().get(1).curves()).extracting(Curve::name).containsExactlyInAnyOrder("resnet-20 training error, mean",
                "resnet-20 test error, mean", "resnet-56 training error, mean", "resnet-56 test error, mean");
        assertThat(figure.panels().get(0).curves()).extracting(Curve::name).contains("plain-56 training error, seed 2")
                .doesNotContain("plain-56 training error, seed 1", "plain-56 training error, seed 3");
        assertThat(figure.panels().get(1).bands()).hasSize(4);
        assertThat(figure.caption()).contains("of more than 10 seeds only those outside the band");
    }

    @Test void oneSeedIsALineWithoutABand() {
        InventedRuns one = new InventedRuns(List.of(20, 56), List.of(1L), Scale.REDUCED);
        Figure figure = LearningCurves.of(Cells.of(one.experiment(), one.runs())).get(0);
        assertThat(figure.panels()).allSatisfy(panel -> assertThat(panel.bands()).isEmpty());
        assertThat(curve(figure.panels().get(1), "resnet-56 test error").x()).isNotEmpty();
        assertThat(figure.legend().get(0)).extracting(entry -> entry.label()).containsExactly("20 layers (n = 1)", "56 layers (n = 1)");
    }

    /** A long curve is drawn by means of neighbours; those of all seeds over the same neighbours, or the mean could leave the band. */
    @Test void aThinnedMeanStaysWithinItsBand() {
        TreeMap<Long, Double> rising = new TreeMap<>();
        TreeMap<Long, Double> falling = new TreeMap<>();
        for (long i = 1; i <= 1000; i++) {
            rising.put(i, (double) i);
            if (i <= 900) {
                falling.put(i, 1000.0 - i);
            }
        }
        SeedBand band = SeedBand.of(List.of(rising, falling));
        assertThat(band.mean()).hasSizeLessThanOrEqualTo(SeedMean.POINTS);
        assertThat(band.mean().lastKey()).isEqualTo(900);
        band.mean().forEach((iteration, mean) -> {
            assertThat(mean).isCloseTo(500, within(1e-9));
            assertThat(band.lowest().get(iteration)).isLessThanOrEqualTo(mean);
            assertThat(band.highest().get(iteration)).isGreaterThanOrEqualTo(mean);
        });
    }
}
