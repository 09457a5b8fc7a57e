package org.resbench.report.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FootprintTest {
    /** A kilowatt-hour is 3.6 MJ (SI brochure, 9th edition, table 8 by way of the hour): 7.2 MJ at PUE 1.5 are 3 kWh, at 400 g 1.2 kg, at
     * 0.30 EUR 0.90 EUR. */
    @Test void joulesBecomeKilowattHoursMoneyAndGrams() {
        Footprint footprint = Footprint.UNSTATED.withGridIntensity("400,an example").withPue("1.5").withPrice("0.30EUR");
        assertThat(footprint.kilowattHours(7.2e6)).isCloseTo(3, within(1e-12));
        assertThat(footprint.grams(7.2e6).orElseThrow()).isCloseTo(1200, within(1e-9));
        assertThat(footprint.cost(7.2e6).orElseThrow()).isCloseTo(0.9, within(1e-12));
        assertThat(footprint.sentences()).containsExactly("PUE 1.5 (no source was named).", "Grid intensity 400 g CO2e/kWh (an example).",
                "Price 0.3 EUR/kWh (no source was named).");
    }

    @Test void nothingIsAssumedOfTheCountry() {
        assertThat(Footprint.UNSTATED.grams(1e9)).isEmpty();
        assertThat(Footprint.UNSTATED.cost(1e9)).isEmpty();
        assertThat(Footprint.UNSTATED.kilowattHours(3.6e6)).isCloseTo(1, within(1e-12));
        assertThat(Footprint.UNSTATED.sentences()).hasSize(3).anyMatch(text -> text.contains("CO2e is not reported"))
                .anyMatch(text -> text.contains("PUE 1 (the default: the machine alone)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "-0.1,IEA", "many", "", "1.2.3"})
    void aNegativeGridIntensityIsAnError(String text) {
        assertThatThrownBy(() -> Footprint.UNSTATED.withGridIntensity(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("grid intensity: ");
    }

    @Test void aDataCentreThatDrawsLessThanItsComputersIsAnError() {
        assertThatThrownBy(() -> Footprint.UNSTATED.withPue("0.9")).hasMessage("PUE: 0.9 is below 1 or no number; a data centre draws at "
                + "least what its computers draw");
        assertThatThrownBy(() -> Footprint.UNSTATED.withPrice("-1EUR")).hasMessageContaining("negative");
        assertThatThrownBy(() -> Footprint.UNSTATED.withPrice("0.30")).hasMessageContaining("such as 0.30EUR");
        assertThatThrownBy(() -> Footprint.UNSTATED.withPrice("0.30EUX"))
                .hasMessage("price: 'EUX' is no currency of ISO 4217, such as EUR, USD, GBP or JPY");
    }
}
