package org.resbench.energy;

import java.io.IOException;

/** A counter of energy that only rises, until it starts again from zero after its range. */
interface EnergyCounter {
    /** Its domain, such as {@code package-0} or {@code dram}. */
    String name();

    /** Microjoules since some time in the past.
     * @throws IOException if it cannot be read now */
    long readMicrojoules() throws IOException;

    /** After how many microjoules it starts again from zero. */
    long rangeMicrojoules();
}
