package org.resbench.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.resbench.claims.Scenario.network;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.resbench.spec.Claim.Side;
import org.resbench.spec.Claim.Statement.Difference;

class DifferenceRuleTest {
    private static final String METRIC = "test_error_percent";
    /** R 4.2.2: x <- c(12.1, 12.4, 12.0, 12.6, 12.3); y <- c(9.9, 10.3, 10.1, 10.0, 10.4). */
    private static final double[] DEEP = {12.1, 12.4, 12.0, 12.6, 12.3};
    private static final double[] SHALLOW = {9.9, 10.3, 10.1, 10.0, 10.4};

    private static Difference difference(String of, String minus, Side side, double margin) {
        return new Difference(METRIC, network(of), network(minus), side, margin);
    }

    private static Judgement deepAgainstShallow(Side side, double margin) {
        return Scenario.reduced().cell("plain-56", DEEP).cell("plain-20", SHALLOW)
                .claim(difference("plain-56", "plain-20", side, margin)).judged();
    }

    /** R: t.test(x, y) gives the interval 1.812765811 to 2.467234189 and p-value = 4.378541255e-07. */
    @Test void isSeenWhenTheWholeIntervalLiesOnTheClaimedSide() {
        Judgement judgement = deepAgainstShallow(Side.ABOVE, 0);
        assertThat(judgement.verdict()).isEqualTo(Verdict.SEEN_AT_THIS_SCALE);
        assertThat(judgement.effect().orElseThrow().estimate()).isEqualTo(2.14, within(1e-9));
        assertThat(judgement.effect().orElseThrow().lower()).isEqualTo(1.812765811, within(1e-9));
        assertThat(judgement.effect().orElseThrow().upper()).isEqualTo(2.467234189, within(1e-9));
        assertThat(judgement.pValue().orElseThrow()).isEqualTo(4.378541255e-07, within(1e-16));
    }

    @Test void isNotSeenWhenTheWholeIntervalLiesOnTheOtherSide() {
        assertThat(deepAgainstShallow(Side.BELOW, 0).verdict()).isEqualTo(Verdict.NOT_SEEN_AT_THIS_SCALE);
        assertThat(deepAgainstShallow(Side.ABOVE, 3).verdict()).isEqualTo(Verdict.NOT_SEEN_AT_THIS_SCALE);
    }

    @Test void isInconclusiveWhenTheIntervalHoldsTheMargin() {
        Judgement judgement = deepAgainstShallow(Side.ABOVE, 2);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.seedsThatWouldSettle().orElseThrow()).isGreaterThan(5);
    }

    @Test void oneSeedHasNoSpread() {
        Judgement judgement = Scenario.reduced().cell("plain-56", 12).cell("plain-20", SHALLOW)
                .claim(difference("plain-56", "plain-20", Side.ABOVE, 0)).judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.effect()).isEmpty();
        assertThat(judgement.seedsThatWouldSettle()).isEqualTo(Optional.empty());
        assertThat(judgement.why()).isEqualTo("There is one seed of plain-56, and one seed has no spread; run at least two.");
    }
}
