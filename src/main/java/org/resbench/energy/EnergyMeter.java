package org.resbench.energy;

/** Something that measures energy. Thread-safe; windows may overlap. */
public interface EnergyMeter extends AutoCloseable {
    /** Name for reports and {@code doctor}, such as {@code rapl package-0+dram}. */
    String name();

    /** How often the slowest of its counters changes, in seconds; zero if it has none. A window of {@value #UPDATES_IN_A_WINDOW} times that
     * is off by at most a tenth. */
    default double updateSeconds() {
        return 0;
    }

    /** Windows shorter than so many updates of the counters get a note. */
    double UPDATES_IN_A_WINDOW = 10;

    /** Seconds that {@link #prepare} will take; zero if there is nothing to do, or nothing left. */
    default double secondsToPrepare() {
        return 0;
    }

    /** Called before the work begins, while the machine is idle; may measure what the machine uses then.
     * @throws InterruptedException if the thread was interrupted; nothing is measured then */
    default void prepare() throws InterruptedException {}

    Window open();

    @Override default void close() {}

    /** An open measuring window. */
    interface Window {
        /** What was used since the window was opened; it stays open. */
        EnergyReading soFar();

        /** The same at its end. */
        EnergyReading close();
    }
}
