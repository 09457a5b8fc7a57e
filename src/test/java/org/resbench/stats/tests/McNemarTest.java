package org.resbench.stats.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.resbench.stats.Interval;

/** Expected values: R 4.2.2, the command beside each. The counts are those of {@code example(mcnemar.test)}, Agresti 1990, page 350. */
class McNemarTest {
    private static final Percentage AGREES = withPercentage(1e-4);
    private static final McNemar APPROVAL = new McNemar(794, 86, 150, 570);

    @Test void chiSquaredAgreesWithR() {
        assertThat(APPROVAL.chiSquared()).isCloseTo(16.81779661017, AGREES); // mcnemar.test(matrix(c(794, 86, 150, 570), 2))
        assertThat(APPROVAL.chiSquaredPValue()).isCloseTo(4.11456228134594e-05, AGREES);
    }

    @Test void exactAgreesWithR() {
        assertThat(APPROVAL.exactPValue()).isCloseTo(3.71593613957143e-05, AGREES); // binom.test(86, 236)
        assertThat(new McNemar(20, 2, 7, 2).exactPValue()).isCloseTo(0.1796875, AGREES); // binom.test(2, 9)
    }

    @Test void midPAgreesWithItsDefinition() {
        assertThat(APPROVAL.midPValue()).isCloseTo(2.89338951761547e-05, AGREES); // 2 * pbinom(86, 236, .5) - dbinom(86, 236, .5)
        assertThat(new McNemar(20, 7, 2, 2).midPValue()).isCloseTo(0.1093750, AGREES); // 2 * pbinom(2, 9, .5) - dbinom(2, 9, .5)
        assertThat(new McNemar(20, 4, 4, 2).midPValue()).isCloseTo(0.86328125, AGREES); // 1 - dbinom(4, 8, .5) / 2
    }

    /** Newcombe 1998, method 10, in base R, for counts of images that both, only the first, only the second and neither got wrong:
     * <pre>
     * newc <- function(a, b, c, d) { n <- a+b+c+d; p1 <- (a+b)/n; p2 <- (a+c)/n; th <- p1-p2
     *   W <- function(x) prop.test(x, n, correct=FALSE)$conf.int; l <- W(a+b); u <- W(a+c)
     *   k <- a*d-b*c; s <- sqrt((a+b)*(c+d)*(a+c)*(b+d)); phi <- if (s == 0) 0 else (if (k > 0) max(0, k-n/2) else k)/s
     *   c(th, th-sqrt((p1-l[1])^2-2*phi*(p1-l[1])*(u[2]-p2)+(u[2]-p2)^2), th+sqrt((l[2]-p1)^2-2*phi*(l[2]-p1)*(p2-u[1])+(p2-u[1])^2)) }
     * </pre> */
    @Test void intervalAgreesWithItsFormula() {
        agrees(new McNemar(794, 150, 86, 570).difference(0.95), 0.04, 0.0212304239828771, 0.0587038728957290); // newc(570, 150, 86, 794)
        agrees(new McNemar(20, 7, 2, 2).difference(0.95), 0.1612903225806452, -0.0367244521813903, 0.3481381932942509); // newc(2, 7, 2, 20)
        agrees(new McNemar(12, 5, 8, 0).difference(0.95), -0.12, -0.376425532453422, 0.159113355154273); // newc(0, 5, 8, 12)
    }

    private static void agrees(Interval interval, double estimate, double lower, double upper) {
        assertThat(interval.estimate()).isCloseTo(estimate, AGREES);
        assertThat(interval.lower()).isCloseTo(lower, AGREES);
        assertThat(interval.upper()).isCloseTo(upper, AGREES);
    }

    @Test void countsImagesByWhoWasWrong() {
        int[] labels = {0, 1, 2, 3, 4, 5};
        McNemar test = McNemar.ofPredictions(labels, new int[] {0, 1, 2, 0, 0, 0}, new int[] {0, 1, 0, 3, 4, 0});
        assertThat(test).isEqualTo(new McNemar(2, 2, 1, 1));
        assertThat(test.images()).isEqualTo(6);
        assertThat(test.discordant()).isEqualTo(3);
    }

    @Test void equalPredictionsTellNothing() {
        McNemar test = new McNemar(10, 0, 0, 2);
        assertThat(test.exactPValue()).isEqualTo(1);
        assertThat(test.midPValue()).isEqualTo(1);
        assertThat(test.chiSquaredPValue()).isEqualTo(1);
        assertThat(test.difference(0.95).estimate()).isZero();
    }

    @Test void refusesOtherImages() {
        assertThatThrownBy(() -> McNemar.of(new boolean[2], new boolean[3])).hasMessageContaining("of 2 and 3 images");
        assertThatThrownBy(() -> McNemar.of(new boolean[0], new boolean[0])).hasMessageContaining("not all zero");
        assertThatThrownBy(() -> McNemar.ofPredictions(new int[2], new int[3], new int[3]))
                .hasMessageContaining("3 predictions do not fit 2 labels");
    }
}
