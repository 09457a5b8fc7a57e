package org.resbench.energy;

/** Stands in where nothing can be measured: every window is unavailable, for the reason given. */
record NoMeter(String why) implements EnergyMeter {
    @Override public String name() {
        return "none";
    }

    @Override public Window open() {
        long opened = System.nanoTime();
        return new Window() {
            @Override public EnergyReading soFar() {
                return EnergyReading.unavailable(why, (System.nanoTime() - opened) / 1e9);
            }

            @Override public EnergyReading close() {
                return soFar();
            }
        };
    }
}
