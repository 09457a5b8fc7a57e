package org.resbench.claims;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.resbench.claims.Finding.Leaning;
import org.resbench.claims.Finding.Tested;
import org.resbench.claims.Finding.Untested;
import org.resbench.claims.Finding.Words;
import org.resbench.spec.Claim.Direction;
import org.resbench.spec.Claim.Statement.Trend;
import org.resbench.stats.Interval;
import org.resbench.stats.JonckheereTerpstra;
import org.resbench.stats.SampleSize;
import org.resbench.stats.Samples;
import org.resbench.stats.StudentEstimate;

/** A metric along an axis, by the Jonckheere-Terpstra test. The claim holds if the test finds a trend in the claimed direction (two-sided
 * 5 %, so 2.5 % on that side). It does not hold if the test finds the opposite trend, or Welch's test of the last level against the
 * first does: a curve that rises and then falls below its start is no rise. With both ways to deny it, the smaller one-sided p is
 * doubled, so that a true claim is denied in at most 5 % of experiments. The effect shown is last level minus first. */
final class TrendRule {
    /** Ties and large samples are decided by random relabelling; one seed makes the same report every time. */
    private static final long RELABELLING_SEED = 20151210;

    private TrendRule() {}

    /** @param levels cells in the axis' order, at least two @param tail rejection probability to plan seeds for */
    static Finding find(Trend claim, List<Cell> levels, double tail) {
        Quantity quantity = Quantity.of(claim.metric());
        Cell first = levels.get(0);
        Cell last = levels.get(levels.size() - 1);
        String name = last.name() + " minus " + first.name();
        Optional<Cell> thin = levels.stream().filter(level -> level.samples().size() < 2).findFirst();
        boolean allEqual = Samples.isConstant(levels.stream().flatMapToDouble(cell -> java.util.Arrays.stream(cell.values())).toArray());
        if (thin.isPresent() || allEqual) {
            return new Untested(Optional.empty(), name, NoSpread.of(thin.map(List::of).orElse(levels), quantity).orElseThrow());
        }
        JonckheereTerpstra test = JonckheereTerpstra.of(levels.stream().map(Cell::values).toList(), new SplittableRandom(RELABELLING_SEED));
        Optional<StudentEstimate> ends = StudentEstimate.ofDifference(last.values(), first.values());
        boolean rises = claim.direction() == Direction.INCREASES;
        double holding = rises ? test.pValueIncreasing() : test.pValueDecreasing();
        double denying = Math.min(rises ? test.pValueDecreasing() : test.pValueIncreasing(),
                ends.map(change -> rises ? change.pValueBelow(0) : change.pValueAbove(0)).orElse(1.0));
        boolean holds = holding <= denying;
        double perLevel = levels.stream().mapToInt(level -> level.samples().size()).average().orElseThrow();
        Optional<Interval> effect = ends.map(change -> change.interval(Interval.LEVEL));
        return new Tested(effect, name, "Jonckheere-Terpstra test", holds ? Leaning.HOLDS : Leaning.DOES_NOT_HOLD,
                Math.min(1, 2 * Math.min(holding, denying)), words(claim, quantity, levels, effect),
                test.z() == 0 ? java.util.OptionalInt.empty() : SampleSize.fromZ(test.z(), perLevel, tail));
    }

    private static Words words(Trend claim, Quantity quantity, List<Cell> levels, Optional<Interval> effect) {
        String means = levels.stream().map(level -> Quantity.decimal(Samples.mean(level.values()), 2)).collect(Collectors.joining(", "));
        String names = levels.stream().map(Cell::level).collect(Collectors.joining(", "));
        String seeds = levels.stream().map(level -> Integer.toString(level.samples().size())).distinct().count() == 1
                ? "n = " + levels.get(0).samples().size() + " seeds each"
                : "n = " + levels.stream().map(level -> Integer.toString(level.samples().size())).collect(Collectors.joining(", ")) + " seeds";
        String change = effect.map(interval -> ", last minus first " + quantity.difference(interval)).orElse("");
        String measured = String.format(Locale.ROOT, "At %s %s the mean %s is %s%s (%s)%s", claim.axis(), names, quantity.name(), means,
                quantity.unit(), seeds, change);
        boolean rises = claim.direction() == Direction.INCREASES;
        return new Words(measured, "a " + (rises ? "rise" : "fall") + " as claimed",
                "a " + (rises ? "fall" : "rise") + " where the claim says " + (rises ? "rise" : "fall"), "neither a rise nor a fall beyond chance");
    }
}
