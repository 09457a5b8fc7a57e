package org.resbench.energy;

import java.util.Optional;

/** Energy used in one window, in joules. Unavailable is never zero.
 * @param how meter and domains, or why there is none and what would mend it */
public record EnergyReading(Source source, Optional<Double> joules, String how) {
    public enum Source { MEASURED, ESTIMATED, UNAVAILABLE }
}
