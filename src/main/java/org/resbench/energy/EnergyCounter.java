package org.resbench.energy;

import java.io.IOException;
import java.util.OptionalDouble;

/** A counter of energy that only rises, until it starts again from zero after its range if it has one. */
interface EnergyCounter {
    /** Its domain, such as {@code package-0} or {@code dram}. */
    String name();

    /** Joules since some time in the past.
     * @throws IOException if it cannot be read now; the message is for the user: what, why, the fix */
    double readJoules() throws IOException;

    /** After how many joules it starts again from zero; empty if never, so that a lower value is a fault. */
    OptionalDouble rangeJoules();
}
