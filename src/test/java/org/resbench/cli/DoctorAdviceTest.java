package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resbench.energy.Meters;

class DoctorAdviceTest {
    private static final long GIB = 1L << 30;
    private static final DoctorReport.Energy RAPL = new DoctorReport.Energy("rapl package-0", "measured",
            Optional.of(42.04), "rapl package-0", List.of(), List.of(new Meters.Listed("rapl", true, "rapl package-0")));
    private final Locale before = Locale.getDefault();

    @AfterEach void restoreLocale() {
        Locale.setDefault(before);
    }

    private static DoctorReport report(String natives, List<String> devices, List<String> gpus, String... missing) {
        List<GpuLibrary> libraries = GpuLibrary.NEEDED.stream().map(name -> new GpuLibrary(name,
                List.of(missing).contains(name) ? Optional.empty() : Optional.of(Path.of("/usr/lib", name)), Optional.empty())).toList();
        return new DoctorReport("0.1.0", "OpenJDK 17", "Linux 6.1 amd64", "Some CPU", 2,
                new DoctorReport.Memory(24 * GIB, 20 * GIB, 6 * GIB),
                List.of(new DoctorReport.Disk("runs", Path.of("/work"), 100 * GIB, true)),
                new DoctorReport.TensorFlow(natives.isEmpty() ? List.of() : List.of(natives.split(",")),
                        natives.isEmpty() ? "" : "2.18.0", devices,
                        natives.isEmpty() ? Optional.of("no jnitensorflow in java.library.path") : Optional.empty()),
                new DoctorReport.Gpu(gpus, libraries, "LD_LIBRARY_PATH is not set"),
                List.of(new DoctorReport.DataFound("cifar10", true, "60000 images")), RAPL);
    }

    @Test void aSoundMachineNeedsNoAdvice() {
        assertThat(DoctorAdvice.on(report("linux-x86_64", List.of("/device:CPU:0"), List.of(),
                GpuLibrary.NEEDED.toArray(String[]::new)))).isEmpty();
    }

    @Test void missingGpuLibrariesAreNamedWithTheWayToGetThem() {
        assertThat(DoctorAdvice.on(report("linux-x86_64-gpu", List.of("/device:CPU:0"), List.of("NVIDIA H100"),
                "libcudnn.so.9", "libcufft.so.11")))
                .first().matches(DoctorAdvice::problem).extracting(DoctorAdvice::text).asString()
                .contains("libcufft.so.11, libcudnn.so.9").contains("apt-get install").contains("LD_LIBRARY_PATH")
                .doesNotContain("libcublas.so.12");
    }

    @Test void aFileThatTheLoaderRefusesIsAProblemThoughItIsThere() {
        List<GpuLibrary> libraries = GpuLibrary.NEEDED.stream().map(name -> new GpuLibrary(name, Optional.of(Path.of("/opt/cuda", name)),
                name.equals("libcublas.so.12") ? Optional.of("file too short") : Optional.empty())).toList();
        DoctorReport sound = report("linux-x86_64-gpu", List.of("/device:CPU:0"), List.of("NVIDIA H100"));
        DoctorReport report = new DoctorReport(sound.resbench(), sound.jvm(), sound.os(), sound.processor(), 2,
                sound.memory(), sound.disks(), sound.tensorflow(), new DoctorReport.Gpu(List.of("NVIDIA H100"), libraries, ""),
                sound.data(), sound.energy());
        assertThat(DoctorAdvice.on(report)).filteredOn(DoctorAdvice::problem).singleElement().extracting(DoctorAdvice::text).asString()
                .contains("libcublas.so.12").doesNotContain("libcudart.so.12");
        assertThat(DoctorText.of(report, List.of()))
                .contains("libcublas.so.12: /opt/cuda/libcublas.so.12, cannot be loaded (file too short)\n").doesNotContain("looked in");
    }

    @Test void whereLibrariesWereLookedForIsSaidWhenOneIsMissing() {
        DoctorReport report = report("linux-x86_64-gpu", List.of("/device:CPU:0"), List.of(), "libcudnn.so.9");
        assertThat(DoctorText.of(report, List.of())).contains("libcudnn.so.9: missing\n")
                .contains("looked in   LD_LIBRARY_PATH is not set\n");
    }

