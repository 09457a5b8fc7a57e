package org.resbench.energy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.resbench.energy.nvml.Nvml;
import org.resbench.energy.nvml.NvmlException;

/** NVIDIA GPUs by the energy counter of their driver, or by their power where a model has no counter. */
final class GpuMeter {
    static final String KIND = "nvml";
    /** "For newer GPUs, energy readings are updated every 20-100ms" (PETSc manual, PetscLogGpuEnergyMeter). */
    static final double UPDATE_SECONDS = 0.1;
    static final double COUNTER_POLL_SECONDS = 1;
    /** Faster than NVML refreshes the power of any model. */
    static final double POWER_POLL_SECONDS = 0.1;
    /** A longer gap than that is not joined by a trapezoid. */
    static final double LONGEST_POWER_GAP_SECONDS = 5;
    private static final double MILLI = 1e3;

    private GpuMeter() {}

    interface Opener {
        Nvml open() throws NvmlException;
    }

    /** @param self our process id */
    static Probe find(Opener opener, GpuSelection selection, long self) {
        try {
            List<Nvml.Gpu> all = opener.open().gpus();
            List<Nvml.Gpu> ours = selection.of(all);
            List<Channel> channels = new ArrayList<>();
            boolean polled = false;
            for (Nvml.Gpu gpu : ours) {
                requireWhole(gpu);
                boolean counts = counts(gpu);
                polled |= !counts;
                channels.add(counts ? Channel.of(new Counter(gpu, label(gpu)), Double.POSITIVE_INFINITY)
                        : Channel.of(new Gauge(gpu, label(gpu)), LONGEST_POWER_GAP_SECONDS));
            }
            String names = channels.stream().map(Channel::name).collect(Collectors.joining(", "));
            return new Probe.Ready(new Source(KIND + " " + names, channels, UPDATE_SECONDS,
                    polled ? POWER_POLL_SECONDS : COUNTER_POLL_SECONDS,
                    polled ? "of the whole board, by its power ten times a second (it has no energy counter)" : "of the whole board", false,
                    List.of(new GpuProcesses(ours, all, self))));
        } catch (NvmlException e) {
            return new Probe.Missing(KIND, e.getMessage());
        }
    }

    private static String label(Nvml.Gpu gpu) throws NvmlException {
        return "GPU " + gpu.index() + " " + gpu.name();
    }

    private static void requireWhole(Nvml.Gpu gpu) throws NvmlException {
        boolean split;
        try {
            split = gpu.isSplit();
        } catch (NvmlException e) {
            if (!e.isNotSupported()) {
                throw e;
            }
            split = false;
        }
        if (split) {
            throw new NvmlException(0, "GPU " + gpu.index() + " is split into instances (MIG); its counter is for all "
                    + "of them, and ours cannot be told from the others; "
                    + "measure on a whole GPU (nvidia-smi -i " + gpu.index() + " -mig 0)");
        }
    }

    private static boolean counts(Nvml.Gpu gpu) throws NvmlException {
        try {
            gpu.energyMillijoules();
            return true;
        } catch (NvmlException e) {
            if (!e.isNotSupported()) {
                throw e;
            }
        }
        try {
            gpu.powerMilliwatts();
            return false;
        } catch (NvmlException e) {
            throw new NvmlException(0,
                    "GPU " + gpu.index() + " " + gpu.name() + " shows neither its energy nor its power (" + e.getMessage() + ")");
        }
    }

    private record Counter(Nvml.Gpu gpu, String name) implements EnergyCounter {
        @Override public double readJoules() throws IOException {
            return gpu.energyMillijoules() / MILLI;
        }

        @Override public OptionalDouble rangeJoules() {
            return OptionalDouble.empty();
        }
    }

    private record Gauge(Nvml.Gpu gpu, String name) implements PowerGauge {
        @Override public double readWatts() throws IOException {
            return gpu.powerMilliwatts() / MILLI;
        }
    }
}
