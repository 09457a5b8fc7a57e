package org.resbench.claims;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.resbench.claims.Finding.Leaning;
import org.resbench.claims.Finding.Tested;
import org.resbench.claims.Finding.Untested;
import org.resbench.claims.Finding.Words;
import org.resbench.spec.Claim.Side;
import org.resbench.spec.Claim.Statement.Ratio;
import org.resbench.stats.Interval;
import org.resbench.stats.RatioOfMeans;
import org.resbench.stats.Samples;
import org.resbench.stats.StudentEstimate;
import org.resbench.stats.power.SampleSize;

/** {@code mean(of) / mean(over)} against a value: Welch's t test of {@code mean(of) - value mean(over)} against zero, with Fieller's
 * interval of the ratio. Both cells' values must be above zero. */
final class RatioRule {
    private RatioRule() {}

    /** @param strictness of intervals and of planning */
    static Finding find(Ratio claim, Cell of, Cell over, Strictness strictness) {
        Quantity quantity = Quantity.of(claim.metric());
        String name = of.name() + " over " + over.name();
        double[] first = of.values();
        double[] second = over.values();
        if (Arrays.stream(first).anyMatch(v -> v <= 0) || Arrays.stream(second).anyMatch(v -> v <= 0)) {
            return new Untested(Optional.empty(), name, "a ratio needs values above zero, and not all are");
        }
        double[] scaled = Arrays.stream(second).map(v -> v * claim.value()).toArray();
        Optional<StudentEstimate> estimate = first.length == 0 || second.length == 0 ? Optional.empty()
                : StudentEstimate.ofDifference(first, scaled);
        Optional<Interval> ratio = estimate.isEmpty() ? Optional.empty() : RatioOfMeans.interval(first, second, strictness.level());
        if (ratio.isEmpty()) {
            return new Untested(Optional.empty(), name, estimate.isEmpty() ? NoSpread.of(List.of(of, over), quantity)
                    : "the mean of " + over.name() + " is too uncertain to divide by");
        }
        StudentEstimate contrast = estimate.orElseThrow();
        boolean above = contrast.estimate() > 0;
        String measured = String.format(Locale.ROOT, "The mean %s of %s over that of %s is %s", quantity.name(), of.name(), over.name(),
                Quantity.RATIO.mean(ratio.get(), "n = " + first.length + " and " + second.length + " seeds"));
        return new Tested(ratio, name, "Welch t test of the scaled difference", above == (claim.side() == Side.ABOVE)
                ? Leaning.HOLDS : Leaning.DOES_NOT_HOLD, contrast.pValue(0),
                Words.aboutSide(measured, claim.side(), Quantity.bound(claim.value(), "")),
                SampleSize.forDifference(contrast.estimate(), spread(first), spread(scaled), strictness.tail()),
                Optional.of(overMean(Strength.ofDifference(first, scaled, contrast.estimate(), strictness.tail()), Samples.mean(second))));
    }

    /** The smallest detectable distance as a ratio. */
    private static Strength overMean(Strength strength, double mean) {
        return new Strength(strength.standardizedEffect(), strength.power(), strength.smallestDetectable().map(d -> d / mean));
    }

    private static double spread(double[] values) {
        return Samples.isConstant(values) ? 0 : Math.sqrt(Samples.variance(values));
    }
}
