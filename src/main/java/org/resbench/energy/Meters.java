package org.resbench.energy;

/** Picks the meter of this machine. */
public final class Meters {
    private Meters() {}

    /** RAPL where it can be read; otherwise a meter whose windows are unavailable and say why. */
    public static EnergyMeter ofThisMachine() {
        throw new IllegalStateException("built next");
    }
}
