package org.resbench.energy;

/** Stands in where nothing can be measured: every window is unavailable, for the reason given. */
record NoMeter(String why) implements EnergyMeter {
    @Override public String name() {
        return "none";
    }

    @Override public Window open() {
        return () -> EnergyReading.unavailable(why);
    }
}
