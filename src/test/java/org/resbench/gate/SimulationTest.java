package org.resbench.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.resbench.gate.Simulation.Rates;
import org.resbench.gate.Simulation.Truth;

/** Error rates of a whole check, as the issue of this gate demands them, over 10,000 simulated checks each. A share of 5 % then has a
 * standard error of 0.22 points, one of 80 % of 0.4 points; bounds leave three of these. */
class SimulationTest {
    private static final double THREE_ERRORS_OF_5_PERCENT = 0.0066;

    private static Rates rates(Truth truth) {
        return Simulation.of(truth, Simulation.REPEATS, Simulation.policy());
    }

    static Stream<Truth> unchangedCode() {
        return Stream.of(new Truth(1, 3, 3, 0.16, 0.16, 0), new Truth(1, 5, 5, 0.3, 0.3, 0), new Truth(4, 5, 5, 0.16, 0.16, 0),
                new Truth(4, 10, 3, 0.16, 0.16, 0), new Truth(16, 5, 5, 0.3, 0.3, 0));
    }

    @ParameterizedTest @MethodSource("unchangedCode") void falseAlarmsStayAtTheStatedLevel(Truth truth) {
        assertThat(rates(truth).regression()).isLessThanOrEqualTo(Policy.LEVEL + THREE_ERRORS_OF_5_PERCENT).isGreaterThan(0.03);
    }

    /** What docs/gate.md states beyond the level: a change that leaves the mean and nearly doubles the spread. With as many seeds as the
     * baseline has it
     * is called a regression in less than 7 %; with three seeds against ten far more often, and there Welch's test, which the output
     * shows, doubts it. */
    @Test void aSpreadThatNearlyDoublesRaisesAlarmsAsStated() {
        assertThat(rates(new Truth(1, 5, 5, 0.16, 0.3, 0)).regression()).isLessThan(0.07).isGreaterThan(Policy.LEVEL);
        assertThat(rates(new Truth(16, 5, 5, 0.16, 0.3, 0)).regression()).isLessThan(0.07 + THREE_ERRORS_OF_5_PERCENT);
        assertThat(rates(new Truth(1, 10, 3, 0.16, 0.3, 0)).regression()).isBetween(0.1, 0.14);
    }

    @Test void halfAPointIsSeenInMostChecksWithFiveSeeds() {
        assertThat(rates(new Truth(1, 5, 5, 0.16, 0.16, 0.5)).regression()).isGreaterThan(0.99);
        assertThat(rates(new Truth(4, 5, 5, 0.16, 0.16, 0.5)).regression()).isGreaterThan(0.95);
        assertThat(rates(new Truth(16, 5, 5, 0.16, 0.16, 0.5)).regression()).isGreaterThan(0.8);
    }

    static Stream<Truth> losses() {
        return Stream.of(new Truth(1, 3, 3, 0.16, 0.16, 0.3), new Truth(4, 5, 5, 0.16, 0.16, 0.3), new Truth(4, 5, 5, 0.3, 0.3, 0.5),
                new Truth(16, 3, 3, 0.16, 0.16, 0.5), new Truth(4, 10, 3, 0.16, 0.16, 0.3), new Truth(16, 10, 10, 0.3, 0.3, 0.5));
    }

    @ParameterizedTest @MethodSource("losses") void powerIsWithinTwoPointsOfTheoryAtTheCorrectedLevel(Truth truth) {
        assertThat(rates(truth).seen()).isEqualTo(truth.theory(Policy.LEVEL), within(0.02));
    }

    /** R: {@code power.t.test(n=5, delta=0.5, sd=0.16, sig.level=0.05/4, alternative="one.sided")$power}. */
    @Test void theoryIsThatOfR() {
        assertThat(new Truth(4, 5, 5, 0.16, 0.16, 0.5).theory(0.05)).isEqualTo(0.9688424288, within(1e-6));
    }

    @Test void aLossOfTheMarginHardlyEverPasses() {
        assertThat(rates(new Truth(1, 5, 5, 0.16, 0.16, 0.5)).pass()).isLessThan(0.01);
        assertThat(rates(new Truth(1, 3, 3, 0.3, 0.3, 0.5)).pass()).isLessThanOrEqualTo(Policy.LEVEL + THREE_ERRORS_OF_5_PERCENT);
    }

    @Test void unchangedCodePassesWithFiveSeeds() {
        assertThat(rates(new Truth(1, 5, 5, 0.16, 0.16, 0)).pass()).isGreaterThan(0.94);
        assertThat(rates(new Truth(4, 5, 5, 0.16, 0.16, 0)).pass()).isGreaterThan(0.94);
    }
}
