package org.resbench.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.resbench.claims.Scenario.network;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.resbench.spec.Claim.Side;
import org.resbench.spec.Claim.Statement.Difference;
import org.resbench.spec.Claim.Statement.Ratio;
import org.resbench.spec.Claim.Statement.Sooner;

/** Ratios and convergence. Data sets are R's. */
class RatioAndSoonerTest {
    private static final double[] CTRL = {4.17, 5.58, 5.18, 6.11, 4.50, 4.61, 5.17, 4.53, 5.33, 5.14};
    private static final double[] TRT2 = {6.31, 5.12, 5.54, 5.50, 5.37, 5.29, 4.92, 6.15, 5.80, 5.26};

    /** {@code t.test(trt2, ctrl)$p.value} is 0.0478993: a ratio against 1 is the difference against 0. */
    @Test void aRatioAgainstOneIsWelchsTest() {
        Judgement judged = Scenario.reduced().cell("plain-20", CTRL).cell("plain-32", TRT2)
                .claim(new Ratio("test_error_percent", network("plain-32"), network("plain-20"), Side.ABOVE, 1)).judged();
        assertThat(judged.pValue().orElseThrow()).isCloseTo(0.0478993, within(1e-6));
        assertThat(judged.verdict()).isEqualTo(Verdict.SEEN_AT_THIS_SCALE);
        assertThat(judged.effect().orElseThrow().estimate()).isCloseTo(5.526 / 5.032, within(1e-12));
        assertThat(judged.why()).contains("over that of plain-20 is 1.10", "wholly above 1 as claimed");
    }

    @Test void aRatioNeedsValuesAboveZero() {
        Judgement judged = Scenario.reduced().cell("plain-20", 0, 1).cell("plain-32", 2, 3)
                .claim(new Ratio("test_error_percent", network("plain-32"), network("plain-20"), Side.ABOVE, 1)).judged();
        assertThat(judged.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged.why()).contains("above zero");
    }

    @Test void theRunThatGetsThereInFewerIterationsIsTheSoonerOne() {
        Judgement judged = sooner(new double[] {300, 310, 290}, new double[] {500, 520, 480});
        assertThat(judged.verdict()).isEqualTo(Verdict.SEEN_AT_THIS_SCALE);
        assertThat(judged.effect().orElseThrow().estimate()).isCloseTo(-200, within(1e-9));
        assertThat(sooner(new double[] {500, 520, 480}, new double[] {300, 310, 290}).verdict()).isEqualTo(Verdict.NOT_SEEN_AT_THIS_SCALE);
    }

    /** {@code wilcox.test(1:5, 6:10)$p.value} is 0.007936508: never comes after every iteration. */
    @Test void whoNeverGetsThereComesLast() {
        Judgement judged = sooner(new double[] {100, 110, 120, 130, 140}, new double[] {150, 160, 170, never(), never()});
        assertThat(judged.verdict()).isEqualTo(Verdict.SEEN_AT_THIS_SCALE);
        assertThat(judged.pValue().orElseThrow()).isCloseTo(0.007936508, within(1e-9));
        assertThat(judged.effect()).isEmpty();
        assertThat(judged.why()).contains("150, 160, 170, never, never for the seeds of plain-32");
    }

    /** With three seeds a cell perfect order has p = 0.1. */
    @Test void threeSeedsOfWhichOneNeverGetsThereDecideNothing() {
        assertThat(sooner(new double[] {100, 110, 120}, new double[] {150, 160, never()}).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    /** {@code power.t.test(n=10, delta=0.494, sd=s, sig.level=0.05)} with s the pooled standard deviation, whose two variances differ
     * little. */
    @Test void aTestedClaimSaysWhatItCouldHaveSeen() {
        Judgement judged = Scenario.reduced().cell("plain-20", CTRL).cell("plain-32", TRT2)
                .claim(new Difference("test_error_percent", network("plain-32"), network("plain-20"), Side.ABOVE, 0)).judged();
        Strength strength = judged.strength().orElseThrow();
        assertThat(strength.standardizedEffect().orElseThrow()).isCloseTo(0.914, within(0.001));
        assertThat(strength.power()).isBetween(0.51, 0.54);
        assertThat(strength.smallestDetectable().orElseThrow()).isGreaterThan(0.494);
    }

    private static double never() {
        return Double.POSITIVE_INFINITY;
    }

    /** Each value is the iteration at which a seed's test error was first 10 %. */
    private static Judgement sooner(double[] first, double[] second) {
        Scenario scenario = Scenario.reduced();
        DoubleStream.of(first).forEach(at -> scenario.reaching("plain-20", 10, at));
        DoubleStream.of(second).forEach(at -> scenario.reaching("plain-32", 10, at));
        return scenario.claim(new Sooner("test_error_percent", network("plain-20"), network("plain-32"), 10)).judged();
    }
}
