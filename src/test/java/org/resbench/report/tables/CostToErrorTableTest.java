package org.resbench.report.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.resbench.report.InventedRuns;
import org.resbench.report.cells.Cell;
import org.resbench.report.cells.Cells;
import org.resbench.report.model.Table;
import org.resbench.runs.Event;
import org.resbench.runs.Manifest;
import org.resbench.runs.Run;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.spec.Scale;

/** One network of 100, 200, ... 1000 J at ten evaluations that halve its error, but for a third seed that stays above. */
class CostToErrorTableTest {
    private static final InventedRuns INVENTED = new InventedRuns(List.of(20), List.of(1L, 2L, 3L), Scale.REDUCED);

    private record Changed(Run of, List<Event> events, RunResult changed) implements Run {
        @Override public Path folder() {
            return of.folder();
        }

        @Override public Manifest manifest() {
            return of.manifest();
        }

        @Override public RunStatus status() {
            return of.status();
        }

        @Override public Optional<RunResult> result() {
            return Optional.of(changed);
        }

        @Override public Optional<Run.Predictions> predictions() {
            return of.predictions();
        }
    }

    private static List<Cell> cells(String source, int stuckFrom) {
        List<Run> runs = new ArrayList<>();
        for (Run run : INVENTED.runs().stream().filter(r -> r.manifest().trial().cell().equals("resnet-20")).toList()) {
            boolean stuck = run.manifest().trial().seed() >= stuckFrom;
            List<Event> events = new ArrayList<>();
            for (int i = 1; i <= 10; i++) {
                double error = stuck ? 85 : 80 - 7.0 * i;
                events.add(new Event(Instant.EPOCH, "evaluation", 640L * i,
                        source.equals("unavailable") ? Map.of("test_error_percent", error)
                        : Map.of("test_error_percent", error, "energy_joules", 100.0 * i)));
            }
            RunResult r = run.result().orElseThrow();
            RunResult.Energy energy = new RunResult.Energy(source,
                    source.equals("unavailable") ? Optional.empty() : Optional.of(1000.0), "invented");
            runs.add(new Changed(run, events, new RunResult(r.schema(), r.status(), r.iterations(), r.last(), r.best(),
                    r.protocol(), r.data(), r.parameters(), 40_550_000, r.weightsSha256(), r.speed(), energy, r.layerResponses())));
        }
        return Cells.of(INVENTED.experiment(), runs).stream().filter(cell -> cell.name().equals("resnet-20")).toList();
    }

    private static List<String> row(List<Cell> cells, String bound) {
        return CostToErrorTable.of(cells).orElseThrow().rows().stream().map(row -> row.stream().map(Table.Entry::text).toList())
                .filter(row -> row.get(1).equals(bound)).findFirst().orElseThrow();
    }

    /** The lowest error of the good seeds is 10 %, at the tenth evaluation; one of three never gets there, and the median is a good
     * one's. */
    @Test void aRunThatNeverGetsThereCountsAsMoreThanTheOthers() {
        assertThat(row(cells("measured", 3), "10.00")).startsWith("resnet-20", "10.00", "2 of 3", "6,400").endsWith("1.0 kJ", "measured");
    }

    @Test void aMedianThatIsCensoredIsNoNumber() {
        assertThat(row(cells("measured", 2), "10.00")).startsWith("resnet-20", "10.00", "1 of 3",
                "never reached").contains("never reached");
    }

    /** 6n+2 = 20 layers: 40.55 million multiply-adds (section 4.2), three times for a step, 128 images, 6400 steps. */
    @Test void multiplyAddsAreThoseOfTheUpdates() {
        assertThat(row(cells("measured", 4), "10.00").get(4)).isEqualTo(Math.round(40.55e6 * 3 * 128 * 6400 / 1e12) + " T");
    }

    @Test void estimatesSaySoAndUnknownEnergyIsNotZero() {
        assertThat(row(cells("estimated", 4), "10.00")).endsWith("1.0 kJ", "estimated");
        assertThat(row(cells("unavailable", 4), "10.00")).endsWith("–", "unavailable");
        assertThat(CostToErrorTable.knowsEnergy(cells("unavailable", 4))).isFalse();
        assertThat(CostToErrorTable.knowsEnergy(cells("estimated", 4))).isTrue();
    }
}
