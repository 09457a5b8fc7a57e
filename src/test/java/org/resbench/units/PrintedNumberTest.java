package org.resbench.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resbench.units.PrintedNumber.Agreement;

class PrintedNumberTest {
    /** Billions to three digits, as fvcore and ptflops count ResNet-34-A, v1 ResNet-50 and 152 and VGG-16, beside what He et al. 2015 print
     * in table 1 and sections 3.3 and 4.1. */
    @ParameterizedTest @CsvSource({"3.6 G, 3644000000, ROUNDED", "3.8 G, 3858000000, CUT_OFF", "11.3 G, 11282000000, ROUNDED",
        "15.3 G, 15470000000, NONE", "18 %, 0.1856, CUT_OFF", "19 %, 0.1856, ROUNDED",
        "25557032, 25557032, ROUNDED", "25557032, 25557033, NONE"})
    void saysHowAnExactNumberCameToBePrinted(String printed, BigDecimal exact, Agreement agreement) {
        assertThat(PrintedNumber.parse(printed).agreement(exact)).isEqualTo(agreement);
    }

    @Test void writesOtherNumbersInItsUnit() {
        PrintedNumber printed = PrintedNumber.parse("3.8 G");
        assertThat(printed.closer(new BigDecimal("3857973248"))).isEqualTo("3.858 G");
        assertThat(printed.rounded(new BigDecimal("3857973248"))).isEqualTo("3.9 G");
        assertThat(printed.value()).isEqualByComparingTo("3800000000");
        assertThat(PrintedNumber.parse("25557032")).hasToString("25,557,032");
        assertThat(PrintedNumber.parse("18%")).hasToString("18 %").isEqualTo(PrintedNumber.parse("18 %"));
    }

    @ParameterizedTest @ValueSource(strings = {"", "G", "3,6 G", "3.6 T", "-1", "1e9", "3.6  G", "0x1"})
    void refusesWhatIsNoPrintedNumber(String text) {
        assertThatThrownBy(() -> PrintedNumber.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("such as 3.6 G");
    }
}
