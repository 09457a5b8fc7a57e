package org.resbench.claims;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.resbench.claims.Finding.Leaning;
import org.resbench.claims.Finding.Tested;
import org.resbench.claims.Finding.Untested;
import org.resbench.claims.Finding.Words;
import org.resbench.spec.Claim.Side;
import org.resbench.spec.Claim.Statement.Sooner;
import org.resbench.stats.Interval;
import org.resbench.stats.Samples;
import org.resbench.stats.StudentEstimate;
import org.resbench.stats.power.SampleSize;
import org.resbench.stats.tests.MannWhitney;

/** Whether one cell reaches an error in fewer iterations than another: by Welch's t test of the iterations when every run reached it, else
 * by the Mann-Whitney test, in which a run that never did comes after all that did. */
final class SoonerRule {
    private static final double NEVER = 1e300;

    private SoonerRule() {}

    /** @param strictness of intervals and of planning */
    static Finding find(Sooner claim, Cell of, Cell than, Strictness strictness) {
        Quantity quantity = new Quantity("number of iterations until the " + Quantity.of(claim.metric()).name() + " was first at most "
                + Quantity.bound(claim.errorPercent(), " %"), "", " iterations");
        String name = of.name() + " minus " + than.name();
        if (of.samples().size() < 2 || than.samples().size() < 2) {
            return new Untested(Optional.empty(), name, NoSpread.of(List.of(of, than), quantity));
        }
        boolean all = Arrays.stream(of.values()).allMatch(Double::isFinite) && Arrays.stream(than.values()).allMatch(Double::isFinite);
        return all ? byMeans(quantity, name, of, than, strictness) : byRanks(quantity, name, of, than);
    }

    private static Finding byMeans(Quantity quantity, String name, Cell of, Cell than, Strictness strictness) {
        double[] first = of.values();
        double[] second = than.values();
        Optional<StudentEstimate> estimate = StudentEstimate.ofDifference(first, second);
        if (estimate.isEmpty()) {
            return new Untested(Optional.empty(), name, NoSpread.of(List.of(of, than), quantity));
        }
        StudentEstimate difference = estimate.get();
        Interval interval = difference.interval(strictness.level());
        String measured = "The mean " + quantity.name() + " of " + of.name() + " minus that of " + than.name() + " is "
                + quantity.difference(interval, "n = " + first.length + " and " + second.length + " seeds");
        return new Tested(Optional.of(interval), name, "Welch t test", difference.estimate() < 0 ? Leaning.HOLDS : Leaning.DOES_NOT_HOLD,
                difference.pValue(0), Words.aboutSide(measured, Side.BELOW, "zero"),
                SampleSize.forDifference(difference.estimate(), spread(first), spread(second), strictness.tail()),
                Optional.of(Strength.ofDifference(first, second, difference.estimate(), strictness.tail())));
    }

    private static Finding byRanks(Quantity quantity, String name, Cell of, Cell than) {
        MannWhitney test = MannWhitney.of(finite(of), finite(than));
        double p = Math.min(1, 2 * Math.min(test.pValues().less(), test.pValues().greater()));
        boolean holds = test.pValues().less() < test.pValues().greater();
        String measured = "The " + quantity.name() + " is " + list(of) + " and " + list(than);
        Words words = new Words(measured, "so " + of.name() + " is the sooner one as claimed", "so " + than.name() + " is the sooner one",
                "which decides nothing");
        return new Tested(Optional.empty(), name, "Mann-Whitney test", holds ? Leaning.HOLDS : Leaning.DOES_NOT_HOLD,
                p, words, OptionalInt.empty(), Optional.empty());
    }

    private static double[] finite(Cell cell) {
        return Arrays.stream(cell.values()).map(value -> Double.isFinite(value) ? value : NEVER).toArray();
    }

    private static String list(Cell cell) {
        return Arrays.stream(cell.values()).mapToObj(value -> Double.isFinite(value) ? Quantity.bound(value, "") : "never")
                .collect(Collectors.joining(", "))
                + " for the seeds of " + cell.name();
    }

    private static double spread(double[] values) {
        return Samples.isConstant(values) ? 0 : Math.sqrt(Samples.variance(values));
    }
}
