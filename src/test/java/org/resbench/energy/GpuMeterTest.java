package org.resbench.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.energy.nvml.Nvml;
import org.resbench.energy.nvml.NvmlException;
import org.resbench.energy.nvml.StandIn;
import org.resbench.units.Energy;

class GpuMeterTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long SELF = 4711;

    @TempDir Path folder;
    private final AtomicLong nanos = new AtomicLong();

    /** A GPU whose answers a test sets; -1: not supported. */
    private static final class FakeGpu implements Nvml.Gpu {
        private final int index;
        private final String name;
        private long millijoules = 1_000_000;
        private long milliwatts = 100_000;
        private long mig;
        private List<Long> processes = List.of(SELF);

        FakeGpu(int index, String name) {
            this.index = index;
            this.name = name;
        }

        @Override public int index() {
            return index;
        }

        @Override public String name() {
            return name;
        }

        @Override public String uuid() {
            return "GPU-" + index + "a2b";
        }

        @Override public long energyMillijoules() throws NvmlException {
            return supported(millijoules);
        }

        @Override public long powerMilliwatts() throws NvmlException {
            return supported(milliwatts);
        }

        @Override public boolean isSplit() throws NvmlException {
            return supported(mig) == 1;
        }

        @Override public List<Long> computeProcesses() throws NvmlException {
            if (processes == null) {
                throw new NvmlException(NvmlException.NOT_SUPPORTED, "Not Supported");
            }
            return new ArrayList<>(processes);
        }

        private static long supported(long value) throws NvmlException {
            if (value < 0) {
                throw new NvmlException(NvmlException.NOT_SUPPORTED, "Not Supported");
            }
            return value;
        }
    }

    private final FakeGpu first = new FakeGpu(0, "NVIDIA H100");
    private final FakeGpu second = new FakeGpu(1, "NVIDIA H100");

    private Probe find(Map<String, String> environment, Integer... indices) {
        return GpuMeter.find(() -> () -> List.of(first, second), new GpuSelection(List.of(indices), environment), SELF);
    }

    private PolledMeter meter(Map<String, String> environment, Integer... indices) {
        Probe found = find(environment, indices);
        assertThat(found).isInstanceOf(Probe.Ready.class);
        return new PolledMeter(List.of(((Probe.Ready) found).source()), nanos::get);
    }

    private static double joules(EnergyReading reading) {
        assertThat(reading.energy()).as(reading.energy().how()).isInstanceOf(Energy.Measured.class);
        return reading.energy().measured().orElseThrow().joules();
    }

    @Test void theCounterIsInMillijoules() {
        try (PolledMeter meter = meter(Map.of())) {
            assertThat(meter.name()).isEqualTo("nvml GPU 0 NVIDIA H100");
            EnergyMeter.Window window = meter.open();
            first.millijoules += 350_000;
            second.millijoules += 9_000_000;
            nanos.addAndGet(SECOND);
            assertThat(joules(window.close())).isCloseTo(350, within(1e-9));
        }
    }

    /** Power 100, 300, 200, 200 W at 0, 0.1, 0.3, 0.4 s; {@code numpy.trapezoid(y, x)} of numpy 2.4 is 90. */
    @Test void withoutACounterPowerIsIntegratedByTrapezoids() {
        first.millijoules = -1;
        try (PolledMeter meter = meter(Map.of())) {
            EnergyMeter.Window window = meter.open();
            long[] at = {100, 300, 400};
            long[] watts = {300, 200, 200};
            for (int i = 0; i < at.length; i++) {
                first.milliwatts = 1000 * watts[i];
                nanos.set(at[i] * 1_000_000);
                meter.poll();
            }
            EnergyReading reading = window.close();
            assertThat(joules(reading)).isCloseTo(90, within(1e-9));
            assertThat(reading.energy().how()).contains("it has no energy counter");
        }
    }

    @Test void aGapInThePowerIsNotFilled() {
        first.millijoules = -1;
        try (PolledMeter meter = meter(Map.of())) {
            EnergyMeter.Window window = meter.open();
            nanos.addAndGet(60 * SECOND);
            EnergyReading reading = window.close();
            assertThat(reading.energy()).isInstanceOf(Energy.Unavailable.class);
            assertThat(reading.energy().how()).contains("was not read for 60 s");
        }
    }

    @Test void aDriverThatWasReloadedHasLostWhatItCounted() {
        try (PolledMeter meter = meter(Map.of())) {
            EnergyMeter.Window window = meter.open();
            first.millijoules = 5;
            nanos.addAndGet(SECOND);
            EnergyReading reading = window.close();
            assertThat(reading.energy()).isInstanceOf(Energy.Unavailable.class);
            assertThat(reading.energy().how()).contains("GPU 0 NVIDIA H100 went backwards, from 1000 J to 0.005 J");
        }
    }

    @Test void neitherASplitGpuNorOneThatShowsNothingIsMeasured() {
        first.mig = 1;
        assertMissing(find(Map.of()), "GPU 0 is split into instances (MIG)");
        first.mig = -1;
        first.millijoules = -1;
        first.milliwatts = -1;
        assertMissing(find(Map.of()), "shows neither its energy nor its power");
    }

    @Test void anotherProcessOnOurGpuSpoilsTheWindowAndOneBesideItIsSaid() {
        try (PolledMeter meter = meter(Map.of())) {
            EnergyMeter.Window window = meter.open();
            first.millijoules += 1000;
            second.processes = List.of(99L);
            nanos.addAndGet(SECOND);
            EnergyReading beside = window.soFar();
            assertThat(joules(beside)).isCloseTo(1, within(1e-9));
            assertThat(beside.notes())
                    .anyMatch(note -> note.contains("GPU 1 is used by process 99; its energy is not ours and is not counted"));
            first.processes = List.of(SELF, 98L);
            EnergyReading shared = window.close();
            assertThat(shared.energy()).isInstanceOf(Energy.Unavailable.class);
            assertThat(shared.energy().how()).contains("GPU 0 was also used by process 98").contains("CUDA_VISIBLE_DEVICES");
        }
    }

    /** In a container the driver's process ids are not ours: one process alone is taken for us, two are not. */
    @Test void aloneUnderAnotherNumberIsStillAlone() {
        first.processes = List.of(77L);
        try (PolledMeter meter = meter(Map.of())) {
            EnergyMeter.Window window = meter.open();
            first.millijoules += 1000;
            nanos.addAndGet(SECOND);
            assertThat(joules(window.soFar())).isCloseTo(1, within(1e-9));
            first.processes = List.of(77L, 78L);
            assertThat(window.close().energy()).isInstanceOf(Energy.Unavailable.class);
        }
    }

    @Test void aDriverThatDoesNotListProcessesIsNoted() {
        first.processes = null;
        second.processes = null;
        try (PolledMeter meter = meter(Map.of())) {
            EnergyMeter.Window window = meter.open();
            first.millijoules += 1000;
            nanos.addAndGet(SECOND);
            EnergyReading reading = window.close();
            assertThat(joules(reading)).isCloseTo(1, within(1e-9));
            assertThat(reading.notes()).singleElement().asString().contains("does not say who else used GPU 0",
                    "another process's energy may be in this");
        }
    }

    @Test void theGpuThatCudaShowsFirstIsOurs() {
        assertThat(meter(Map.of("CUDA_VISIBLE_DEVICES", "1,0")).name()).isEqualTo("nvml GPU 1 NVIDIA H100");
        assertThat(meter(Map.of("CUDA_VISIBLE_DEVICES", "GPU-1a")).name()).isEqualTo("nvml GPU 1 NVIDIA H100");
        assertThat(meter(Map.of(), 0, 1).name()).isEqualTo("nvml GPU 0 NVIDIA H100, GPU 1 NVIDIA H100");
        assertMissing(find(Map.of("CUDA_VISIBLE_DEVICES", "")), "hides all GPUs");
        assertMissing(find(Map.of("CUDA_VISIBLE_DEVICES", "MIG-5d1f")), "split GPU (MIG)");
        assertMissing(find(Map.of(), 2), "there is no GPU 2; the driver lists 0 to 1");
    }

    @Test void amongDifferentModelsTheOrderMustBeSaid() {
        FakeGpu other = new FakeGpu(1, "NVIDIA T4");
        GpuMeter.Opener both = () -> () -> List.of(first, other);
        assertMissing(GpuMeter.find(both, new GpuSelection(List.of(), Map.of()), SELF), "CUDA_DEVICE_ORDER=PCI_BUS_ID");
        assertThat(GpuMeter.find(both, new GpuSelection(List.of(), Map.of("CUDA_DEVICE_ORDER", "PCI_BUS_ID")), SELF))
                .isInstanceOf(Probe.Ready.class);
    }

    @Test void whenAGpuDoesTheWorkItsEnergyMustBeKnown() throws Exception {
        Meters noDriver = new Meters(folder, folder, () -> {
            throw new NvmlException(0, "no NVIDIA driver");
        }, Map.of());
        EnergyReading reading = noDriver.open(new MeterChoice.Auto(), true).open().close();
        assertThat(reading.energy().how()).contains("a GPU whose energy cannot be read: no NVIDIA driver");
        new FakePowercap(folder).domain("intel-rapl:0", "package-0", 0, 262_143_328_850L);
        Meters both = new Meters(folder, folder, () -> () -> List.of(first, second), Map.of());
        assertThat(both.open(new MeterChoice.Auto(), true).name()).isEqualTo("rapl package-0 and nvml GPU 0 NVIDIA H100");
        assertThat(both.open(new MeterChoice.Auto(), false).name()).isEqualTo("rapl package-0");
    }

    /** From the C library to joules. */
    @Test void theNativeLibraryIsMetered() throws Exception {
        StandIn standIn = StandIn.in(folder).gpus("NVIDIA H100|GPU-1|5000000000000|1|0|" + SELF);
        Source source = ((Probe.Ready) GpuMeter.find(standIn::open, new GpuSelection(List.of(), Map.of()), SELF)).source();
        try (PolledMeter meter = new PolledMeter(List.of(source), nanos::get)) {
            EnergyMeter.Window window = meter.open();
            standIn.gpus("NVIDIA H100|GPU-1|5000000700000|1|0|" + SELF);
            nanos.addAndGet(2 * SECOND);
            assertThat(joules(window.close())).isCloseTo(700, within(1e-6));
        }
    }

    private static void assertMissing(Probe found, String why) {
        assertThat(found).isInstanceOfSatisfying(Probe.Missing.class, missing -> assertThat(missing.why()).contains(why));
    }
}
