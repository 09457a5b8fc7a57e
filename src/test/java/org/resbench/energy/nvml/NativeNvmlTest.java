package org.resbench.energy.nvml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls into a C library with NVML's functions, since no test machine is sure to have NVIDIA's. */
class NativeNvmlTest {
    @TempDir Path folder;

    @Test void everythingAskedComesBackAsTheLibrarySaidIt() throws Exception {
        StandIn standIn = StandIn.in(folder).gpus("NVIDIA H100 80GB HBM3|GPU-8f3a|9000000000123|123456|0|4242,3000000000",
                "Tesla P100|GPU-77aa|-1|31000|-1|");
        List<Nvml.Gpu> gpus = standIn.open().gpus();
        assertThat(gpus).extracting(Nvml.Gpu::index).containsExactly(0, 1);
        Nvml.Gpu first = gpus.get(0);
        assertThat(first.name()).isEqualTo("NVIDIA H100 80GB HBM3");
        assertThat(first.uuid()).isEqualTo("GPU-8f3a");
        assertThat(first.energyMillijoules()).as("more than 32 bits").isEqualTo(9_000_000_000_123L);
        assertThat(first.powerMilliwatts()).isEqualTo(123_456);
        assertThat(first.isSplit()).isFalse();
        assertThat(first.computeProcesses()).as("unsigned").containsExactly(4242L, 3_000_000_000L);
        Nvml.Gpu second = gpus.get(1);
        assertThat(second.computeProcesses()).isEmpty();
        assertThatThrownBy(second::energyMillijoules)
                .isInstanceOfSatisfying(NvmlException.class, e -> assertThat(e.isNotSupported()).isTrue())
                .hasMessage("nvmlDeviceGetTotalEnergyConsumption: Not Supported");
        assertThatThrownBy(second::isSplit).isInstanceOfSatisfying(NvmlException.class, e -> assertThat(e.isNotSupported()).isTrue());
        standIn.gpus("NVIDIA H100 80GB HBM3|GPU-8f3a|9000000000124|123456|1|");
        assertThat(first.isSplit()).isTrue();
        assertThat(first.energyMillijoules()).isEqualTo(9_000_000_000_124L);
    }

    @Test void aFunctionThatAnOldDriverLacksIsNotSupported() throws Exception {
        Nvml.Gpu gpu = StandIn.in(folder, "-DOLD_DRIVER").gpus("Tesla V100|GPU-1|5|6|0|").open().gpus().get(0);
        assertThatThrownBy(gpu::computeProcesses).isInstanceOfSatisfying(NvmlException.class, e -> assertThat(e.isNotSupported()).isTrue())
                .hasMessageContaining("this driver has no nvmlDeviceGetComputeRunningProcesses_v3");
        assertThatThrownBy(gpu::isSplit).isInstanceOfSatisfying(NvmlException.class, e -> assertThat(e.isNotSupported()).isTrue());
        assertThat(gpu.energyMillijoules()).isEqualTo(5);
    }

    @Test void withoutTheLibraryOrItsDriverTheReasonIsSaid() throws Exception {
        assertThatThrownBy(() -> NativeNvml.open(folder.resolve("libmissing.so.1").toString())).isInstanceOf(NvmlException.class)
                .hasMessageContaining("no NVIDIA driver").hasMessageContaining("libmissing.so.1");
        StandIn noDriver = StandIn.in(folder);
        assertThatThrownBy(noDriver::open).isInstanceOf(NvmlException.class).hasMessage("nvmlInit: Driver Not Loaded");
    }
}
