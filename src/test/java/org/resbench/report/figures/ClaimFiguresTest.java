package org.resbench.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.resbench.claims.Judgement.Evidence;
import org.resbench.claims.Verdict;
import org.resbench.report.cells.Cell;
import org.resbench.report.cells.Cells;
import org.resbench.report.model.ClaimResult;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Figure;
import org.resbench.spec.Claim;
import org.resbench.spec.Claim.Selector;
import org.resbench.spec.Claim.Statement;
import org.resbench.spec.Experiment;
import org.resbench.spec.ExperimentFile;
import org.resbench.spec.PublishedResults;
import org.resbench.spec.Scale;
import org.resbench.stats.Interval;

/** What stands on a claim's axis. Published values are those of He et al. 2015, table 6, and of nabla0001/resnet's README (means of
 * five). */
class ClaimFiguresTest {
    private static final String DATA_SHOWN = "ours, mean and 95 % interval";
    private static final Experiment TABLE_6 = ExperimentFile.load(Path.of("experiments/table-6.yaml"),
            Scale.PAPER, List.of(), Optional.empty());
    private static final List<Cell> CELLS = Cells.of(TABLE_6, List.of());
    private static final PublishedResults HE = PublishedResults.read(Path.of("experiments/published/he2015.yaml"));
    private static final Statement DEEPER_IS_BETTER = new Statement.Difference("test_error_percent",
            new Selector(Map.of("network.depth", "56")), new Selector(Map.of("network.depth", "20")), Claim.Side.BELOW, 0);

    private static ClaimResult claim(Statement statement, String effectName, Interval interval, Evidence... evidence) {
        return new ClaimResult("some-claim", "text", "table 6", statement, Verdict.INCONCLUSIVE, "inconclusive",
                effectName, "", Optional.of(interval), Optional.empty(), "why", Optional.empty(), Optional.empty(),
                List.of(evidence), List.of(), List.of());
    }

    private static Evidence run(String cell, long seed, double value) {
        return new Evidence(cell, seed, value, false, cell + "-s" + seed);
    }

    private static Curve row(Figure figure, String name) {
        return figure.panels().get(0).curves().stream().filter(curve -> curve.name().equals(name)).findFirst().orElseThrow();
    }

    @Test void aDifferenceStandsBesideThePublishedDifferencesAndItsBound() {
        ClaimResult claim = claim(DEEPER_IS_BETTER, "resnet-56 minus resnet-20", new Interval(-1.5, -2.5, -0.5, 0.95, "Welch t"),
                run("resnet-56", 1, 7.0), run("resnet-56", 2, 6.5), run("resnet-20", 2, 8.5), run("resnet-20", 3, 8.0));
        Figure figure = new ClaimFigures(CELLS, Optional.of(HE), Optional.empty()).of(claim).orElseThrow();
        assertThat(row(figure, HE.citedAs()).x()).singleElement()
                .satisfies(paper -> assertThat(paper).isCloseTo(6.97 - 8.75, within(1e-9)));
        assertThat(row(figure, "others").x()).anySatisfy(other -> assertThat(other).isCloseTo(7.40 - 8.51, within(1e-9)));
        assertThat(row(figure, DATA_SHOWN).x()).containsExactly(-2.5, -1.5, -0.5);
        assertThat(row(figure, "bound 0.0").x()).containsOnly(0.0);
        // Only seed 2 has both runs.
        assertThat(row(figure, "ours, seed by seed").x()).containsExactly(6.5 - 8.5);
        assertThat(figure.panels().get(0).x().label())
                .isEqualTo("resnet-56 minus resnet-20 (test error, percentage points; claimed: below 0)");
    }

    @Test void everyValueLiesOnTheAxis() {
        ClaimResult claim = claim(DEEPER_IS_BETTER, "resnet-56 minus resnet-20", new Interval(30, 10, 50, 0.95, "Welch t"),
                run("resnet-56", 1, 90), run("resnet-20", 1, 20));
        Figure figure = new ClaimFigures(CELLS, Optional.of(HE), Optional.of("other data")).of(claim).orElseThrow();
        List<Double> all = new ArrayList<>();
        figure.panels().get(0).curves().forEach(curve -> all.addAll(curve.x()));
        assertThat(all)
                .allSatisfy(x -> assertThat(x).isBetween(figure.panels().get(0).x().minimum(), figure.panels().get(0).x().maximum()));
        assertThat(figure.caption()).contains("may not be compared: other data");
    }

    @Test void anEqualityIsShownAtThePublishedValueWithBothBounds() {
        Statement same = new Statement.Equivalence("test_error_percent", new Selector(Map.of("network.depth", "110")), 6.43, 0.5);
        ClaimResult claim = claim(same, "resnet-110 minus published", new Interval(0.2, 0.1, 0.3, 0.95, "t"), run("resnet-110", 1, 6.6));
        Figure figure = new ClaimFigures(CELLS, Optional.empty(), Optional.empty()).of(claim).orElseThrow();
        assertThat(row(figure, DATA_SHOWN).x().get(1)).isCloseTo(6.63, within(1e-9));
        assertThat(row(figure, "bound 5.93").x()).isNotEmpty();
        assertThat(row(figure, "bound 6.93").x()).isNotEmpty();
        assertThat(row(figure, "ours, each seed").x()).containsExactly(6.6);
    }

    @Test void withoutEvidenceThereIsNoFigure() {
        ClaimResult claim = new ClaimResult("some-claim", "text", "table 6", DEEPER_IS_BETTER, Verdict.INCONCLUSIVE,
                "inconclusive", "", "", Optional.empty(), Optional.empty(), "why", Optional.empty(), Optional.empty(),
                List.of(), List.of(), List.of());
        assertThat(new ClaimFigures(CELLS, Optional.of(HE), Optional.empty()).of(claim)).isEmpty();
    }
}
