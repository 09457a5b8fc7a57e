package org.resbench.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every meter adds to its readings: the battery, and idle power. */
class MetersTest {
    @TempDir Path folder;

    private Path shows(String text) throws IOException {
        return Files.writeString(folder.resolve("wall"), text);
    }

    /** Files as in the kernel's Documentation/ABI/testing/sysfs-class-power. */
    @Test void aLaptopOnItsBatteryIsNoted() throws IOException {
        supply("BAT0", "Battery", "System", "Discharging");
        supply("hidpp_battery_0", "Battery", "Device", "Discharging");
        supply("AC", "Mains", "System", "");
        assertThat(new OnBattery(folder).look().notes()).singleElement().asString().contains("on its battery");
        supply("BAT0", "Battery", "System", "Charging");
        assertThat(new OnBattery(folder).look()).as("a mouse may discharge").isEqualTo(Circumstance.Finding.NOTHING);
        assertThat(new OnBattery(folder.resolve("none")).look()).isEqualTo(Circumstance.Finding.NOTHING);
    }

    private void supply(String name, String type, String scope, String status) throws IOException {
        Path supply = Files.createDirectories(folder.resolve(name));
        Files.writeString(supply.resolve("type"), type + "\n");
        Files.writeString(supply.resolve("scope"), scope + "\n");
        Files.writeString(supply.resolve("status"), status + "\n");
    }

    @Test void everyMeterSaysThatTheMachineRanOnItsBattery() throws IOException {
        Meters meters = new Meters(folder, folder, () -> null, Map.of());
        supply("BAT0", "Battery", "System", "Discharging");
        try (EnergyMeter meter = meters.open(MeterChoice.parse("file:" + shows("50 W") + ",W,0.01s"), false)) {
            EnergyMeter.Window window = meter.open();
            assertThat(sleeping(50, window).notes())
                    .contains("the machine ran on its battery, when processors are often slowed down; plug it in to compare");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EnergyReading sleeping(long milliseconds, EnergyMeter.Window window) throws InterruptedException {
        Thread.sleep(milliseconds);
        return window.close();
    }

    @Test void idlePowerThatCouldNotBeMeasuredIsSaid() throws Exception {
        Meters meters = new Meters(folder, folder, () -> null, Map.of());
        try (EnergyMeter meter = meters.open(MeterChoice.parse("file:" + shows("50 J") + ",J,0.01s"), false, 1)) {
            meter.prepare();
            EnergyMeter.Window window = meter.open();
            shows("70 J");
            EnergyReading reading = sleeping(30, window);
            assertThat(reading.idleWatts()).isEmpty();
            assertThat(reading.notes())
                    .anyMatch(note -> note.startsWith("idle power is not known: ") && note.contains("the counters did not move")
                            && note.contains("--idle-seconds"));
        }
    }

    @Test void idlePowerIsMeasuredOnceAndKept() throws Exception {
        Path wall = shows("50 W");
        Meters meters = new Meters(folder, folder, () -> null, Map.of());
        try (EnergyMeter meter = meters.open(MeterChoice.parse("file:" + wall + ",W,0.05s"), false, 1)) {
            assertThat(meter.secondsToPrepare()).isEqualTo(1);
            meter.prepare();
            assertThat(meter.secondsToPrepare()).isZero();
            shows("80 W");
            EnergyMeter.Window window = meter.open();
            Thread.sleep(300);
            EnergyReading reading = window.close();
            assertThat(reading.idleWatts().orElseThrow()).isCloseTo(50, within(1e-6));
            assertThat(reading.energy().measured().orElseThrow().joules() / reading.seconds()).isCloseTo(80, within(1e-6));
        }
    }
}
