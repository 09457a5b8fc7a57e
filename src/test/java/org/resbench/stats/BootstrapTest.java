package org.resbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2, means over several runs of the command beside each, so that their Monte Carlo error is below 1e-3. */
class BootstrapTest {
    private static final int MANY = 1_000_000;

    private static void agrees(Interval interval, double lower, double upper, double within) {
        assertThat(interval.lower()).isEqualTo(lower, within(within));
        assertThat(interval.upper()).isEqualTo(upper, within(within));
    }

    /** boot.ci(boot(o, function(v, i) mean(v[i]), R=1e5), type="bca") of boot 1.3-28, ten runs. */
    @Test void agreesWithBootOnOzone() {
        agrees(Bootstrap.of(RData.OZONE, Samples::mean, 0.95, MANY, new SplittableRandom(1)).orElseThrow().interval(),
                36.6216935566588, 48.6448275862069, 0.045);
    }

    /** In small samples resamples often equal the estimate; boot counts them as above it, we as one half. Eight runs of 2e5 of
     * <pre>
     * m <- matrix(sample(v, n*R, TRUE), R); t <- apply(m, 1, tm); t0 <- tm(v); e <- 1e-9      # tm <- function(v) mean(v, trim=.25)
     * w <- qnorm(mean(t < t0-e) + mean(abs(t-t0) <= e)/2); j <- sapply(1:n, function(i) tm(v[-i]))
     * d <- mean(j)-j; a <- sum(d^3)/(6*sum(d^2)^1.5); z <- qnorm(c(.025, .975)); boot:::norm.inter(t, pnorm(w+(w+z)/(1-a*(w+z))))[, 2]
     * </pre>
     * with v = trt1 of PlantGrowth. */
    @Test void anyStatisticMayBeGiven() {
        agrees(Bootstrap.of(RData.TREATMENT_1, v -> Summary.of(v).interquartileMean(), 0.95, MANY,
                new SplittableRandom(1)).orElseThrow().interval(), 4.08291666666667, 5.15583333333333, 0.004);
    }

    /** The same with mean instead of tm and x of sleep, whose means come in steps of 0.01. */
    @Test void agreesWithRWhereResamplesEqualTheEstimate() {
        agrees(Bootstrap.of(RData.SLEEP_1, Samples::mean, 0.95, MANY, new SplittableRandom(1))
                .orElseThrow().interval(), -0.19, 1.93, 0.0101);
    }

    @Test void oneSeedGivesOneInterval() {
        assertThat(Bootstrap.ofMean(RData.SLEEP_1, new SplittableRandom(5)))
                .isEqualTo(Bootstrap.ofMean(RData.SLEEP_1, new SplittableRandom(5)));
    }

    @Test void fewValuesCarryACaution() {
        assertThat(Bootstrap.ofMean(RData.SLEEP_1, new SplittableRandom(1)).flatMap(Bootstrap::caution)).hasValueSatisfying(
                sentence -> assertThat(sentence).contains("10 values").contains("below 20"));
        double[] twenty = Arrays.copyOf(RData.OZONE, 20);
        assertThat(Bootstrap.ofMean(twenty, new SplittableRandom(1)).map(Bootstrap::caution)).contains(Optional.empty());
    }

    @Test void oneValueOrEqualValuesHaveNone() {
        assertThat(Bootstrap.ofMean(new double[] {1}, new SplittableRandom(1))).isEmpty();
        assertThat(Bootstrap.ofMean(new double[] {1, 1, 1}, new SplittableRandom(1))).isEmpty();
        assertThat(Bootstrap.ofMean(new double[] {1, 2}, new SplittableRandom(1))).isPresent();
    }

    @Test void refusesWhatIsNoSample() {
        assertThatThrownBy(() -> Bootstrap.ofMean(new double[0], new SplittableRandom(1))).hasMessageContaining("has no values");
        assertThatThrownBy(() -> Bootstrap.of(new double[] {1, 2}, Samples::mean, 0.95, 10, new SplittableRandom(1)))
                .hasMessageContaining("too few");
    }
}
