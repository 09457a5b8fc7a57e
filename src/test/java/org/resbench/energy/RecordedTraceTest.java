package org.resbench.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counter values of twenty minutes, played through the files that Linux shows. */
class RecordedTraceTest {
    /** Sums of the increments from which {@code rapl-trace.csv} was made, before any counter went round: 225,692.318034 and
     * 83,998.179957 J. */
    private static final double PACKAGE_JOULES = 225_692.318034;
    private static final double DRAM_JOULES = 83_998.179957;

    @TempDir Path folder;

    @Test void everyWrapOfTheTraceIsCounted() throws IOException {
        List<String[]> rows = trace();
        long wraps = 0;
        for (int i = 1; i < rows.size(); i++) {
            wraps += Long.parseLong(rows.get(i)[2]) < Long.parseLong(rows.get(i - 1)[2]) ? 1 : 0;
        }
        assertThat(wraps).as("times that the memory's counter goes round").isEqualTo(2);
        FakePowercap tree = new FakePowercap(folder).domain("intel-rapl:0", "package-0", 0, 262_143_328_850L)
                .domain("intel-rapl:0:0", "dram", 0, 65_712_999_613L);
        show(tree, rows.get(0));
        AtomicLong nanos = new AtomicLong();
        try (PolledMeter meter = new PolledMeter(List.of(((Probe.Ready) RaplDomains.packages(folder)).source()), nanos::get)) {
            EnergyMeter.Window window = meter.open();
            for (String[] row : rows.subList(1, rows.size())) {
                show(tree, row);
                nanos.set(Math.round(Double.parseDouble(row[0]) * 1e9));
                meter.poll();
            }
            EnergyReading reading = window.close();
            assertThat(reading.energy().measured().orElseThrow().joules()).isCloseTo(PACKAGE_JOULES + DRAM_JOULES, within(1e-4));
            assertThat(reading.parts().get(0).joules()).isCloseTo(PACKAGE_JOULES, within(1e-4));
            assertThat(reading.parts().get(1).joules()).isCloseTo(DRAM_JOULES, within(1e-4));
        }
    }

    private static void show(FakePowercap tree, String[] row) throws IOException {
        tree.energy("intel-rapl:0", Long.parseLong(row[1])).energy("intel-rapl:0:0", Long.parseLong(row[2]));
    }

    private static List<String[]> trace() throws IOException {
        try (InputStream in = RecordedTraceTest.class.getResourceAsStream("rapl-trace.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().filter(line -> Character.isDigit(line.charAt(0)))
                    .map(line -> line.split(",")).toList();
        }
    }
}
