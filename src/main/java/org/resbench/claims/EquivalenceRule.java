package org.resbench.claims;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.resbench.claims.Finding.Leaning;
import org.resbench.claims.Finding.Tested;
import org.resbench.claims.Finding.Untested;
import org.resbench.claims.Finding.Words;
import org.resbench.spec.Claim.Statement.Equivalence;
import org.resbench.stats.Samples;
import org.resbench.stats.StudentEstimate;
import org.resbench.stats.power.SampleSize;

/** A mean against a published value within a margin: the claim holds by two one-sided tests (the 90 % interval of the difference lies
 * inside the margin), does not hold if the 95 % interval lies wholly outside of it. Only asked at scale paper on the original data. */
final class EquivalenceRule {
    private EquivalenceRule() {}

    /** @param strictness of a two-sided test */
    static Finding find(Equivalence claim, Cell of, Strictness strictness) {
        Quantity quantity = Quantity.of(claim.metric());
        String published = Quantity.bound(claim.published(), quantity.unit());
        String name = of.name() + " minus the published " + published;
        Optional<StudentEstimate> estimate = of.samples().isEmpty() ? Optional.empty() : StudentEstimate.ofMean(of.values());
        if (estimate.isEmpty()) {
            return new Untested(Optional.empty(), name, NoSpread.of(List.of(of), quantity));
        }
        StudentEstimate mean = estimate.get();
        StudentEstimate off = new StudentEstimate(mean.estimate() - claim.published(), mean.standardError(), mean.degreesOfFreedom(),
                mean.method());
        double margin = claim.margin();
        boolean inside = Math.abs(off.estimate()) < margin;
        double p = inside ? off.pValueInside(-margin, margin) : 2 * Math.min(off.pValueAbove(margin), off.pValueBelow(-margin));
        double spread = Math.sqrt(Samples.variance(of.values()));
        OptionalInt seeds = SampleSize.forMean(margin - Math.abs(off.estimate()), spread, inside ? 2 * strictness.tail()
                : strictness.tail());
        String within = Quantity.bound(margin, quantity.differenceUnit()) + " either way";
        String measured = String.format(Locale.ROOT, "The mean %s of %s minus the published %s is %s",
                quantity.name(), of.name(), published,
                quantity.difference(off.interval(inside ? 2 * strictness.level() - 1 : strictness.level()),
                        "n = " + of.samples().size() + " seeds"));
        Words words = new Words(measured, "wholly within " + within + " as claimed", "wholly beyond " + within,
                "which reaches beyond " + within);
        return new Tested(Optional.of(off.interval(strictness.level())), name, inside ? "two one-sided t tests" : "t test",
                inside ? Leaning.HOLDS : Leaning.DOES_NOT_HOLD, Math.min(1, p), words, seeds,
                Optional.of(Strength.ofMean(of.values(), margin - Math.abs(off.estimate()),
                        inside ? 2 * strictness.tail() : strictness.tail())));
    }
}
