package org.resbench.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.resbench.claims.Scenario.network;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resbench.spec.Claim.Direction;
import org.resbench.spec.Claim.Side;
import org.resbench.spec.Claim.Statement;
import org.resbench.spec.Claim.Statement.Difference;
import org.resbench.spec.Claim.Statement.Equivalence;
import org.resbench.spec.Claim.Statement.Threshold;
import org.resbench.spec.Claim.Statement.Trend;

/** The sentences under a verdict, word by word, the same under locales with other digits, decimal signs and capital letters. The numbers
 * in them are held against R by the tests of the rules. */
class SentencesTest {
    private static final double[] DEEP = {12.1, 12.4, 12.0, 12.6, 12.3};
    private static final double[] SHALLOW = {9.9, 10.3, 10.1, 10.0, 10.4};
    private static final double[] ERRORS = {6.41, 6.5, 6.6, 6.3, 6.45};
    private final Locale usual = Locale.getDefault();

    @AfterEach void restoreTheLocale() {
        Locale.setDefault(usual);
    }

    private static String difference(Side side, double margin) {
        return Scenario.reduced().cell("plain-20", SHALLOW).cell("plain-56", DEEP)
                .claim(new Difference("test_error_percent", network("plain-56"), network("plain-20"), side, margin)).judged().why();
    }

    private static String paper(Statement statement) {
        return Scenario.paper().cell("residual-110", ERRORS).claim(statement).judged().why();
    }

    private static String trend(Direction direction) {
        return Scenario.reduced().cell("plain-20", 9.9, 10.2, 10.0).cell("plain-56", 11.5, 11.2, 11.9).cell("plain-110", 13.0, 13.3, 12.8)
                .claim(new Trend("test_error_percent", Scenario.family("plain"), "network.depth", direction)).judged().why();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "tr-TR", "ar-EG-u-nu-arab"})
    void readTheSameUnderAnyLocale(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        String measured = "The mean test error of plain-56 minus that of plain-20 is 2.14 points (95 % interval 1.81 to 2.47 points; "
                + "n = 5 and 5 seeds), ";
        assertThat(difference(Side.ABOVE, 0)).isEqualTo(measured + "wholly above zero as claimed; p < 0.001.");
        assertThat(difference(Side.BELOW, 0)).isEqualTo(measured + "wholly above zero where the claim says below; p < 0.001.");
        assertThat(difference(Side.ABOVE, 3))
                .isEqualTo(measured + "wholly below the margin of 3 points where the claim says above; p < 0.001.");
        assertThat(difference(Side.ABOVE, 2)).isEqualTo(measured + "so the margin of 2 points is not excluded; p = 0.35; "
                + "about 42 seeds a cell would settle it if effect and spread stay as they are.");
        assertThat(difference(Side.ABOVE, 2.139)).isEqualTo(measured + "so the margin of 2.139 points is not excluded; p = 0.99; "
                + "more than 1,000 seeds a cell would be needed to settle it at this effect and spread.");
        assertThat(trend(Direction.INCREASES))
                .isEqualTo("Along network.depth 20, 56 and 110 the mean test error is 10.03, 11.53 and 13.03 % (n = 3 seeds each); "
                        + "the last minus the first is 3.00 points (95 % interval 2.49 to 3.51 points), a rise as claimed; p = 0.001.");
        assertThat(trend(Direction.DECREASES))
                .isEqualTo("Along network.depth 20, 56 and 110 the mean test error is 10.03, 11.53 and 13.03 % (n = 3 seeds each); the "
                        + "last minus the first is 3.00 points (95 % interval 2.49 to 3.51 points), "
                + "which contradicts the claimed fall; p < 0.001.");
        assertThat(paper(new Threshold("test_error_percent", network("residual-110"), Side.BELOW, 7))).isEqualTo(
                "The mean test error of residual-110 is 6.45 % (95 % interval 6.31 to 6.59 %; "
                        + "n = 5 seeds), wholly below 7 % as claimed; p < 0.001.");
        assertThat(paper(new Equivalence("test_error_percent", network("residual-110"), 6.43, 0.2)))
                .isEqualTo("The mean test error of residual-110 minus the published 6.43 % is 0.02 points (90 % interval -0.08 to "
                        + "0.13 points; n = 5 seeds), "
                + "wholly within 0.2 points either way as claimed; p = 0.011.");
    }

    @Test void fewSeedsAreNamedWhereTheyBindTheOrderedTest() {
        String why = Scenario.reduced().cell("plain-20", 9.9, 10.2, 10.05).cell("plain-56", 11.0, 11.1, 10.85)
                .claim(new Trend("test_error_percent", Scenario.family("plain"), "network.depth", Direction.INCREASES)).judged().why();
        assertThat(why).contains("but with so few seeds the ordered test cannot go below p = 0.10; p = 0.10");
    }

    @Test void constantValuesAreQuoted() {
        String why = Scenario.reduced().cell("plain-20", 10, 10).cell("plain-56", 90, 90, 90)
                .claim(new Difference("test_error_percent", network("plain-56"), network("plain-20"), Side.ABOVE, 0)).judged().why();
        assertThat(why).isEqualTo("All seeds agree to the last digit (plain-56: 90.00 %, n = 3, plain-20: 10.00 %, n = 2); "
                + "without any spread between seeds no interval can be given.");
    }
}
