package org.resbench.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaplMeterTest {
    /** max_energy_range_uj of package and dram domains on Intel Xeon servers: 2^32 units of 61 and 15.3 microjoules. */
    private static final long PACKAGE_RANGE = 262_143_328_850L;
    private static final long DRAM_RANGE = 65_712_999_613L;
    private static final long SECOND = 1_000_000_000L;

    @TempDir Path folder;
    private final AtomicLong nanos = new AtomicLong(5 * SECOND);

    private FakePowercap xeon() throws IOException {
        return new FakePowercap(folder).domain("intel-rapl:0", "package-0", 1_000_000, PACKAGE_RANGE)
                .domain("intel-rapl:0:0", "core", 0, PACKAGE_RANGE)
                .domain("intel-rapl:0:1", "dram", 2_000_000, DRAM_RANGE)
                .domain("intel-rapl:1", "psys", 0, PACKAGE_RANGE)
                .domain("intel-rapl-mmio:0", "package-0", 0, PACKAGE_RANGE);
    }

    private RaplMeter meter() {
        RaplDomains found = RaplDomains.find(folder);
        assertThat(found.whyNot()).isEmpty();
        return new RaplMeter(found.counters(), nanos::get);
    }

    @Test void packageAndMemoryCountAndNothingCountsTwice() throws IOException {
        FakePowercap tree = xeon();
        try (RaplMeter meter = meter()) {
            assertThat(meter.name()).isEqualTo("rapl package-0+dram");
            EnergyMeter.Window window = meter.open();
            tree.energy("intel-rapl:0", 31_000_000).energy("intel-rapl:0:1", 4_500_000).energy("intel-rapl:0:0", 20_000_000)
                    .energy("intel-rapl:1", 90_000_000).energy("intel-rapl-mmio:0", 31_000_000);
            nanos.addAndGet(SECOND);
            EnergyReading reading = window.close();
            assertThat(reading.source()).isEqualTo(EnergyReading.Source.MEASURED);
            assertThat(reading.joules().orElseThrow()).isCloseTo(30 + 2.5, within(1e-9));
            assertThat(reading.how()).contains("rapl package-0+dram").contains("other processes included");
        }
    }

    @Test void aCounterThatStartsAgainFromZeroLosesNothing() throws IOException {
        FakePowercap tree = xeon();
        tree.energy("intel-rapl:0:1", DRAM_RANGE - 1_000_000);
        try (RaplMeter meter = meter()) {
            EnergyMeter.Window window = meter.open();
            tree.energy("intel-rapl:0:1", 3_000_000);
            nanos.addAndGet(SECOND);
            assertThat(window.close().joules().orElseThrow()).isCloseTo(4, within(1e-9));
        }
    }

    /** Twice round the memory's counter, 20 kJ at a time: seen only because it is read in between. */
    @Test void aLongWindowIsReadInBetween() throws IOException {
        FakePowercap tree = xeon();
        try (RaplMeter meter = meter()) {
            EnergyMeter.Window window = meter.open();
            long counted = 2_000_000;
            for (int i = 0; i < 7; i++) {
                counted += 20_000_000_000L;
                tree.energy("intel-rapl:0:1", counted % DRAM_RANGE);
                nanos.addAndGet(30 * SECOND);
                meter.poll();
            }
            assertThat(window.close().joules().orElseThrow()).isCloseTo(140_000, within(1e-6));
        }
    }

    @Test void windowsMayOverlap() throws IOException {
        FakePowercap tree = xeon();
        try (RaplMeter meter = meter()) {
            EnergyMeter.Window outer = meter.open();
            tree.energy("intel-rapl:0", 2_000_000);
            nanos.addAndGet(SECOND);
            EnergyMeter.Window inner = meter.open();
            tree.energy("intel-rapl:0", 5_000_000);
            nanos.addAndGet(SECOND);
            assertThat(outer.close().joules().orElseThrow()).isCloseTo(4, within(1e-9));
            tree.energy("intel-rapl:0", 6_000_000);
            nanos.addAndGet(SECOND);
            assertThat(inner.close().joules().orElseThrow()).isCloseTo(4, within(1e-9));
        }
    }

    @Test void twoSocketsAddUp() throws IOException {
        FakePowercap tree = xeon().domain("intel-rapl:2", "package-1", 0, PACKAGE_RANGE).domain("intel-rapl:2:0", "dram", 0, DRAM_RANGE);
        try (RaplMeter meter = meter()) {
            assertThat(meter.name()).isEqualTo("rapl package-0+dram+package-1");
            EnergyMeter.Window window = meter.open();
            tree.energy("intel-rapl:0", 2_000_000).energy("intel-rapl:2", 10_000_000).energy("intel-rapl:2:0", 100_000_000);
            nanos.addAndGet(SECOND);
            assertThat(window.close().joules().orElseThrow()).isCloseTo(111, within(1e-9));
        }
    }

    @Test void aWindowShorterThanTheUpdatePeriodIsUnavailable() throws IOException {
        FakePowercap tree = xeon();
        try (RaplMeter meter = meter()) {
            EnergyMeter.Window window = meter.open();
            tree.energy("intel-rapl:0", 2_000_000);
            nanos.addAndGet(SECOND / 2000);
            assertUnavailable(window.close(), "shorter than the counters' update period");
        }
    }

    @Test void countersThatStandStillAreUnavailableNotZero() throws IOException {
        xeon();
        try (RaplMeter meter = meter()) {
            EnergyMeter.Window window = meter.open();
            nanos.addAndGet(SECOND);
            assertUnavailable(window.close(), "did not move");
        }
    }

    @Test void aCounterThatFailsSpoilsOnlyTheWindowsOpenThen() throws IOException {
        FakePowercap tree = xeon();
        try (RaplMeter meter = meter()) {
            EnergyMeter.Window window = meter.open();
            Files.delete(folder.resolve("intel-rapl:0/energy_uj"));
            nanos.addAndGet(SECOND);
            meter.poll();
            tree.energy("intel-rapl:0", 5_000_000);
            nanos.addAndGet(SECOND);
            assertUnavailable(window.close(), "'rapl' cannot be read");
            EnergyMeter.Window next = meter.open();
            tree.energy("intel-rapl:0", 6_000_000);
            nanos.addAndGet(SECOND);
            assertThat(next.close().joules().orElseThrow()).isCloseTo(1, within(1e-9));
        }
    }

    @Test void aStoppedProcessCannotKnowHowOftenACounterWrapped() throws IOException {
        FakePowercap tree = xeon();
        try (RaplMeter meter = meter()) {
            EnergyMeter.Window window = meter.open();
            tree.energy("intel-rapl:0", 2_000_000);
            nanos.addAndGet(3600 * SECOND);
            assertUnavailable(window.close(), "may have wrapped around more than once");
        }
    }

    @Test void withoutCountersTheReasonIsSaid() throws IOException {
        EnergyMeter none = Meters.of(folder.resolve("missing"));
        assertThat(none.name()).isEqualTo("none");
        assertUnavailable(none.open().close(), "virtual machines, containers");
        new FakePowercap(folder).domain("intel-rapl:1", "psys", 0, PACKAGE_RANGE);
        assertUnavailable(Meters.of(folder).open().close(), "has no package domain");
        xeon().domain("intel-rapl:0", "package-0", 0, 0);
        Files.writeString(folder.resolve("intel-rapl:0/max_energy_range_uj"), "lots\n");
        assertUnavailable(Meters.of(folder).open().close(), "'lots' is no whole number");
    }

    @Test void deniedPermissionComesWithItsFix() {
        assertThat(RaplDomains.explain(new AccessDeniedException("/sys/class/powercap/intel-rapl:0/energy_uj")))
                .contains("permission denied: /sys/class/powercap/intel-rapl:0/energy_uj").contains("sudo chmod a+r");
    }

    @Test void aReadingIsNeverZeroNorWithoutJoulesUnlessUnavailable() {
        assertThatThrownBy(() -> EnergyReading.measured(0, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EnergyReading.measured(Double.NaN, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EnergyReading(EnergyReading.Source.MEASURED, Optional.empty(), "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertUnavailable(EnergyReading reading, String why) {
        assertThat(reading.source()).isEqualTo(EnergyReading.Source.UNAVAILABLE);
        assertThat(reading.joules()).isEmpty();
        assertThat(reading.how()).contains(why);
    }
}
