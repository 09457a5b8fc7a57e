package org.resbench.report.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.resbench.report.MeteredRuns;
import org.resbench.report.cells.Cell;
import org.resbench.report.energy.Footprint;
import org.resbench.report.model.Table;

/** One network of 100, 200, ... 1000 J at ten evaluations that halve its error, but for a third seed that stays above. */
class CostToErrorTableTest {
    private static List<Cell> cells(String source, int stuckFrom) {
        return MeteredRuns.cells(source, stuckFrom, seed -> "invented");
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

    @Test void joulesOfTwoMetersAreNotMixed() {
        List<Cell> mixed = MeteredRuns.cells("measured", 4, seed -> seed == 1 ? "rapl package-0" : "file /mnt/wall (J, every 1 s)");
        assertThat(row(mixed, "10.00")).endsWith("–", "metered in different ways: not mixed");
        Table energy = EnergyTable.of(mixed, Footprint.UNSTATED).orElseThrow();
        assertThat(energy.rows().get(0).stream().map(Table.Entry::text)).contains("not averaged").doesNotContain("1.0 kJ");
        assertThat(energy.notes()).anySatisfy(note -> assertThat(note)
                .contains("resnet-20: no mean of joules, its runs were metered in different ways: rapl package-0 and file /mnt/wall"));
        assertThat(CostTable.of(mixed).rows().get(0).stream().map(Table.Entry::text)).doesNotContain("1.0 kJ");
        List<Cell> boards = MeteredRuns.cells("measured", 4, seed -> "nvml GPU " + seed + " NVIDIA H100 of the whole board");
        assertThat(row(boards, "10.00")).as("GPUs of one model").endsWith("1.0 kJ", "measured");
    }

    @Test void timesAndJoulesOfTwoDevicesAreNotMixed() {
        List<Cell> mixed = MeteredRuns.cells("measured", 4, seed -> "rapl package-0", seed -> seed == 1 ? "cpu: old" : "cpu: new");
        assertThat(row(mixed, "10.00").subList(3, 8)).containsExactly("6,400", "100 T", "–", "–", "made on different devices: not mixed");
        Table cost = CostTable.of(mixed);
        assertThat(cost.rows().get(0).stream().map(Table.Entry::text).toList().subList(3, 7)).containsOnly("–");
        assertThat(cost.notes()).contains(
                "resnet-20: no mean of times and joules, its runs were made on different devices: cpu: old and cpu: new");
        assertThat(EnergyTable.of(mixed, Footprint.UNSTATED).orElseThrow().rows().get(0).stream().map(Table.Entry::text))
                .contains("not averaged");
        assertThat(CostTable.of(cells("measured", 4)).rows().get(0).get(3).text()).as("one device").isNotEqualTo("–");
    }

    @Test void estimatesSaySoAndUnknownEnergyIsNotZero() {
        assertThat(row(cells("estimated", 4), "10.00")).endsWith("1.0 kJ", "estimated");
        assertThat(row(cells("unavailable", 4), "10.00")).endsWith("–", "unavailable");
        assertThat(CostToErrorTable.knowsEnergy(cells("unavailable", 4))).isFalse();
        assertThat(CostToErrorTable.knowsEnergy(cells("estimated", 4))).isTrue();
    }
}
