package org.resbench.energy;

import java.nio.file.Path;

/** Picks the meter of this machine. */
public final class Meters {
    /** Where Linux shows RAPL's counters. */
    static final Path POWERCAP = Path.of("/sys/class/powercap");

    private Meters() {}

    /** RAPL where it can be read; otherwise a meter whose windows are unavailable and say why. The caller closes it. */
    public static EnergyMeter ofThisMachine() {
        return of(POWERCAP);
    }

    /** @param powercap a folder laid out as /sys/class/powercap */
    static EnergyMeter of(Path powercap) {
        RaplDomains found = RaplDomains.find(powercap);
        return found.whyNot().<EnergyMeter>map(NoMeter::new).orElseGet(() -> new RaplMeter(found.counters(), System::nanoTime));
    }
}
