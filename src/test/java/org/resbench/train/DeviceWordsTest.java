package org.resbench.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** CUDA numbers the devices that CUDA_VISIBLE_DEVICES lists anew, from 0 (CUDA C++ Programming Guide, section CUDA Environment
 * Variables). */
class DeviceWordsTest {
    private static final List<String> TWO = List.of("NVIDIA A100", "NVIDIA H100");

    @Test void theGpuIsNamedByWhatCudaMaySee() {
        assertThat(DeviceWords.gpu("GPU:0", TWO, Map.of("CUDA_VISIBLE_DEVICES", "1"))).isEqualTo("NVIDIA H100");
        assertThat(DeviceWords.gpu("GPU:1", TWO, Map.of("CUDA_VISIBLE_DEVICES", "1, 0"))).isEqualTo("NVIDIA A100");
        assertThat(DeviceWords.gpu("GPU:0", List.of("NVIDIA T4", "NVIDIA T4"), Map.of())).isEqualTo("NVIDIA T4");
    }

    @Test void whatCannotBeToldApartIsListed() {
        assertThat(DeviceWords.gpu("GPU:0", TWO, Map.of())).isEqualTo("one of NVIDIA A100, NVIDIA H100");
        assertThat(DeviceWords.gpu("GPU:0", TWO, Map.of("CUDA_VISIBLE_DEVICES", "GPU-8932f937")))
                .isEqualTo("one of NVIDIA A100, NVIDIA H100");
        assertThat(DeviceWords.gpu("GPU:0", List.of(), Map.of())).isEqualTo("unnamed GPU:0");
    }
}
