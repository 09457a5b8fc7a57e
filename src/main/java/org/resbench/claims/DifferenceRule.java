package org.resbench.claims;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.resbench.claims.Finding.Leaning;
import org.resbench.claims.Finding.Tested;
import org.resbench.claims.Finding.Untested;
import org.resbench.claims.Finding.Words;
import org.resbench.spec.Claim.Side;
import org.resbench.spec.Claim.Statement.Difference;
import org.resbench.stats.Interval;
import org.resbench.stats.Samples;
import org.resbench.stats.StudentEstimate;
import org.resbench.stats.power.SampleSize;

/** {@code mean(of) - mean(minus)} against its margin, by Welch's two-sided t test: the claim holds if the 95 % interval lies wholly on the
 * claimed side of the margin, does not hold if it lies wholly on the other side. One seed, or no spread in either cell, leaves
 * it open: the spread is then unknown, not zero. */
final class DifferenceRule {
    private DifferenceRule() {}

    /** @param strictness of intervals and of planning */
    static Finding find(Difference claim, Cell of, Cell minus, Strictness strictness) {
        Quantity quantity = Quantity.of(claim.metric());
        String name = of.name() + " minus " + minus.name();
        double[] first = of.values();
        double[] second = minus.values();
        Optional<StudentEstimate> estimate = of.samples().isEmpty() || minus.samples().isEmpty() ? Optional.empty()
                : StudentEstimate.ofDifference(first, second);
        if (estimate.isEmpty()) {
            return new Untested(Optional.empty(), name, NoSpread.of(List.of(of, minus), quantity));
        }
        StudentEstimate difference = estimate.get();
        Interval interval = difference.interval(strictness.level());
        boolean above = difference.estimate() > claim.margin();
        return new Tested(Optional.of(interval), name, "Welch t test",
                above == (claim.side() == Side.ABOVE) ? Leaning.HOLDS : Leaning.DOES_NOT_HOLD,
                difference.pValue(claim.margin()), words(claim, quantity, of, minus, interval),
                SampleSize.forDifference(difference.estimate() - claim.margin(), spread(first), spread(second), strictness.tail()),
                Optional.of(Strength.ofDifference(first, second, difference.estimate() - claim.margin(), strictness.tail())));
    }

    private static double spread(double[] values) {
        return Samples.isConstant(values) ? 0 : Math.sqrt(Samples.variance(values));
    }

    private static Words words(Difference claim, Quantity quantity, Cell of, Cell minus, Interval interval) {
        String margin = claim.margin() == 0 ? "zero" : "the margin of " + Quantity.bound(claim.margin(), quantity.differenceUnit());
        String measured = String.format(Locale.ROOT, "The mean %s of %s minus that of %s is %s", quantity.name(), of.name(), minus.name(),
                quantity.difference(interval, "n = " + of.samples().size() + " and " + minus.samples().size() + " seeds"));
        return Words.aboutSide(measured, claim.side(), margin);
    }
}
