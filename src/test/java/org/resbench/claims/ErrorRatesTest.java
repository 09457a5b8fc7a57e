package org.resbench.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.resbench.claims.Scenario.network;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.resbench.claims.Finding.Leaning;
import org.resbench.claims.Finding.Tested;
import org.resbench.spec.Claim.Direction;
import org.resbench.spec.Claim.Side;
import org.resbench.spec.Claim.Statement.Difference;
import org.resbench.spec.Claim.Statement.Equivalence;
import org.resbench.spec.Claim.Statement.Trend;

/** How often a verdict is wrong, or right, over many experiments whose truth is known. The standard deviation over seeds, 0.16 points,
 * is that of ResNet-110 on CIFAR-10 (He et al. 2015, table 6: 6.61 +- 0.16 over five runs). 2,000 experiments: the standard error
 * of a rate of 2.5 % is 0.35 %, of 80 % 0.9 %; bounds are three of these away. */
class ErrorRatesTest {
    private static final int EXPERIMENTS = 2_000;
    private static final double SPREAD = 0.16;
    private final RandomGenerator random = new SplittableRandom(2015);

    private double[] seeds(int n, double mean, double spread) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> mean + spread * random.nextGaussian());
        return values;
    }

    /** @return share of experiments whose claim holds, and share of those whose claim does not, for an experiment of one claim */
    private static double[] rates(Supplier<Finding> experiment) {
        int holds = 0;
        int denied = 0;
        for (int i = 0; i < EXPERIMENTS; i++) {
            Tested tested = (Tested) experiment.get();
            boolean decided = tested.pValue() <= 1 - Judge.LEVEL;
            holds += decided && tested.leansTo() == Leaning.HOLDS ? 1 : 0;
            denied += decided && tested.leansTo() == Leaning.DOES_NOT_HOLD ? 1 : 0;
        }
        return new double[] {holds / (double) EXPERIMENTS, denied / (double) EXPERIMENTS};
    }

    private static Cell cell(String name, double[] values) {
        return new Cell(name, name, Arrays.stream(values).mapToObj(value -> new Cell.Sample(null, null, null, value)).toList(), List.of());
    }

    private Finding difference(int n, double truth, double spreadDeep) {
        return DifferenceRule.find(new Difference("test_error_percent", network("plain-56"), network("plain-20"), Side.ABOVE, 0),
                cell("plain-56", seeds(n, 10 + truth, spreadDeep)), cell("plain-20", seeds(n, 10, SPREAD)), Strictness.usual());
    }

    private Finding trend(int n, Direction claimed, double... means) {
        List<Cell> levels = Arrays.stream(means).mapToObj(mean -> cell("plain", seeds(n, mean, SPREAD))).toList();
        return TrendRule.find(new Trend("test_error_percent", Scenario.family("plain"), "network.depth", claimed), levels,
                Strictness.usual());
    }

    @Test void noDifferenceIsClaimedInFivePercentOfExperiments() {
        double[] rates = rates(() -> difference(5, 0, SPREAD));
        assertThat(rates[0]).isEqualTo(0.025, within(0.0105));
        assertThat(rates[1]).isEqualTo(0.025, within(0.0105));
    }

    /** Welch's test is known to be slightly liberal for three values a group and very unequal spread. */
    @Test void unequalSpreadHardlyRaisesTheErrorRate() {
        double[] rates = rates(() -> difference(3, 0, 10 * SPREAD));
        assertThat(rates[0]).isLessThan(0.03 + 0.0115);
        assertThat(rates[1]).isLessThan(0.03 + 0.0115);
    }

    /** R: power.t.test(n=5, delta=0.35, sd=0.16)$power = 0.8562 (Welch loses a little to unequal sample variances). */
    @Test void aDifferenceIsSeenAsOftenAsTheorySays() {
        double[] rates = rates(() -> difference(5, 0.35, SPREAD));
        assertThat(rates[0]).isEqualTo(0.8562, within(0.03));
        assertThat(rates[1]).isLessThan(0.005);
    }

    private Finding equivalence(int n, double truth) {
        return EquivalenceRule.find(new Equivalence("test_error_percent", network("residual-110"), 6.43, 0.5),
                cell("residual-110", seeds(n, 6.43 + truth, SPREAD)), Strictness.usual());
    }

    /** At the margin itself: inside by mistake in 5 % (one-sided), outside by mistake in 2.5 %. */
    @Test void equivalenceAtItsMarginIsDecidedWrongAsRarelyAsStated() {
        double[] rates = rates(() -> equivalence(5, 0.5));
        assertThat(rates[0]).isEqualTo(0.05, within(0.0146));
        assertThat(rates[1]).isEqualTo(0.025, within(0.0105));
    }

    /** Equal to the published value, and one point off. */
    @Test void equivalenceIsFoundAndDenied() {
        assertThat(rates(() -> equivalence(5, 0))[0]).isGreaterThan(0.95);
        assertThat(rates(() -> equivalence(5, 1))[1]).isGreaterThan(0.95);
    }

    @Test void noTrendIsSeenInAtMostTwoAndAHalfPercentOfExperiments() {
        double[] rates = rates(() -> trend(3, Direction.INCREASES, 10, 10, 10, 10));
        assertThat(rates[0]).isLessThan(0.025 + 0.0105).isGreaterThan(0.005);
        assertThat(rates[1]).isLessThan(0.05 + 0.0146);
    }

    /** A rise too small to be seen must not be denied in more than 5 % of experiments. */
    @Test void aTrueTrendIsHardlyEverDenied() {
        double[] rates = rates(() -> trend(3, Direction.INCREASES, 10, 10.001, 10.002, 10.003));
        assertThat(rates[1]).isLessThan(0.05 + 0.0146);
    }

    /** Steps of two standard deviations over four depths with three seeds. */
    @Test void aClearTrendIsSeen() {
        double[] rates = rates(() -> trend(3, Direction.DECREASES, 10.96, 10.64, 10.32, 10));
        assertThat(rates[0]).isGreaterThan(0.99);
        assertThat(rates[1]).isZero();
    }
}
