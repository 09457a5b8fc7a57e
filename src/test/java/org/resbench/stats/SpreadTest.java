package org.resbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2, the command beside each. */
class SpreadTest {
    private static final Percentage AGREES = withPercentage(1e-4);

    /** Columns of {@code attitude > 65}: 30 departments as images, 7 questions as seeds. */
    private static boolean[][] attitude() {
        return Stream.of("001010011101111110000000011011", "001010111000011110100010011011", "001000001000010000010000010010",
                "001010001000001111000000001010", "001010111000001010100100111010", "111110111111011011110110111111",
                "000000000000000000000000010000").map(SpreadTest::bits).toArray(boolean[][]::new);
    }

    private static boolean[] bits(String text) {
        boolean[] bits = new boolean[text.length()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = text.charAt(i) == '1';
        }
        return bits;
    }

    /** e <- c(6.37, 6.61, 6.43, 6.57, 6.60); c(sd(e), 100*sqrt(mean(e)/100*(1-mean(e)/100)/1e4), sd(e)/sqrt(5)). */
    @Test void seedsAndTestSetAreKeptApart() {
        ErrorSpread spread = ErrorSpread.of(new double[] {6.37, 6.61, 6.43, 6.57, 6.60}, 10_000);
        assertThat(spread.betweenSeeds().orElseThrow()).isCloseTo(0.1089954127475098, AGREES);
        assertThat(spread.testSet()).isCloseTo(0.2468079706978687, AGREES);
        assertThat(spread.seedError().orElseThrow()).isCloseTo(0.0487442304278158, AGREES);
    }

    @Test void oneSeedHasTheTestSetsSpreadOnly() {
        ErrorSpread spread = ErrorSpread.of(new double[] {8.75}, 10_000);
        assertThat(spread.betweenSeeds()).isEmpty();
        assertThat(spread.testSet()).isGreaterThan(0);
        assertThat(ErrorSpread.of(new double[] {0, 0}, 10).testSet()).isZero();
    }

    /** a <- as.matrix(attitude) > 65; st <- data.frame(e=as.numeric(a), s=factor(col(a)), i=factor(row(a)));
     * ms <- anova(lm(e ~ s + i, st))$"Mean Sq"; N <- length(a);
     * c(mean(a), sqrt(ms[1]/N), sqrt(ms[2]/N), sqrt((ms[1]+ms[2]-ms[3])/N)). */
    @Test void crossedSpreadAgreesWithAnova() {
        CrossedSpread spread = CrossedSpread.of(attitude());
        assertThat(spread.error()).isCloseTo(0.4, AGREES);
        assertThat(spread.seedError()).isCloseTo(0.0967733401566741, AGREES);
        assertThat(spread.imageError()).isCloseTo(0.0509814535783438, AGREES);
        assertThat(spread.bothError()).isCloseTo(0.1064941133048319, AGREES);
    }

    /** Seeds that fail on the same images: what images contribute is the binomial, n / (n - 1) for being estimated. */
    @Test void equalSeedsLeaveTheBinomial() {
        boolean[] one = bits("0001000010");
        CrossedSpread spread = CrossedSpread.of(new boolean[][] {one, one, one});
        assertThat(spread.seedError()).isZero();
        assertThat(spread.imageError()).isCloseTo(Math.sqrt(0.2 * 0.8 / 9), AGREES);
    }

    @Test void refusesWhatIsNoErrorRate() {
        assertThatThrownBy(() -> ErrorSpread.of(new double[] {101}, 10)).hasMessageContaining("101.0 is no percentage");
        assertThatThrownBy(() -> ErrorSpread.of(new double[] {Double.NaN}, 10)).hasMessageContaining("value 1 is NaN");
        assertThatThrownBy(() -> ErrorSpread.of(new double[] {1}, 0)).hasMessageContaining("0 images");
        assertThatThrownBy(() -> CrossedSpread.of(new boolean[][] {{true, false}, {true}}))
                .hasMessageContaining("all seeds on the same images");
        assertThatThrownBy(() -> CrossedSpread.of(new boolean[0][])).hasMessageContaining("two seeds");
    }
}
