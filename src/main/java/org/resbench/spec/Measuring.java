package org.resbench.spec;

import java.util.List;
import java.util.Optional;

/** What an experiment measures of untrained networks instead of training them: time and energy of inference and of training steps, beside
 * sizes and published errors.
 * @param networks short names, one row each, measured in this order in every round
 * @param errors which published errors stand beside the costs; figures and budgets are drawn for each by itself
 * @param settings how it is measured */
public record Measuring(List<String> networks, List<PublishedError> errors, Settings settings) implements Work {
    public Measuring {
        networks = List.copyOf(networks);
        errors = List.copyOf(errors);
    }

    /** Errors of one protocol.
     * @param published name of a file in the folder {@code published}, without {@code .yaml}
     * @param place of the table there, as that file names it
     * @param metric such as {@code top1_error_percent} */
    public record PublishedError(String published, String place, String metric) {}

    /** @param imageSize side of the input in pixels; 0 for the one that each network is published with
     * @param inferenceBatches images in a call, smallest first; empty for no inference
     * @param trainingBatch images in a step; empty for no training
     * @param warmUp calls before the clock starts, in every round
     * @param rounds how often every network has its turn
     * @param seconds that a window lasts at least; longer if one call, or the meter, needs longer */
    public record Settings(int imageSize, List<Integer> inferenceBatches, Optional<Integer> trainingBatch,
                           int warmUp, int rounds, double seconds) {
        public static final int IMAGE_SIZE = 0;
        public static final int WARM_UP = 1;
        public static final int ROUNDS = 5;
        public static final double SECONDS = 1;

        public Settings {
            inferenceBatches = List.copyOf(inferenceBatches);
        }
    }
}
