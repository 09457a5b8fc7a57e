package org.resbench.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeterChoiceTest {
    @Test void choicesAreReadAsTheyAreWritten() {
        assertThat(MeterChoice.parse("auto")).isEqualTo(new MeterChoice.Auto());
        assertThat(MeterChoice.parse("rapl:psys")).isEqualTo(new MeterChoice.Rapl(true));
        assertThat(MeterChoice.parse("nvml:0,3")).isEqualTo(new MeterChoice.Nvml(List.of(0, 3)));
        assertThat(MeterChoice.parse("rapl+nvml"))
                .isEqualTo(new MeterChoice.Both(new MeterChoice.Rapl(false), new MeterChoice.Nvml(List.of())));
        assertThat(MeterChoice.parse("cpu-time:65")).isEqualTo(new MeterChoice.CpuTime(65));
        assertThat(MeterChoice.parse("file:/a,b/c")).isEqualTo(new MeterChoice.Outside(false, "/a,b/c", Optional.empty(), 1));
        assertThat(MeterChoice.parse("command:curl -s host:80/p,q,kWh,0.5s"))
                .isEqualTo(new MeterChoice.Outside(true, "curl -s host:80/p,q", Optional.of(MeterUnit.KILOWATT_HOURS), 0.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rappl", "nvml:", "nvml:-1", "nvml:a", "file:", "command:", "file:/x,0s", "cpu-time", "cpu-time:0",
        "cpu-time:-5", "cpu-time:NaN", "cpu-time:many"})
    void anythingElseIsRefusedWithWhatMayBeWritten(String text) {
        assertThatThrownBy(() -> MeterChoice.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(MeterChoice.GRAMMAR).hasMessageStartingWith("'" + text + "'");
    }
}
