package org.resbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.resbench.energy.Meters;

/** What {@code resbench doctor} found out about this machine; {@code --json} prints it as it is, with {@link DoctorAdvice} as
 * {@code advice}. */
record DoctorReport(String resbench, String jvm, String os, String processor, int threads, Memory memory, List<Disk> disks,
                    TensorFlow tensorflow, Gpu gpu, List<DataFound> data, Energy energy) {
    DoctorReport {
        disks = List.copyOf(disks);
        data = List.copyOf(data);
    }

    /** As the JVM's container sees it. @param heapLimitBytes of this JVM; TensorFlow's memory is outside of it */
    record Memory(long totalBytes, long freeBytes, long heapLimitBytes) {}

    /** @param use what is kept there @param folder the nearest one that exists @param writable whether files can be made in it */
    record Disk(String use, Path folder, long freeBytes, boolean writable) {}

    /** @param natives classifiers on the class path @param version empty if it could not be loaded
     * @param failure why it could not be loaded */
    record TensorFlow(List<String> natives, String version, List<String> devices, Optional<String> failure) {
        boolean hasGpuNatives() {
            return natives.stream().anyMatch(classifier -> classifier.contains("-gpu"));
        }

        boolean hasGpuDevice() {
            return devices.stream().anyMatch(device -> device.contains("GPU"));
        }
    }

    /** @param driver GPUs that NVIDIA's driver lists @param libraries that GPU natives need @param searched where they were looked for */
    record Gpu(List<String> driver, List<GpuLibrary> libraries, String searched) {
        /** Those that cannot be used, the driver's own apart: it is missing wherever there is no GPU. */
        List<String> missing() {
            return libraries.stream().filter(library -> !library.usable() && !library.name().equals(GpuLibrary.DRIVER))
                    .map(GpuLibrary::name).toList();
        }
    }

    /** @param usable whether it can be loaded @param state what it holds, or why it cannot be used, with the fix */
    record DataFound(String name, boolean usable, String state) {}

    /** @param meter that runs will use @param source measured, estimated or unavailable
     * @param watts mean power while doctor looked, empty when unavailable @param how what is in it, or why there is none
     * @param notes such as a machine on battery @param sources every kind of meter that was looked for */
    record Energy(String meter, String source, Optional<Double> watts, String how, List<String> notes, List<Meters.Listed> sources) {
        Energy {
            notes = List.copyOf(notes);
            sources = List.copyOf(sources);
        }
    }
}
