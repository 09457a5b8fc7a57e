package org.resbench.claims;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.resbench.claims.Finding.Leaning;
import org.resbench.claims.Finding.Tested;
import org.resbench.claims.Finding.Untested;
import org.resbench.spec.Claim.Direction;
import org.resbench.spec.Claim.Statement.Trend;
import org.resbench.stats.Samples;
import org.resbench.stats.StudentEstimate;
import org.resbench.stats.power.NormalPower;
import org.resbench.stats.power.SampleSize;
import org.resbench.stats.tests.JonckheereTerpstra;

/** A metric along an axis, by the Jonckheere-Terpstra test. The claim holds if the test finds a trend in the claimed direction (two-sided
 * 5 %, so 2.5 % on that side). It does not hold if the test finds the opposite trend, or Welch's test of the last level against the
 * first does: a curve that rises and then falls below its start is no rise. With two ways to deny it, the smaller one-sided p is
 * doubled, so that a true claim is denied in at most 5 % of experiments. The effect shown is last level minus first. A trend that
 * holds need not hold at every step; steps that go the other way beyond chance are named. */
final class TrendRule {
    /** Ties and large samples are decided by random relabelling; one seed makes the same report every time. */
    private static final long RELABELLING_SEED = 20151210;

    private TrendRule() {}

    /** @param levels cells in the axis' order, at least two @param strictness of intervals and of planning */
    static Finding find(Trend claim, List<Cell> levels, Strictness strictness) {
        TrendWords words = new TrendWords(claim, levels, strictness.level());
        Optional<String> noSpread = noSpread(levels, Quantity.of(claim.metric()));
        if (noSpread.isPresent()) {
            return new Untested(Optional.empty(), words.effectName(), noSpread.get());
        }
        JonckheereTerpstra test = JonckheereTerpstra.of(levels.stream().map(Cell::values).toList(), new SplittableRandom(RELABELLING_SEED));
        Optional<StudentEstimate> ends = StudentEstimate.ofDifference(levels.get(levels.size() - 1).values(), levels.get(0).values());
        boolean rises = claim.direction() == Direction.INCREASES;
        double holding = rises ? test.pValueIncreasing() : test.pValueDecreasing();
        double denying = Math.min(rises ? test.pValueDecreasing() : test.pValueIncreasing(),
                ends.map(change -> rises ? change.pValueBelow(0) : change.pValueAbove(0)).orElse(1.0));
        boolean contradicted = 2 * denying <= 1 - strictness.level();
        boolean holds = !contradicted && holding <= denying;
        double seedsPerLevel = levels.stream().mapToInt(level -> level.samples().size()).average().orElseThrow();
        return new Tested(ends.map(change -> change.interval(strictness.level())), words.effectName(), "Jonckheere-Terpstra test",
                holds ? Leaning.HOLDS : Leaning.DOES_NOT_HOLD, Math.min(1, 2 * (holds ? holding : denying)), words.of(ends),
                test.z() == 0 ? OptionalInt.empty() : SampleSize.fromZ(test.z(), seedsPerLevel, strictness.tail()),
                strength(levels, ends, test.z(), strictness));
    }

    /** Power by the normal approximation, as for the seeds that would settle it; the size is that of the change from end to end. */
    private static Optional<Strength> strength(List<Cell> levels, Optional<StudentEstimate> ends, double z, Strictness strictness) {
        return Optional.of(new Strength(ends
                .flatMap(change -> Strength.ofDifference(levels.get(levels.size() - 1).values(), levels.get(0).values(),
                        change.estimate(), strictness.tail()).standardizedEffect()),
                NormalPower.of(z, strictness.tail()), Optional.empty()));
    }

    /** The test needs no spread within the levels, only values that are not all alike; still, one seed a level says nothing of what
     * another would have given. */
    private static Optional<String> noSpread(List<Cell> levels, Quantity quantity) {
        Optional<Cell> thin = levels.stream().filter(level -> level.samples().size() < 2).findFirst();
        if (thin.isPresent()) {
            return Optional.of(NoSpread.of(List.of(thin.get()), quantity));
        }
        return Samples.isConstant(levels.stream().flatMapToDouble(level -> Arrays.stream(level.values())).toArray())
                ? Optional.of(NoSpread.of(levels, quantity)) : Optional.empty();
    }
}
