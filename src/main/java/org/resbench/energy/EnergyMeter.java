package org.resbench.energy;

/** Something that counts energy. Thread-safe; windows may overlap. */
public interface EnergyMeter extends AutoCloseable {
    /** Name for reports and {@code doctor}, such as {@code rapl package-0+dram}. */
    String name();

    Window open();

    @Override default void close() {}

    /** An open measuring window; {@link #close} ends it and reads. */
    interface Window {
        EnergyReading close();
    }
}
