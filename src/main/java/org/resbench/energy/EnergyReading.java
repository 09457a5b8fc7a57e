package org.resbench.energy;

import java.util.Optional;

/** Energy used in one window, in joules. Unavailable is never zero.
 * @param joules present unless unavailable; positive
 * @param how meter and domains, or why there is none and what would mend it */
public record EnergyReading(Source source, Optional<Double> joules, String how) {
    public enum Source { MEASURED, ESTIMATED, UNAVAILABLE }

    public EnergyReading {
        if (joules.isPresent() == (source == Source.UNAVAILABLE)) {
            throw new IllegalArgumentException("a reading that is " + source + " cannot have joules " + joules);
        }
        if (joules.isPresent() && !(joules.get() > 0 && Double.isFinite(joules.get()))) {
            throw new IllegalArgumentException(joules.get() + " J is no energy that a window can have used");
        }
    }

    public static EnergyReading measured(double joules, String how) {
        return new EnergyReading(Source.MEASURED, Optional.of(joules), how);
    }

    public static EnergyReading unavailable(String why) {
        return new EnergyReading(Source.UNAVAILABLE, Optional.empty(), why);
    }
}
