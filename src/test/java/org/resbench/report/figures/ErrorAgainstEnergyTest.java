package org.resbench.report.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.resbench.report.MeteredRuns;
import org.resbench.report.model.Axis;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Figure;

class ErrorAgainstEnergyTest {
    /** 100 J and 7 points less error from one evaluation to the next. */
    @Test void everySeedIsALineOfErrorsAtTheJoulesThatWereUsedByThen() {
        Figure figure = ErrorAgainstEnergy.of(MeteredRuns.cells("measured", 3, seed -> "rapl package-0")).orElseThrow();
        assertThat(figure.panels()).singleElement().satisfies(panel -> {
            assertThat(panel.x().kind()).isEqualTo(Axis.Kind.LOGARITHMIC);
            assertThat(panel.curves()).extracting(Curve::name)
                    .containsExactly("resnet-20, seed 1", "resnet-20, seed 2", "resnet-20, seed 3");
            assertThat(panel.curves().get(0).x()).startsWith(100.0, 200.0).endsWith(1000.0).hasSize(10);
            assertThat(panel.curves().get(0).y()).startsWith(73.0, 66.0).endsWith(10.0);
            assertThat(panel.curves().get(2).y()).as("stuck").containsOnly(85.0);
        });
        assertThat(figure.caption()).contains("Measured: rapl package-0");
    }

    @Test void joulesOfTwoDevicesAreNotDrawnTogether() {
        assertThat(ErrorAgainstEnergy.of(MeteredRuns.cells("measured", 4, seed -> "rapl package-0",
                seed -> seed == 1 ? "cpu: old" : "cpu: new"))).isEmpty();
    }

    @Test void estimatesUnknownJoulesAndTwoMetersAreNotDrawn() {
        assertThat(ErrorAgainstEnergy.of(MeteredRuns.cells("estimated", 4, seed -> "cpu-time"))).isEmpty();
        assertThat(ErrorAgainstEnergy.of(MeteredRuns.cells("unavailable", 4, seed -> "none"))).isEmpty();
        assertThat(ErrorAgainstEnergy.of(MeteredRuns.cells("measured", 4, seed -> "meter " + (seed == 1 ? "a" : "b")))).isEmpty();
        assertThat(ErrorAgainstEnergy.of(List.of())).isEmpty();
    }
}
