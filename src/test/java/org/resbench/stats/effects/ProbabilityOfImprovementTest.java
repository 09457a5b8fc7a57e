package org.resbench.stats.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.resbench.stats.Interval;
import org.resbench.stats.RData;

/** Expected values: R 4.2.2; U over pairs from wilcox.test, the interval from Newcombe's formula in base R:
 * <pre>
 * nc <- function(th, m, n) { N <- (m+n)/2-1; z <- qnorm(.975); V <- function(p) p*(1-p)*(1+N*(1-p)/(2-p)+N*p/(1+p))/(m*n); e <- 1e-9
 *   lo <- if (th == 0) 0 else uniroot(function(p) th-p-z*sqrt(V(p)), c(0, th-e), tol=1e-14)$root
 *   up <- if (th == 1) 1 else uniroot(function(p) th-p+z*sqrt(V(p)), c(th+e, 1), tol=1e-14)$root; c(th, lo, up) }
 * </pre> */
class ProbabilityOfImprovementTest {
    private static final Percentage AGREES = withPercentage(1e-4);

    private static void agrees(Interval interval, double estimate, double lower, double upper) {
        assertThat(interval.estimate()).isCloseTo(estimate, AGREES);
        assertThat(interval.lower()).isCloseTo(lower, AGREES);
        assertThat(interval.upper()).isCloseTo(upper, AGREES);
    }

    @Test void agreesWithNewcombesFormula() {
        // wilcox.test(trt2, trt1)$statistic is 84: nc(84/100, 10, 10); wilcox.test(is$C, is$E[1:9])$statistic is 31: nc(31/108, 12, 9)
        agrees(ProbabilityOfImprovement.of(RData.TREATMENT_2, RData.TREATMENT_1, 0.95).interval(), 0.84,
                0.585225596865797, 0.946511727303252);
        agrees(ProbabilityOfImprovement.of(RData.SPRAY_C, Arrays.copyOf(RData.SPRAY_E, 9), 0.95).interval(),
                0.287037037037037, 0.126969991056252, 0.541357117760700);
    }

    @Test void groupsThatDoNotOverlapKeepAnInterval() {
        // nc(1, 5, 5)
        agrees(ProbabilityOfImprovement.of(new double[] {6, 7, 8, 9, 10}, new double[] {1, 2, 3, 4, 5},
                0.95).interval(), 1, 0.642702823931043, 1);
        // nc(0, 3, 7)
        agrees(ProbabilityOfImprovement.of(new double[] {1, 2, 3}, new double[] {4, 5, 6, 7, 8, 9, 10},
                0.95).interval(), 0, 0, 0.399891752418767);
    }

    /** Cliff's delta counts pairs above less pairs below: by hand, of 2 and 4 against 1, 3 and 4 three are above, two below. */
    @Test void cliffsDeltaCountsPairs() {
        Interval delta = ProbabilityOfImprovement.of(new double[] {2, 4}, new double[] {1, 3, 4}, 0.95).cliffsDelta();
        assertThat(delta.estimate()).isEqualTo(1 / 6.0, within(1e-12));
        assertThat(delta.lower()).isBetween(-1.0, delta.estimate());
    }

    @Test void oneValueEachIsAnInterval() {
        Interval interval = ProbabilityOfImprovement.of(new double[] {1}, new double[] {1}, 0.95).interval();
        assertThat(interval.estimate()).isEqualTo(0.5);
        assertThat(interval.lower()).isGreaterThanOrEqualTo(0);
        assertThat(interval.upper()).isLessThanOrEqualTo(1);
    }
}
