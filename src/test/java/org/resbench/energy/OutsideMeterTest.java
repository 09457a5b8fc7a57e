package org.resbench.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resbench.units.Energy;

class OutsideMeterTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir Path folder;
    private final AtomicLong nanos = new AtomicLong();

    private Path shows(String text) throws IOException {
        return Files.writeString(folder.resolve("wall"), text);
    }

    private PolledMeter meter(String choice) {
        Probe found = OutsideMeter.find((MeterChoice.Outside) MeterChoice.parse(choice));
        assertThat(found).as(found.toString()).isInstanceOf(Probe.Ready.class);
        return new PolledMeter(List.of(((Probe.Ready) found).source()), nanos::get);
    }

    private static double joules(EnergyReading reading) {
        assertThat(reading.energy()).as(reading.energy().how()).isInstanceOf(Energy.Measured.class);
        return reading.energy().measured().orElseThrow().joules();
    }

    /** SI prefixes; an hour has 3600 seconds. */
    @ParameterizedTest
    @CsvSource({"uJ, 2000000, 5000000, 3", "mJ, 2000, 5000, 3", "J, 2, 5, 3", "kJ, 2, 5, 3000",
            "Wh, 2, 5, 10800", "kWh, 1.5, 1.75, 900000"})
    void countedEnergyIsTheDifferenceInItsUnit(String unit, String before, String after, double joules) throws IOException {
        Path wall = shows(before + " " + unit + "\n");
        try (PolledMeter meter = meter("file:" + wall)) {
            EnergyMeter.Window window = meter.open();
            shows(after + unit + " since May\n");
            nanos.addAndGet(20 * SECOND);
            assertThat(joules(window.close())).isCloseTo(joules, within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({"uW, 183000000", "mW, 183000", "W, 183", "kW, 0.183"})
    void powerIsIntegratedOverTime(String unit, String reading) throws IOException {
        Path wall = shows(reading + "\n");
        try (PolledMeter meter = meter("file:" + wall + "," + unit + ",5s")) {
            EnergyMeter.Window window = meter.open();
            nanos.addAndGet(10 * SECOND);
            EnergyReading used = window.close();
            assertThat(joules(used)).isCloseTo(1830, within(1e-6));
            assertThat(used.notes()).singleElement().asString().contains("change every 5 s").contains("may be off by 50 %");
        }
    }

    @Test void aWindowShorterThanTheMetersPeriodIsUnavailable() throws IOException {
        try (PolledMeter meter = meter("file:" + shows("7 J") + ",J,5s")) {
            EnergyMeter.Window window = meter.open();
            shows("8 J");
            nanos.addAndGet(4 * SECOND);
            assertThat(window.close().energy().how()).contains("shorter than the counters' update period, 5 s");
        }
    }

    @Test void aMeterThatGoesBackwardsOrAwayIsUnavailable() throws IOException {
        Path wall = shows("700 J");
        try (PolledMeter meter = meter("file:" + wall)) {
            EnergyMeter.Window window = meter.open();
            shows("3 J");
            nanos.addAndGet(2 * SECOND);
            assertThat(window.close().energy())
                    .isEqualTo(new Energy.Unavailable("file " + wall + " went backwards, from 700 J to 3 J; it was reset (a driver or "
                            + "firmware restart, a suspended machine) and what it counted is lost; measure again"));
            EnergyMeter.Window next = meter.open();
            Files.delete(wall);
            nanos.addAndGet(2 * SECOND);
            assertThat(next.close().energy()).isEqualTo(new Energy.Unavailable("file " + wall + " does not exist"));
        }
    }

    /** A counter whose writer dies shows its last number for good: joules after that would be missing, and the run would look frugal. */
    @Test void aCounterThatStopsHalfWayIsUnavailableAndOneThatPausesIsNoted() throws IOException {
        try (PolledMeter meter = meter("file:" + shows("100 J") + ",J,1s")) {
            EnergyMeter.Window window = meter.open();
            tick(meter, 50, 100);
            still(meter, 11);
            EnergyReading paused = tick(meter, 100, 3000, window);
            assertThat(paused.notes()).as("it went on and had counted all along").isEmpty();
            still(meter, 12);
            EnergyReading shortly = window.soFar();
            assertThat(joules(shortly)).isPositive();
            assertThat(shortly.notes()).singleElement().asString()
                    .contains("has not moved for the last 12 s of 173 s: up to 7 % of its joules may be missing");
            still(meter, 60);
            assertThat(window.soFar().energy()).isInstanceOf(Energy.Unavailable.class);
            assertThat(window.close().energy().how())
                    .contains("has not moved for the last 72 s of 233 s: it has stopped, or changes more seldom than every 1 s",
                            ",PERIODs");
        }
    }

    /** Between two windows a network may be built for minutes; what was used then is nobody's. */
    @Test void aPauseBetweenWindowsSpoilsNone() throws IOException {
        try (PolledMeter meter = meter("file:" + shows("40 W"))) {
            EnergyMeter.Window first = meter.open();
            still(meter, 20);
            assertThat(joules(first.close())).isCloseTo(800, within(1e-6));
            nanos.addAndGet(600 * SECOND);
            EnergyMeter.Window next = meter.open();
            still(meter, 20);
            assertThat(joules(next.close())).isCloseTo(800, within(1e-6));
        }
    }

    @Test void aMeterThatFailedIsNotAskedAgainForAWindowThatIsSpoiled() throws IOException {
        Path asked = folder.resolve("asked");
        String line = "echo >>" + asked + "; if [ -e " + folder.resolve("broken") + " ]; then exit 3; fi; echo 40 W";
        try (PolledMeter meter = meter("command:" + line)) {
            EnergyMeter.Window window = meter.open();
            Files.createFile(folder.resolve("broken"));
            still(meter, 1);
            long then = Files.size(asked);
            assertThat(window.soFar().energy().how()).contains("ended with exit code 3");
            assertThat(window.close().energy().how()).contains("ended with exit code 3");
            assertThat(Files.size(asked)).isEqualTo(then);
            Files.delete(folder.resolve("broken"));
            EnergyMeter.Window next = meter.open();
            still(meter, 20);
            assertThat(joules(next.close())).as("mended").isCloseTo(800, within(1e-6));
        }
    }

    /** Power may stay the same for as long as it likes. */
    @Test void aSteadyPowerHasNotStopped() throws IOException {
        try (PolledMeter meter = meter("file:" + shows("40 W"))) {
            EnergyMeter.Window window = meter.open();
            still(meter, 100);
            EnergyReading reading = window.close();
            assertThat(joules(reading)).isCloseTo(4000, within(1e-6));
            assertThat(reading.notes()).isEmpty();
        }
    }

    private void still(PolledMeter meter, int seconds) {
        for (int i = 0; i < seconds; i++) {
            nanos.addAndGet(SECOND);
            meter.poll();
        }
    }

    private void tick(PolledMeter meter, int seconds, int from) throws IOException {
        for (int i = 1; i <= seconds; i++) {
            shows(from + 20 * i + " J");
            still(meter, 1);
        }
    }

    private EnergyReading tick(PolledMeter meter, int seconds, int from, EnergyMeter.Window window) throws IOException {
        tick(meter, seconds, from);
        return window.soFar();
    }

    /** Whoever opens a file for writing empties it first. */
    @Test void aFileThatIsBeingWrittenAnewIsReadAgain() throws Exception {
        Path wall = shows("100 J");
        try (PolledMeter meter = meter("file:" + wall)) {
            EnergyMeter.Window window = meter.open();
            shows("");
            Thread writer = new Thread(() -> {
                try {
                    Thread.sleep(30);
                    shows("350 J");
                } catch (InterruptedException | IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            writer.start();
            nanos.addAndGet(20 * SECOND);
            assertThat(joules(window.close())).isCloseTo(250, within(1e-9));
            writer.join();
        }
    }

    @Test void aNumberThatNoMeterCanShowIsNoReading() throws IOException {
        try (PolledMeter meter = meter("file:" + shows("100 J"))) {
            EnergyMeter.Window window = meter.open();
            shows("1e999 J");
            nanos.addAndGet(20 * SECOND);
            assertThat(window.close().energy().how()).contains("'1e999 J' is larger than any meter can show");
        }
    }

    /** As {@code ipmitool dcmi power reading} of ipmitool 1.8.18 prints it. */
    @Test void aCommandThatPicksANumberIsAMeter() throws IOException {
        Path ipmi = Files.writeString(folder.resolve("ipmi"), """

                    Instantaneous power reading:                   220 Watts
                    Minimum during sampling period:                 52 Watts
                    Maximum during sampling period:                384 Watts
                """);
        try (PolledMeter meter = meter("command:awk '/Instantaneous/{print $4}' " + ipmi + ",W,2s")) {
            EnergyMeter.Window window = meter.open();
            nanos.addAndGet(3 * SECOND);
            assertThat(joules(window.close())).isCloseTo(660, within(1e-6));
        }
    }

    @Test void whatCannotBeAMeterIsSaidWithTheFix() throws IOException {
        assertMissing("file:" + folder.resolve("none"), "does not exist");
        assertMissing("file:" + shows("many W"), "'many W' does not begin with a number");
        assertMissing("file:" + shows("1234567"), "has no unit that is known", ",W");
        assertMissing("file:" + shows("12 Watts"), "has no unit that is known");
        assertMissing("file:" + shows("1,234.5 W"), "'1,234.5 W' does not begin with a number and its unit", "no commas");
        assertMissing("file:" + shows("183,5") + ",W", "does not begin with a number");
        assertMissing("file:" + shows("12 J") + ",BTU", ",BTU does not exist", "uJ, mJ, J");
        assertMissing("file:" + shows("12 J") + ",W", "is in J, but the meter was asked for in W");
        assertMissing("command:echo no BMC >&2; exit 3", "ended with exit code 3 and said: no BMC");
        assertMissing("command:nosuchprogram-x", "ended with exit code 127");
    }

    private static void assertMissing(String choice, String... why) {
        assertThat(OutsideMeter.find((MeterChoice.Outside) MeterChoice.parse(choice)))
                .isInstanceOfSatisfying(Probe.Missing.class, missing -> assertThat(missing.why()).contains(why));
    }

    /** 1.5 s of processor time on one of 4 threads that share 80 W: 1.5 * 20. */
    @Test void processorTimeOnlyEstimates() {
        AtomicLong cpu = new AtomicLong(7 * SECOND);
        try (PolledMeter meter = new PolledMeter(List.of(CpuTimeMeter.source(80, 4, cpu::get)), nanos::get)) {
            EnergyMeter.Window window = meter.open();
            cpu.addAndGet(3 * SECOND / 2);
            nanos.addAndGet(SECOND);
            Energy used = window.close().energy();
            assertThat(used).isInstanceOf(Energy.Estimated.class);
            assertThat(used.anyJoules().orElseThrow()).isCloseTo(30, within(1e-9));
            assertThat(used.measured()).as("nothing that asks for measurements gets an estimate").isEmpty();
        }
    }
}
