package org.resbench.tf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DevicesTest {
    /** NVIDIA's driver on Linux is there exactly when /proc/driver/nvidia is; without it there is no GPU for TensorFlow. */
    @Test void thereIsNoGpuWithoutADriver() {
        if (!Files.exists(Path.of("/proc/driver/nvidia/version"))) {
            assertThat(Devices.hasGpu()).isFalse();
        }
    }
}