    @Test void unpackedNativesAreNatives(@TempDir Path folder) throws IOException {
        assertThat(Natives.inFolders("/usr/lib:" + folder, true)).isEmpty();
        Files.writeString(folder.resolve("libtensorflow_cc.so.2"), "");
        assertThat(Natives.inFolders("/usr/lib:" + folder, true)).containsExactly("linux-x86_64-gpu in " + folder);
        assertThat(Natives.inFolders(folder.toString(), false)).containsExactly("linux in " + folder);
    }

    @Test void aGpuThatIsNotUsedIsSaid() {
        assertThat(DoctorAdvice.on(report("linux-x86_64", List.of("/device:CPU:0"), List.of("NVIDIA H100")))).extracting(DoctorAdvice::text)
                .anyMatch(text -> text.contains("mvn -Pgpu package"));
        assertThat(DoctorAdvice.on(report("linux-x86_64-gpu", List.of("/device:CPU:0"), List.of("NVIDIA H100"))))
                .filteredOn(DoctorAdvice::problem).singleElement().extracting(DoctorAdvice::text).asString().contains("lists no GPU");
        assertThat(DoctorAdvice.on(report("linux-x86_64-gpu", List.of("/device:CPU:0", "/device:GPU:0"), List.of("NVIDIA H100"))))
                .noneMatch(DoctorAdvice::problem);
    }

    @Test void nativesMustBeThereOnce() {
        assertThat(DoctorAdvice.on(report("", List.of(), List.of()))).filteredOn(DoctorAdvice::problem).singleElement()
                .extracting(DoctorAdvice::text).asString().contains("harness/resbench");
        assertThat(DoctorAdvice.on(report("linux-x86_64,linux-x86_64-gpu", List.of("/device:CPU:0"), List.of()))).first()
                .extracting(DoctorAdvice::text).asString().contains("more than one set");
    }

    @Test void nativesAreToldByTheirJars() {
        String repository = "/m2/org/tensorflow/tensorflow-core-native/1.1.0/";
        assertThat(Natives.onClassPath("target/resbench.jar:" + repository + "tensorflow-core-native-1.1.0-linux-x86_64-gpu.jar"))
                .containsExactly("linux-x86_64-gpu");
        assertThat(Natives.onClassPath(repository + "tensorflow-core-native-1.1.0-macosx-arm64.jar:x.jar")).containsExactly("macosx-arm64");
        assertThat(Natives.onClassPath(repository + "tensorflow-core-native-1.2.0-SNAPSHOT-linux-arm64.jar"))
                .containsExactly("linux-arm64");
        assertThat(Natives.onClassPath("tensorflow-core-api-1.1.0.jar:tensorflow-core-native-1.1.0.jar")).isEmpty();
    }

    /** As printed by ldconfig of glibc 2.36 (Debian 12) with {@code ldconfig -p}. */
    @Test void theLoadersCacheIsReadForThisArchitectureOnly() {
        String cache = "412 libs found in cache `/etc/ld.so.cache'\n"
                + "\tlibcudart.so.12 (libc6) => /usr/lib32/libcudart.so.12\n"
                + "\tlibcudart.so.12 (libc6,x86-64) => /usr/local/cuda/targets/x86_64-linux/lib/libcudart.so.12\n"
                + "\tlibc.so.6 (libc6,x86-64, OS ABI: Linux 3.2.0) => /lib/x86_64-linux-gnu/libc.so.6\n"
                + "Cache generated by: ldconfig (Debian GLIBC 2.36-9+deb12u10) stable release version 2.36\n";
        assertThat(SharedLibraries.parseCache(cache, "amd64")).containsOnlyKeys("libcudart.so.12", "libc.so.6")
                .containsEntry("libcudart.so.12", Path.of("/usr/local/cuda/targets/x86_64-linux/lib/libcudart.so.12"));
        assertThat(SharedLibraries.parseCache(cache, "aarch64")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "ar-EG"})
    void theTextIsTheSameUnderEveryLocale(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        DoctorReport report = report("linux-x86_64", List.of("/device:CPU:0"), List.of());
        assertThat(DoctorText.of(report, DoctorAdvice.on(report))).isEqualTo("""
                resbench    0.1.0
                system      Linux 6.1 amd64
                jvm         OpenJDK 17
                processor   Some CPU, 2 threads
                memory      24.0 GiB, 20.0 GiB free; Java heap up to 6.0 GiB
                disk        100.0 GiB free at /work for runs
                tensorflow  2.18.0, natives linux-x86_64
                device      /device:CPU:0
                data        synthetic: made from a seed, needs no files
                data        cifar10: 60000 images
                energy      rapl package-0, 42.0 W now
                meter       rapl: rapl package-0

                ready to run
                """);
    }
}
