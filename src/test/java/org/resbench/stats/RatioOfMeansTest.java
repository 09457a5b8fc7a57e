package org.resbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values follow Fieller's definition, not its closed form: at each bound r of the interval the t statistic of {@code mean(a) - r mean(b)} is
 * the 97.5 % quantile of t with Welch's degrees of freedom at the observed ratio. With R's PlantGrowth, a = trt2 and b = ctrl:
 * {@code va <- var(a)/10; vb <- var(b)/10; r <- mean(a)/mean(b); df <- (va+r^2*vb)^2/(va^2/9+(r^2*vb)^2/9); qt(.975, df)}. */
class RatioOfMeansTest {
    private static final double[] CTRL = {4.17, 5.58, 5.18, 6.11, 4.50, 4.61, 5.17, 4.53, 5.33, 5.14};
    private static final double[] TRT2 = {6.31, 5.12, 5.54, 5.50, 5.37, 5.29, 4.92, 6.15, 5.80, 5.26};

    @Test void theBoundsAreWhereTheTestTurns() {
        Interval ratio = RatioOfMeans.interval(TRT2, CTRL, 0.95).orElseThrow();
        assertThat(ratio.estimate()).isCloseTo(5.526 / 5.032, within(1e-12));
        double va = Samples.variance(TRT2) / 10;
        double vb = Samples.variance(CTRL) / 10;
        double scaled = ratio.estimate() * ratio.estimate() * vb;
        double freedom = (va + scaled) * (va + scaled) / (va * va / 9 + scaled * scaled / 9);
        double quantile = new org.apache.commons.math3.distribution.TDistribution(freedom).inverseCumulativeProbability(0.975);
        for (double bound : new double[] {ratio.lower(), ratio.upper()}) {
            double t = (5.526 - bound * 5.032) / Math.sqrt(va + bound * bound * vb);
            assertThat(Math.abs(t)).isCloseTo(quantile, within(1e-9));
        }
    }

    /** A ratio is above 1 just when the difference is above 0. */
    @Test void itTurnsWithWelchsTestAtOne() {
        Interval ratio = RatioOfMeans.interval(TRT2, CTRL, 0.95).orElseThrow();
        assertThat(ratio.isAbove(1)).isEqualTo(StudentEstimate.ofDifference(TRT2, CTRL).orElseThrow().interval(0.95).isAbove(0)).isTrue();
    }

    @Test void aDenominatorThatMayBeZeroGivesNoInterval() {
        assertThat(RatioOfMeans.interval(CTRL, new double[] {-1, 1.5, 0.2}, 0.95)).isEmpty();
        assertThat(RatioOfMeans.interval(CTRL, new double[] {2}, 0.95)).isEmpty();
        assertThat(RatioOfMeans.interval(new double[] {2, 2}, new double[] {1, 1}, 0.95)).isEmpty();
    }
}
