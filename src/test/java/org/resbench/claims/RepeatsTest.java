package org.resbench.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.resbench.runs.Event;
import org.resbench.runs.Manifest;
import org.resbench.runs.Run;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;

class RepeatsTest {
    /** Seeds 1 to 3 of plain-20 had 10, 11 and 12 %. */
    private final List<Run> runs = new ArrayList<>(Scenario.reduced().cell("plain-20", 10, 11, 12).runs());

    /** By R: {@code e <- c(10, 10.4, 11, 11.2, 12); s <- factor(c(1, 1, 2, 2, 3)); summary(aov(e ~ s))} has 0.05 as residual mean square on
     * 2 degrees of freedom; {@code sd(tapply(e, s, mean))} is 0.9. */
    @Test void spreadOfRepeatsIsApartFromThatOverSeeds() {
        again(0, 10.4, "00".repeat(32), 7);
        again(1, 11.2, "00".repeat(32), 8);
        Repeats repeats = Repeats.of(runs);
        assertThat(repeats.cells()).singleElement().satisfies(cell -> {
            assertThat(cell.repeatStdPoints()).isCloseTo(Math.sqrt(0.05), within(1e-9));
            assertThat(cell.repeatFreedom()).isEqualTo(2);
            assertThat(cell.seedStdPoints().orElseThrow()).isCloseTo(0.9, within(1e-9));
            assertThat(cell.seeds()).isEqualTo(3);
        });
        assertThat(repeats.trials()).hasSize(2).noneMatch(Repeats.Repeated::equalWeights);
        assertThat(repeats.trials().get(0).rangePoints()).isCloseTo(0.4, within(1e-9));
    }

    @Test void equalWeightsAreSeen() {
        again(0, 10, runs.get(0).result().orElseThrow().weightsSha256(), 7);
        Repeats repeats = Repeats.of(runs);
        assertThat(repeats.trials()).singleElement().matches(Repeats.Repeated::equalWeights);
        assertThat(repeats.cells().get(0).repeatStdPoints()).isZero();
    }

    @Test void aCopiedFolderIsNoRepeatAndAFailedRunIsNamed() {
        again(0, 10, "00".repeat(32), 7);
        Run again = runs.get(3);
        runs.add(new Copy(Path.of("elsewhere", "copy"), again.manifest(), again.status(), again.result(), again.events()));
        runs.add(new Copy(Path.of("elsewhere", "failed"), again.manifest(), RunStatus.FAILED, Optional.empty(), List.of()));
        Repeats repeats = Repeats.of(runs);
        assertThat(repeats.trials()).singleElement().satisfies(trial -> assertThat(trial.testErrorPercent()).hasSize(2));
        assertThat(repeats.copies()).containsExactly(Path.of("elsewhere", "copy").toString());
        assertThat(repeats.unfinished()).containsExactly(Path.of("elsewhere", "failed").toString());
    }

    /** The same trial once more, with an event at this second. */
    private void again(int index, double error, String weights, long second) {
        Run run = runs.get(index);
        RunResult r = run.result().orElseThrow();
        RunResult result = new RunResult(r.schema(), r.status(), r.iterations(),
                new RunResult.Final(error, 1, 1, 1, 100), r.best(), r.protocol(),
                r.data(), r.parameters(), r.multiplyAdds(), weights, r.speed(), r.energy(), r.layerResponses());
        runs.add(new Copy(Path.of("again", run.folder().getFileName().toString()), run.manifest(), run.status(), Optional.of(result),
                List.of(new Event(Instant.ofEpochSecond(second), "started", 0, Map.of()))));
    }

    private record Copy(Path folder, Manifest manifest, RunStatus status, Optional<RunResult> result, List<Event> events) implements Run {
        @Override public Optional<Predictions> predictions() {
            return Optional.empty();
        }
    }
}
