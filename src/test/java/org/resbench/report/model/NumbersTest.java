package org.resbench.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    /** A ratio of gradient norms may be far below what two decimals show; it is not zero. */
    @ParameterizedTest @CsvSource({"45.125, 45.13", "0, 0.00", "0.1, 0.10", "0.000134, 0.00013", "-0.0204, −0.020",
            "1186.854, 1186.85", "NaN, not a number"})
    void measuredValuesKeepTwoDecimalsOrTwoDigits(double value, String text) {
        assertThat(Numbers.measured(value)).isEqualTo(text);
    }
}
