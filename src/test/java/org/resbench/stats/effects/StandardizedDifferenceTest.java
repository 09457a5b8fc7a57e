package org.resbench.stats.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.resbench.stats.RData;

/** Expected values: R 4.2.2, from the definitions in base R:
 * <pre>
 * dg <- function(t, df, u, d) { J <- gamma(df/2)/(sqrt(df/2)*gamma((df-1)/2))
 *   r <- function(p) uniroot(function(l) pt(t, df, l)-p, c(t-20, t+20), tol=1e-13)$root; c(d, d*J, r(.975)*u*J, r(.025)*u*J) }
 * ind <- function(a, b) { n <- length(a); m <- length(b); df <- n+m-2; sp <- sqrt(((n-1)*var(a)+(m-1)*var(b))/df)
 *   d <- (mean(a)-mean(b))/sp; u <- sqrt(1/n+1/m); dg(d/u, df, u, d) }
 * par <- function(a, b) { z <- a-b; n <- length(z); d <- mean(z)/sd(z); u <- sqrt(1/n); dg(d/u, n-1, u, d) }
 * </pre> */
class StandardizedDifferenceTest {
    private static final Percentage AGREES = withPercentage(1e-4);

    private static void agrees(StandardizedDifference effect, double d, double g, double lower, double upper) {
        assertThat(effect.cohensD()).isCloseTo(d, AGREES);
        assertThat(effect.hedgesG()).isCloseTo(g, AGREES);
        assertThat(effect.interval().lower()).isCloseTo(lower, AGREES);
        assertThat(effect.interval().upper()).isCloseTo(upper, AGREES);
    }

    @Test void independentSamplesAgreeWithR() {
        // ind(trt2, trt1) of PlantGrowth; ind(C, E[1:9]) of InsectSprays
        agrees(StandardizedDifference.of(RData.TREATMENT_2, RData.TREATMENT_1, 0.95).orElseThrow(),
                1.346156991832617, 1.289142433441502, 0.337090343307674, 2.212587038942056);
        agrees(StandardizedDifference.of(RData.SPRAY_C, Arrays.copyOf(RData.SPRAY_E, 9), 0.95).orElseThrow(),
                -0.666069678739761, -0.639367180391228, -1.485302122749097, 0.222360828453441);
    }

    @Test void pairsAgreeWithR() {
        agrees(StandardizedDifference.ofPairs(RData.SLEEP_1, RData.SLEEP_2, 0.95).orElseThrow(),
                -1.284557562591055, -1.173924903514205, -1.935602112525632, -0.378917895996092);
    }

    @Test void withoutSpreadThereIsNoUnit() {
        assertThat(StandardizedDifference.of(new double[] {1, 1}, new double[] {2, 2}, 0.95)).isEmpty();
        assertThat(StandardizedDifference.of(new double[] {1}, new double[] {2}, 0.95)).isEmpty();
        assertThat(StandardizedDifference.ofPairs(new double[] {1, 2, 3}, new double[] {2, 3, 4}, 0.95)).isEmpty();
    }

    @Test void farApartGroupsStillHaveAnInterval() {
        StandardizedDifference effect = StandardizedDifference.of(new double[] {90, 90.01, 89.99},
                new double[] {8, 8.1, 8.2}, 0.95).orElseThrow();
        assertThat(effect.interval().lower()).isGreaterThan(100).isLessThan(effect.hedgesG());
        assertThat(effect.interval().upper()).isFinite().isGreaterThan(effect.hedgesG());
    }

    @Test void refusesWhatIsNoSample() {
        assertThatThrownBy(() -> StandardizedDifference.of(new double[] {1, 2}, new double[0], 0.95))
                .hasMessageContaining("second sample: has no values");
        assertThatThrownBy(() -> StandardizedDifference.ofPairs(new double[] {1, 2}, new double[] {1}, 0.95))
                .hasMessageContaining("not 2 and 1");
    }
}
