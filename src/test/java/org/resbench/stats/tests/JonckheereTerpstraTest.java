package org.resbench.stats.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.resbench.stats.RData;
import org.resbench.stats.tests.JonckheereTerpstra.Method;

/** Expected values: R 4.2.2. Base R has no such test; where noted they come from the definition, over every way to deal the values
 * to the groups:
 * <pre>
 * jt <- function(v, g) { s <- 0; k <- max(g)
 *   for (i in 1:(k-1)) for (j in (i+1):k) s <- s + sum(outer(v[g==i], v[g==j], function(a, b) (a<b) + 0.5*(a==b))); s }
 * deal <- function(v, n) { g <- rep(seq_along(n), n); all <- c()
 *   rec <- function(free, lab, k) { if (k > length(n)) { all <<- c(all, jt(v, lab)); return() }
 *     cm <- if (length(free) == n[k]) matrix(free) else combn(free, n[k])
 *     for (c in 1:ncol(cm)) { l <- lab; l[cm[,c]] <- k; rec(setdiff(free, cm[,c]), l, k+1) } }
 *   rec(seq_along(v), integer(length(v)), 1); o <- jt(v, g)
 *   c(o, mean(all), mean((all - mean(all))^2), mean(all >= o), mean(all <= o)) }
 * </pre> */
class JonckheereTerpstraTest {
    private static JonckheereTerpstra of(double[]... groups) {
        return JonckheereTerpstra.of(List.of(groups), new SplittableRandom(1));
    }

    /** deal(c(4.17, 5.58, 5.18, 4.81, 4.19, 4.41, 6.31, 5.12, 5.54), c(3, 3, 3)): 18 13.5 20.25 0.194047619 0.861309524. */
    @Test void isExactWithoutTies() {
        JonckheereTerpstra test = of(new double[] {4.17, 5.58, 5.18}, new double[] {4.81, 4.19, 4.41}, new double[] {6.31, 5.12, 5.54});
        assertThat(test.method()).isEqualTo(Method.EXACT);
        assertThat(test.statistic()).isEqualTo(18);
        assertThat(test.expected()).isEqualTo(13.5);
        assertThat(test.variance()).isEqualTo(20.25, within(1e-12));
        assertThat(test.pValueIncreasing()).isEqualTo(0.194047619047619, within(1e-12));
        assertThat(test.pValueDecreasing()).isEqualTo(0.861309523809524, within(1e-12));
    }

    /** wilcox.test(c(6.31, 5.12, 5.54, 5.5, 5.37), c(5.17, 4.53, 5.33, 5.14), alternative="greater", exact=TRUE). */
    @Test void isMannWhitneyForTwoGroups() {
        JonckheereTerpstra test = of(new double[] {5.17, 4.53, 5.33, 5.14}, new double[] {6.31, 5.12, 5.54, 5.50, 5.37});
        assertThat(test.statistic()).isEqualTo(17);
        assertThat(test.pValueIncreasing()).isEqualTo(0.0555555555555556, within(1e-12));
    }

    /** cor.test(c(2, 1, 4, 3, 5, 7), 1:6, method="kendall", alternative="greater", exact=TRUE). */
    @Test void isKendallForGroupsOfOne() {
        JonckheereTerpstra test = of(new double[] {2}, new double[] {1}, new double[] {4}, new double[] {3},
                new double[] {5}, new double[] {7});
        assertThat(test.pValueIncreasing()).isEqualTo(0.0277777777777778, within(1e-12));
    }

    /** deal(c(1, 2, 2, 3, 3, 3, 4, 2, 5), c(2, 3, 4)): 21.5 13 18.2698412698 0.0333333333 0.980952380952. */
    @Test void tiesCountHalfAndGoToMonteCarlo() {
        JonckheereTerpstra test = of(new double[] {1, 2}, new double[] {2, 3, 3}, new double[] {3, 4, 2, 5});
        assertThat(test.method()).isEqualTo(Method.MONTE_CARLO);
        assertThat(test.statistic()).isEqualTo(21.5);
        assertThat(test.variance()).isEqualTo(18.2698412698413, within(1e-10));
        assertThat(test.pValueIncreasing()).isEqualTo(0.0333333333333333, within(0.002));
        assertThat(test.pValueDecreasing()).isEqualTo(0.980952380952381, within(0.002));
    }

    /** PlantGrowth in the order trt1, ctrl, trt2: J = 226.5; Hollander and Wolfe's equation 6.19 gives variance 691.494252873563 and
     * z = 2.90915691957529. */
    @Test void largeSampleFormulaAgreesWithROnPlantGrowth() {
        JonckheereTerpstra test = of(RData.TREATMENT_1, RData.CONTROL, RData.TREATMENT_2);
        assertThat(test.statistic()).isEqualTo(226.5);
        assertThat(test.variance()).isEqualTo(691.494252873563, within(1e-9));
        assertThat(test.z()).isEqualTo(2.90915691957529, within(1e-9));
    }

    @Test void turningTheOrderAroundSwapsThePValues() {
        JonckheereTerpstra one = of(new double[] {1, 4}, new double[] {2, 6}, new double[] {3, 5});
        JonckheereTerpstra other = of(new double[] {3, 5}, new double[] {2, 6}, new double[] {1, 4});
        assertThat(other.pValueIncreasing()).isEqualTo(one.pValueDecreasing(), within(1e-12));
        assertThat(other.z()).isEqualTo(-one.z(), within(1e-12));
    }

    @Test void equalValuesShowNothing() {
        JonckheereTerpstra test = of(new double[] {7, 7}, new double[] {7, 7});
        assertThat(test.pValueIncreasing()).isEqualTo(1);
        assertThat(test.pValueDecreasing()).isEqualTo(1);
        assertThat(test.z()).isZero();
    }

    /** R: 1 / choose(6, 3) and 1 / (choose(12, 3) * choose(9, 3) * choose(6, 3)). */
    @Test void fewValuesBoundTheSmallestP() {
        assertThat(JonckheereTerpstra.smallestPValue(3, 3)).isEqualTo(0.05, within(1e-12));
        assertThat(JonckheereTerpstra.smallestPValue(3, 3, 3, 3)).isEqualTo(2.705628e-06, within(1e-12));
    }

    @Test void refusesWhatHasNoOrder() {
        assertThatThrownBy(() -> of(new double[] {1, 2})).hasMessageContaining("two groups");
        assertThatThrownBy(() -> of(new double[] {1}, new double[] {})).hasMessageContaining("group 2: has no values");
        assertThatThrownBy(() -> of(new double[] {1}, new double[] {2, Double.NaN})).hasMessageContaining("group 2: value 2 is NaN");
    }
}
