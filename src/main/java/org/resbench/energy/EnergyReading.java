package org.resbench.energy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.resbench.units.Energy;

/** Energy used in one window.
 * @param energy over all parts; unavailable, never zero, when a part could not be read or the window was too short
 * @param seconds the window lasted, by a monotonic clock
 * @param parts joules of each counter or gauge, in the meter's order; empty when unavailable
 * @param peakWatts highest mean power between two regular readings inside the window; empty when it had not two of them
 * @param idleWatts power of the machine before the work began; empty when it was not measured
 * @param notes what a reader should know, such as a machine on battery */
public record EnergyReading(Energy energy, double seconds, List<Part> parts, Optional<Double> peakWatts, Optional<Double> idleWatts,
                            List<String> notes) {
    /** @param joules zero or more: a part may have used nothing that its counter sees */
    public record Part(String name, double joules) {}

    public EnergyReading {
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
    }

    public static EnergyReading unavailable(String why, double seconds) {
        return new EnergyReading(new Energy.Unavailable(why), seconds, List.of(), Optional.empty(), Optional.empty(), List.of());
    }

    /** @param unknown why idle power is not known, if it was to be measured */
    EnergyReading withIdle(Optional<Double> watts, Optional<String> unknown) {
        return new EnergyReading(energy, seconds, parts, peakWatts, watts, Stream.concat(notes.stream(), unknown.stream()).toList());
    }
}
