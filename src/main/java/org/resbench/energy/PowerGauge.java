package org.resbench.energy;

import java.io.IOException;

/** Something that shows power and counts nothing. */
interface PowerGauge {
    String name();

    /** Watts now, or over the time that the gauge averages.
     * @throws IOException if it cannot be read now; the message is for the user: what, why, the fix */
    double readWatts() throws IOException;
}
