package org.resbench.claims;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.resbench.claims.Finding.Leaning;
import org.resbench.claims.Finding.Tested;
import org.resbench.claims.Finding.Untested;
import org.resbench.claims.Finding.Words;
import org.resbench.spec.Claim.Side;
import org.resbench.spec.Claim.Statement.Threshold;
import org.resbench.stats.Interval;
import org.resbench.stats.Samples;
import org.resbench.stats.StudentEstimate;
import org.resbench.stats.power.SampleSize;

/** A mean against a value, by the two-sided t test of one mean: the claim holds if the 95 % interval lies wholly on the claimed side of the
 * value, does not hold if it lies wholly on the other. */
final class ThresholdRule {
    private ThresholdRule() {}

    /** @param strictness of intervals and of planning */
    static Finding find(Threshold claim, Cell of, Strictness strictness) {
        Quantity quantity = Quantity.of(claim.metric());
        String name = "mean " + quantity.name() + " of " + of.name();
        Optional<StudentEstimate> estimate = of.samples().isEmpty() ? Optional.empty() : StudentEstimate.ofMean(of.values());
        if (estimate.isEmpty()) {
            return new Untested(Optional.empty(), name, NoSpread.of(List.of(of), quantity));
        }
        StudentEstimate mean = estimate.get();
        Interval interval = mean.interval(strictness.level());
        boolean above = mean.estimate() > claim.value();
        Leaning leaning = above == (claim.side() == Side.ABOVE) ? Leaning.HOLDS : Leaning.DOES_NOT_HOLD;
        double spread = Math.sqrt(Samples.variance(of.values()));
        return new Tested(Optional.of(interval), name, "t test", leaning, mean.pValue(claim.value()), words(claim, quantity, of, interval),
                SampleSize.forMean(mean.estimate() - claim.value(), spread, strictness.tail()),
                Optional.of(Strength.ofMean(of.values(), mean.estimate() - claim.value(), strictness.tail())));
    }

    private static Words words(Threshold claim, Quantity quantity, Cell of, Interval interval) {
        String value = Quantity.bound(claim.value(), quantity.unit());
        String measured = String.format(Locale.ROOT, "The mean %s of %s is %s", quantity.name(), of.name(),
                quantity.mean(interval, "n = " + of.samples().size() + " seeds"));
        return Words.aboutSide(measured, claim.side(), value);
    }
}
