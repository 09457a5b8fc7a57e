package org.resbench.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.resbench.claims.Scenario.network;

import org.junit.jupiter.api.Test;
import org.resbench.spec.Claim.Side;
import org.resbench.spec.Claim.Statement.Equivalence;
import org.resbench.spec.Claim.Statement.Threshold;

/** Claims about one mean: R 4.2.2, x <- c(6.41, 6.5, 6.6, 6.3, 6.45). */
class MeanRulesTest {
    private static final double[] ERRORS = {6.41, 6.5, 6.6, 6.3, 6.45};

    private static Judgement threshold(Side side, double value, double... errors) {
        return Scenario.reduced().cell("residual-110", errors)
                .claim(new Threshold("test_error_percent", network("residual-110"), side, value)).judged();
    }

    private static Judgement equivalence(double published, double margin, double... errors) {
        return Scenario.paper().cell("residual-110", errors)
                .claim(new Equivalence("test_error_percent", network("residual-110"), published, margin)).judged();
    }

    @Test void aThresholdIsDecidedByTheInterval() {
        Judgement judgement = threshold(Side.BELOW, 7, ERRORS);
        assertThat(judgement.verdict()).isEqualTo(Verdict.SEEN_AT_THIS_SCALE);
        assertThat(judgement.effect().orElseThrow().lower()).isEqualTo(6.31446083913, within(1e-8)); // t.test(x)$conf.int
        assertThat(judgement.effect().orElseThrow().upper()).isEqualTo(6.58953916087, within(1e-8));
        assertThat(judgement.pValue().orElseThrow()).isEqualTo(0.000379735687198, within(1e-9)); // t.test(x, mu=7)
        assertThat(threshold(Side.ABOVE, 7, ERRORS).verdict()).isEqualTo(Verdict.NOT_SEEN_AT_THIS_SCALE);
        assertThat(threshold(Side.BELOW, 6.5, ERRORS).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(threshold(Side.BELOW, 6.5, ERRORS).seedsThatWouldSettle().orElseThrow()).isGreaterThan(5);
    }

    @Test void oneSeedOrNoSpreadLeavesAThresholdOpen() {
        assertThat(threshold(Side.BELOW, 7, 6.4).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(threshold(Side.BELOW, 7, 6.4, 6.4, 6.4).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(threshold(Side.BELOW, 7, 0.3, 0.1 + 0.2, 0.3).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test void equivalenceNeedsTheNinetyPercentIntervalInside() {
        Judgement judgement = equivalence(6.43, 0.2, ERRORS);
        assertThat(judgement.verdict()).isEqualTo(Verdict.REPRODUCED);
        // max(t.test(x, mu=6.23, alternative="greater")$p.value, t.test(x, mu=6.63, alternative="less")$p.value)
        assertThat(judgement.pValue().orElseThrow()).isEqualTo(0.0114480916508, within(1e-9));
        assertThat(equivalence(6.43, 0.1, ERRORS).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(equivalence(6.43, 0.1, ERRORS).seedsThatWouldSettle().orElseThrow()).isGreaterThan(5);
    }

    @Test void equivalenceIsDeniedWhenTheIntervalIsOutside() {
        Judgement judgement = equivalence(7.5, 0.5, ERRORS);
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(judgement.pValue().orElseThrow()).isEqualTo(0.000379735687198, within(1e-9)); // t.test(x, mu=7)
        assertThat(equivalence(6.43 + 0.6, 0.5, ERRORS).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }
}
