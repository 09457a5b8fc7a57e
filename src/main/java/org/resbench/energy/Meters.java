package org.resbench.energy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.resbench.energy.nvml.NativeNvml;

/** Finds the meters of this machine. NVML is loaded only when it is asked for, or when a GPU does the work. */
public final class Meters {
    /** Seconds of the idle baseline unless {@code --idle-seconds} says otherwise. */
    public static final int IDLE_SECONDS = 5;
    /** Where Linux shows RAPL's counters. */
    static final Path POWERCAP = Path.of("/sys/class/powercap");
    /** Where Linux shows batteries and mains. */
    static final Path SUPPLIES = Path.of("/sys/class/power_supply");

    private final Path powercap;
    private final Path supplies;
    private final GpuMeter.Opener nvml;
    private final Map<String, String> environment;

    /** What a kind of meter is like here.
     * @param meter as {@code --meter} names it @param usable whether it can be read now @param state what it measures, or why not and the
     *     fix */
    public record Listed(String meter, boolean usable, String state) {}

    /** A meter that was asked for by name and cannot be used. */
    public static final class MissingMeterException extends RuntimeException {
        private static final long serialVersionUID = 1;

        MissingMeterException(String message) {
            super(message);
        }
    }

    Meters(Path powercap, Path supplies, GpuMeter.Opener nvml, Map<String, String> environment) {
        this.powercap = powercap;
        this.supplies = supplies;
        this.nvml = nvml;
        this.environment = environment;
    }

    /** Those of this machine. */
    public static Meters ofThisMachine() {
        return new Meters(POWERCAP, SUPPLIES, NativeNvml::open, System.getenv());
    }

    /** A meter whose windows are unavailable for this reason. */
    public static EnergyMeter none(String why) {
        return new NoMeter(why);
    }

    /** The meter that was asked for; the caller closes it. {@code auto} takes what there is, and its windows say why when there is nothing.
     * @param gpu whether a GPU does the work, so that without its energy nothing is known
     * @throws MissingMeterException if another than {@code auto} cannot be used, with the reason and the fix */
    public EnergyMeter open(MeterChoice choice, boolean gpu) {
        return choice.as(new Opening(gpu));
    }

    /** The same, with what the idle machine uses measured first.
     * @param idleSeconds how long; zero: not at all */
    public EnergyMeter open(MeterChoice choice, boolean gpu, int idleSeconds) {
        EnergyMeter meter = open(choice, gpu);
        boolean measures = !(meter instanceof NoMeter || choice instanceof MeterChoice.CpuTime);
        return measures && idleSeconds > 0 ? new BaselineMeter(meter, idleSeconds) : meter;
    }

    /** Every kind of meter that can be looked for without being told where. */
    public List<Listed> list() {
        return List.of(listed(RaplDomains.KIND, RaplDomains.packages(powercap)),
                listed(RaplDomains.KIND + ":" + RaplDomains.PLATFORM, RaplDomains.platform(powercap)),
                listed(GpuMeter.KIND, gpus(List.of())));
    }

    private static Listed listed(String kind, Probe probe) {
        if (probe instanceof Probe.Missing missing) {
            return new Listed(kind, false, missing.why());
        }
        return new Listed(kind, true, ((Probe.Ready) probe).source().how());
    }

    private Probe gpus(List<Integer> indices) {
        return GpuMeter.find(nvml, new GpuSelection(indices, environment), ProcessHandle.current().pid());
    }

    private EnergyMeter meter(List<Source> sources) {
        List<Source> watched = new ArrayList<>(sources);
        watched.set(0, sources.get(0).watching(new OnBattery(supplies)));
        return PolledMeter.watching(watched);
    }

    private final class Opening implements MeterChoice.Cases<EnergyMeter> {
        private final boolean gpu;

        Opening(boolean gpu) {
            this.gpu = gpu;
        }

        @Override public EnergyMeter auto() {
            Probe processors = RaplDomains.packages(powercap);
            if (!gpu) {
                return processors instanceof Probe.Ready ready ? meter(List.of(ready.source()))
                        : new NoMeter(((Probe.Missing) processors).why());
            }
            Probe boards = gpus(List.of());
            if (boards instanceof Probe.Missing missing) {
                return new NoMeter("the work is done on a GPU whose energy cannot be read: " + missing.why());
            }
            Source board = ((Probe.Ready) boards).source();
            return meter(processors instanceof Probe.Ready ready ? List.of(ready.source(), board)
                    : List.of(board.covering(board.covers() + " alone, since processor and memory cannot be read: "
                            + ((Probe.Missing) processors).why())));
        }

        @Override public EnergyMeter none() {
            return new NoMeter("no meter was wanted (--meter none)");
        }

        @Override public EnergyMeter rapl(MeterChoice.Rapl choice) {
            return required(choice.platform() ? RaplDomains.platform(powercap) : RaplDomains.packages(powercap));
        }

        @Override public EnergyMeter nvml(MeterChoice.Nvml choice) {
            return required(gpus(choice.indices()));
        }

        @Override public EnergyMeter both(MeterChoice.Both choice) {
            return required(RaplDomains.packages(powercap), gpus(choice.nvml().indices()));
        }

        @Override public EnergyMeter outside(MeterChoice.Outside choice) {
            return required(OutsideMeter.find(choice));
        }

        @Override public EnergyMeter cpuTime(MeterChoice.CpuTime choice) {
            return required(CpuTimeMeter.find(choice.watts()));
        }

        private EnergyMeter required(Probe... probes) {
            List<Source> sources = new ArrayList<>();
            for (Probe probe : probes) {
                if (probe instanceof Probe.Missing missing) {
                    throw new MissingMeterException(missing.why());
                }
                sources.add(((Probe.Ready) probe).source());
            }
            return meter(sources);
        }
    }
}
