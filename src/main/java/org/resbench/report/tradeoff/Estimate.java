package org.resbench.report.tradeoff;

import java.util.List;
import java.util.Optional;
import org.resbench.stats.Interval;
import org.resbench.stats.Summary;

/** What one image costs a network.
 * @param value counted, or the geometric mean over the rounds
 * @param interval 95 % t interval of the logarithms' mean over the rounds; empty for what is counted, for one round and for equal ones */
public record Estimate(double value, Optional<Interval> interval) {
    static Estimate exact(double value) {
        return new Estimate(value, Optional.empty());
    }

    /** Empty without samples. */
    static Optional<Estimate> of(List<Double> samples) {
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        Summary logarithms = Summary.of(samples.stream().mapToDouble(Math::log).toArray());
        return Optional.of(new Estimate(Math.exp(logarithms.mean()), logarithms.meanInterval().map(Interval::exponential)));
    }

    double lower() {
        return interval.map(Interval::lower).orElse(value);
    }

    double upper() {
        return interval.map(Interval::upper).orElse(value);
    }

    /** Whether the two intervals have a point in common, so that an order between the two may be chance. */
    boolean meets(Estimate other) {
        return lower() <= other.upper() && other.lower() <= upper();
    }
}
