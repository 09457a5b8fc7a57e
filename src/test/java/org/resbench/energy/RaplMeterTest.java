package org.resbench.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.units.Energy;

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

    private PolledMeter meter() {
        return meter(RaplDomains.packages(folder));
    }

    private PolledMeter meter(Probe found) {
        assertThat(found).isInstanceOf(Probe.Ready.class);
        return new PolledMeter(List.of(((Probe.Ready) found).source()), nanos::get);
    }

    private static double measured(EnergyReading reading) {
        assertThat(reading.energy()).isInstanceOf(Energy.Measured.class);
        return reading.energy().measured().orElseThrow().joules();
    }

    @Test void packageAndMemoryCountAndNothingCountsTwice() throws IOException {
        FakePowercap tree = xeon();
        try (PolledMeter meter = meter()) {
            assertThat(meter.name()).isEqualTo("rapl package-0+dram");
            EnergyMeter.Window window = meter.open();
            tree.energy("intel-rapl:0", 31_000_000).energy("intel-rapl:0:1", 4_500_000).energy("intel-rapl:0:0", 20_000_000)
                    .energy("intel-rapl:1", 90_000_000).energy("intel-rapl-mmio:0", 31_000_000);
            nanos.addAndGet(SECOND);
            EnergyReading reading = window.close();
            assertThat(measured(reading)).isCloseTo(30 + 2.5, within(1e-9));
            assertThat(reading.parts()).extracting(EnergyReading.Part::name).containsExactly("package-0", "dram");
            assertThat(reading.parts().get(1).joules()).isCloseTo(2.5, within(1e-9));
            assertThat(reading.energy().how()).contains("rapl package-0+dram").contains("other processes included");
        }
    }

    @Test void aCounterThatStartsAgainFromZeroLosesNothing() throws IOException {
        FakePowercap tree = xeon();
        tree.energy("intel-rapl:0:1", DRAM_RANGE - 1_000_000);
        try (PolledMeter meter = meter()) {
            EnergyMeter.Window window = meter.open();
            tree.energy("intel-rapl:0:1", 3_000_000);
            nanos.addAndGet(SECOND);
            assertThat(measured(window.close())).isCloseTo(4, within(1e-9));
        }
    }

    /** Twice round the memory's counter, 20 kJ at a time: seen only because it is read in between. */
    @Test void aLongWindowIsReadInBetween() throws IOException {
        FakePowercap tree = xeon();
        try (PolledMeter meter = meter()) {
            EnergyMeter.Window window = meter.open();
            long counted = 2_000_000;
            for (int i = 0; i < 7; i++) {
                counted += 20_000_000_000L;
                tree.energy("intel-rapl:0:1", counted % DRAM_RANGE);
                nanos.addAndGet(30 * SECOND);
                meter.poll();
            }
            assertThat(measured(window.close())).isCloseTo(140_000, within(1e-6));
        }
    }

    @Test void windowsMayOverlap() throws IOException {
        FakePowercap tree = xeon();
        try (PolledMeter meter = meter()) {
            EnergyMeter.Window outer = meter.open();
            tree.energy("intel-rapl:0", 2_000_000);
            nanos.addAndGet(SECOND);
            EnergyMeter.Window inner = meter.open();
            tree.energy("intel-rapl:0", 5_000_000);
            nanos.addAndGet(SECOND);
            assertThat(measured(outer.close())).isCloseTo(4, within(1e-9));
            tree.energy("intel-rapl:0", 6_000_000);
            nanos.addAndGet(SECOND);
            assertThat(measured(inner.close())).isCloseTo(4, within(1e-9));
        }
    }

    @Test void twoSocketsAddUp() throws IOException {
        FakePowercap tree = xeon().domain("intel-rapl:2", "package-1", 0, PACKAGE_RANGE).domain("intel-rapl:2:0", "dram", 0, DRAM_RANGE);
        try (PolledMeter meter = meter()) {
            assertThat(meter.name()).isEqualTo("rapl package-0+dram+package-1");
            EnergyMeter.Window window = meter.open();
            tree.energy("intel-rapl:0", 2_000_000).energy("intel-rapl:2", 10_000_000).energy("intel-rapl:2:0", 100_000_000);
            nanos.addAndGet(SECOND);
            assertThat(measured(window.close())).isCloseTo(111, within(1e-9));
        }
    }

    @Test void aWindowShorterThanTheUpdatePeriodIsUnavailable() throws IOException {
        FakePowercap tree = xeon();
        try (PolledMeter meter = meter()) {
            EnergyMeter.Window window = meter.open();
            tree.energy("intel-rapl:0", 2_000_000);
            nanos.addAndGet(SECOND / 2000);
            assertUnavailable(window.close(), "shorter than the counters' update period");
        }
    }

    @Test void countersThatStandStillAreUnavailableNotZero() throws IOException {
        xeon();
        try (PolledMeter meter = meter()) {
            EnergyMeter.Window window = meter.open();
            nanos.addAndGet(SECOND);
            assertUnavailable(window.close(), "did not move");
        }
    }

    @Test void aCounterThatFailsSpoilsOnlyTheWindowsOpenThen() throws IOException {
        FakePowercap tree = xeon();
        try (PolledMeter meter = meter()) {
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
            assertThat(measured(next.close())).isCloseTo(1, within(1e-9));
        }
    }

    /** At a kilowatt memory's 65,713 J go round in 66 s; nobody reads the counters while no window is open. */
    @Test void aPauseBetweenWindowsSpoilsNone() throws IOException {
        FakePowercap tree = xeon();
        try (PolledMeter meter = meter()) {
            EnergyMeter.Window first = meter.open();
            tree.energy("intel-rapl:0", 2_000_000);
            nanos.addAndGet(SECOND);
            assertThat(measured(first.close())).isCloseTo(1, within(1e-9));
            nanos.addAndGet(3600 * SECOND);
            EnergyMeter.Window next = meter.open();
            tree.energy("intel-rapl:0", 5_000_000);
            nanos.addAndGet(SECOND);
            EnergyReading reading = next.close();
            assertThat(measured(reading)).isCloseTo(3, within(1e-9));
        }
    }

    @Test void aStoppedProcessCannotKnowHowOftenACounterWrapped() throws IOException {
        FakePowercap tree = xeon();
        try (PolledMeter meter = meter()) {
            EnergyMeter.Window window = meter.open();
            tree.energy("intel-rapl:0", 2_000_000);
            nanos.addAndGet(3600 * SECOND);
            assertUnavailable(window.close(), "may have wrapped around more than once");
        }
    }

    /** Half the platform's counter is what its packages count; a meter takes the one or the others. */
    @Test void thePlatformsOwnCounterStandsAloneWhenAskedFor() throws IOException {
        FakePowercap tree = xeon();
        try (PolledMeter meter = meter(RaplDomains.platform(folder))) {
            assertThat(meter.name()).isEqualTo("rapl psys");
            EnergyMeter.Window window = meter.open();
            tree.energy("intel-rapl:0", 31_000_000).energy("intel-rapl:1", 90_000_000);
            nanos.addAndGet(SECOND);
            assertThat(measured(window.close())).isCloseTo(90, within(1e-9));
        }
    }

    @Test void aCounterThatGoesBackwardsIsUnavailableNotAWrap() throws IOException {
        FakePowercap tree = xeon().energy("intel-rapl:0", 900_000_000);
        try (PolledMeter meter = meter()) {
            EnergyMeter.Window window = meter.open();
            tree.energy("intel-rapl:0", 100_000_000);
            nanos.addAndGet(SECOND);
            assertUnavailable(window.close(), "package-0 went backwards, from 900 J to 100 J");
        }
    }

    @Test void peakPowerIsTheHighestMeanBetweenTwoReadings() throws IOException {
        FakePowercap tree = xeon();
        try (PolledMeter meter = meter()) {
            EnergyMeter.Window window = meter.open();
            long counted = 1_000_000;
            for (long watts : new long[] {40, 95, 60}) {
                counted += watts * 1_000_000;
                tree.energy("intel-rapl:0", counted);
                nanos.addAndGet(SECOND);
                meter.poll();
            }
            EnergyReading reading = window.close();
            assertThat(reading.peakWatts().orElseThrow()).isCloseTo(95, within(1e-9));
            assertThat(reading.seconds()).isCloseTo(3, within(1e-9));
            assertThat(measured(reading) / reading.seconds()).isCloseTo(65, within(1e-9));
        }
    }

    @Test void aWindowOfFewUpdatesSaysHowFarItMayBeOff() throws IOException {
        FakePowercap tree = xeon();
        try (PolledMeter meter = meter()) {
            EnergyMeter.Window window = meter.open();
            tree.energy("intel-rapl:0", 2_000_000);
            nanos.addAndGet(SECOND / 250);
            EnergyReading reading = window.close();
            assertThat(measured(reading)).isCloseTo(1, within(1e-9));
            assertThat(reading.notes()).singleElement().asString().contains("may be off by 25 %");
        }
    }

    @Test void withoutCountersTheReasonIsSaid() throws IOException {
        assertMissing(RaplDomains.packages(folder.resolve("missing")), "virtual machines, containers");
        new FakePowercap(folder).domain("intel-rapl:1", "psys", 0, PACKAGE_RANGE);
        assertMissing(RaplDomains.packages(folder), "has no package domain");
        xeon().domain("intel-rapl:0", "package-0", 0, 0);
        Files.writeString(folder.resolve("intel-rapl:0/max_energy_range_uj"), "lots\n");
        assertMissing(RaplDomains.packages(folder), "'lots' is no whole number");
    }

    @Test void deniedPermissionComesWithItsFix() {
        assertThat(RaplDomains.explain(new AccessDeniedException("/sys/class/powercap/intel-rapl:0/energy_uj")))
                .contains("permission denied: /sys/class/powercap/intel-rapl:0/energy_uj").contains("sudo chmod a+r");
    }

    /** As Linux shows it to everybody but root since 2020. */
    @Test void countersThatOnlyRootMayReadAreFoundAndDenied() throws IOException {
        xeon();
        Path counter = folder.resolve("intel-rapl:0/energy_uj");
        Files.setPosixFilePermissions(counter, Set.of());
        assumeFalse(Files.isReadable(counter), "root reads everything: permission is not denied here");
        assertMissing(RaplDomains.packages(folder),
                "permission denied: " + counter + "); grant read access until the next boot with 'sudo chmod a+r");
    }

    @Test void energyIsNeverZeroNorWithoutJoulesUnlessUnavailable() {
        assertThatThrownBy(() -> new Energy.Measured(0, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Energy.Measured(Double.NaN, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Energy.of("measured", Optional.empty(), "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Energy.of("unavailable", Optional.of(1.0), "x")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Energy.of("estimated", Optional.of(2.0), "x").measured()).isEmpty();
    }

    private static void assertMissing(Probe found, String why) {
        assertThat(found).isInstanceOfSatisfying(Probe.Missing.class, missing -> assertThat(missing.why()).contains(why));
    }

    private static void assertUnavailable(EnergyReading reading, String why) {
        assertThat(reading.energy()).isInstanceOf(Energy.Unavailable.class);
        assertThat(reading.energy().anyJoules()).isEmpty();
        assertThat(reading.energy().how()).contains(why);
    }
}
