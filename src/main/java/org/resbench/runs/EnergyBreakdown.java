package org.resbench.runs;

import java.util.List;
import java.util.Optional;

/** Where a run's energy went.
 * @param seconds metered, training and testing
 * @param trainingJoules what was not testing: updates, waiting for images, checkpoints; empty when testing could not be told apart
 * @param testingJoules in all tests of the run; empty likewise
 * @param testedImages in all tests of the run
 * @param peakWatts highest mean power between two readings of the meter; empty when the run was too short
 * @param idleWatts of the machine before the training; empty when it was not measured
 * @param parts joules by counter
 * @param notes what a reader should know, such as a machine on battery */
public record EnergyBreakdown(double seconds, Optional<Double> trainingJoules, Optional<Double> testingJoules, long testedImages,
                              Optional<Double> peakWatts, Optional<Double> idleWatts, List<Part> parts, List<String> notes) {
    public EnergyBreakdown {
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
    }

    /** @param name of a counter, such as {@code package-0} */
    public record Part(String name, double joules) {}
}
