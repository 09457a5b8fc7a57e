package org.resbench.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.resbench.spec.Claim.Direction;
import org.resbench.spec.Claim.Statement.Trend;

class TrendRuleTest {
    private static final Trend RISES = trend(Direction.INCREASES);
    private static final Trend FALLS = trend(Direction.DECREASES);

    private static Trend trend(Direction direction) {
        return new Trend("test_error_percent", Scenario.family("plain"), "network.depth", direction);
    }

    private static Scenario rising() {
        return Scenario.reduced().cell("plain-110", 13.0, 13.3, 12.8).cell("plain-20", 9.9, 10.2, 10.0).cell("plain-56", 11.5, 11.2, 11.9);
    }

    /** All 27 pairs are in order, which one of 9! / 3!^3 = 1680 dealings does: p = 2 / 1680. Levels are sorted as numbers, not as given. */
    @Test void aRiseIsSeen() {
        Judgement judgement = rising().claim(RISES).judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.SEEN_AT_THIS_SCALE);
        assertThat(judgement.pValue().orElseThrow()).isEqualTo(2 / 1680.0, within(1e-12));
        assertThat(judgement.effectName()).isEqualTo("plain-110 minus plain-20");
        assertThat(judgement.effect().orElseThrow().estimate()).isEqualTo(3, within(1e-9));
    }

    @Test void aRiseIsNoFall() {
        assertThat(rising().claim(FALLS).judged().verdict()).isEqualTo(Verdict.NOT_SEEN_AT_THIS_SCALE);
    }

    @Test void aFlatLineIsInconclusive() {
        Judgement judgement = Scenario.reduced().cell("plain-20", 9.9, 10.2, 10.05).cell("plain-56", 10.0, 10.1, 9.85)
                .cell("plain-110", 9.95, 10.15, 10.3).claim(RISES).judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.seedsThatWouldSettle().orElse(1000)).isGreaterThan(3);
    }

    /** With two levels of three seeds one of 20 dealings is the most extreme, so p cannot be below 0.1. */
    @Test void tooFewSeedsForTheTestStayInconclusive() {
        Judgement judgement = Scenario.reduced().cell("plain-20", 9.9, 10.2, 10.0).cell("plain-56", 11.5, 11.2, 11.9).claim(RISES).judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.pValue().orElseThrow()).isEqualTo(0.1, within(1e-12));
    }

    /** Up, then far below its start: the ordered test is undecided, the ends are not. */
    @Test void aCurveThatEndsBelowItsStartIsNoRise() {
        Judgement judgement = Scenario.reduced().cell("plain-20", 10.0, 10.1, 10.2, 10.3).cell("plain-32", 11.0, 11.1, 11.2, 11.3)
                .cell("plain-44", 12.0, 12.1, 12.2, 12.3).cell("plain-56", 8.0, 8.11, 8.2, 8.3).claim(RISES).judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_SEEN_AT_THIS_SCALE);
    }

    @Test void aStepAgainstTheTrendIsNamed() {
        Judgement judgement = Scenario.reduced().cell("plain-20", 10.0, 10.1, 10.2, 10.3).cell("plain-32", 12.0, 12.1, 12.2, 12.3)
                .cell("plain-44", 11.0, 11.1, 11.2, 11.3).cell("plain-56", 14.0, 14.1, 14.2, 14.3).claim(RISES).judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.SEEN_AT_THIS_SCALE);
        assertThat(judgement.why()).contains("though not at every step: from 32 to 44 the change is -1.00 points");
    }

    @Test void oneSeedALevelIsInconclusive() {
        Judgement judgement = Scenario.reduced().cell("plain-20", 10.0).cell("plain-32", 11.0).cell("plain-44", 12.0).cell("plain-56", 13.0)
                .cell("plain-110", 14).claim(RISES).judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.why()).contains("one seed has no spread");
    }

    @Test void equalValuesAreInconclusive() {
        Judgement judgement = Scenario.reduced().cell("plain-20", 90, 90).cell("plain-56", 90, 90).claim(RISES).judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.why()).contains("agree to the last digit");
    }

    @Test void oneLevelIsNoTrend() {
        Judgement judgement = Scenario.reduced().cell("plain-20", 10, 11).claim(RISES).judged();
        assertThat(judgement.why())
                .isEqualTo("'within' (network.family = plain) picks 1 values of network.depth, where a trend needs two.");
    }

    @Test void twoCellsAtOneLevelAreRefused() {
        Trend everything = new Trend("test_error_percent", new org.resbench.spec.Claim.Selector(java.util.Map.of()),
                "network.depth", Direction.INCREASES);
        Judgement judgement = rising().cell("residual-20", 9, 9.1).claim(everything).judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
        assertThat(judgement.why()).isEqualTo(
                "'within' (everything) picks both plain-20 and residual-20 at network.depth 20, where it must pick one cell.");
    }
}
