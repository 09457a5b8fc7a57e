package org.resbench.stats;

import java.util.List;
import java.util.Optional;

/** Description of one sample.
 * @param samples every value, in the order given
 * @param standardDeviation with n-1; empty for one value
 * @param meanInterval 95 % t interval of the mean; empty for one value */
public record Summary(List<Double> samples, double mean, Optional<Double> standardDeviation, double median, double minimum,
                      double maximum, Optional<Interval> meanInterval) {
    public Summary {
        samples = List.copyOf(samples);
    }
}
