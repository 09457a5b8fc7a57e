package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedLibrariesTest {
    @TempDir Path folder;

    @Test void theLibraryPathComesBeforeTheCacheBeforeTheStandardFolders() throws IOException {
        Path first = library("path", "libx.so.1");
        Path cached = library("cached", "libx.so.1");
        Path standard = library("standard", "libx.so.1");
        Map<String, Path> cache = Map.of("libx.so.1", cached);
        assertThat(new SharedLibraries(List.of(first.getParent()), cache, List.of(standard.getParent())).find("libx.so.1")).contains(first);
        assertThat(new SharedLibraries(List.of(), cache, List.of(standard.getParent())).find("libx.so.1")).contains(cached);
        assertThat(new SharedLibraries(List.of(), Map.of(), List.of(standard.getParent())).find("libx.so.1")).contains(standard);
        assertThat(new SharedLibraries(List.of(first.getParent()), cache, List.of()).find("libx.so.2")).isEmpty();
    }

    @Test void aCacheThatIsOutOfDateFindsNothing() {
        assertThat(new SharedLibraries(List.of(), Map.of("libx.so.1", folder.resolve("gone")), List.of()).find("libx.so.1")).isEmpty();
    }

    /** Stand-ins for CUDA's files: a library that a C compiler made, and what an interrupted download leaves. */
    @Test void theLoaderIsAskedWhetherItTakesTheFile() throws Exception {
        Path whole = folder.resolve("libcudart.so.12");
        Path source = Files.writeString(folder.resolve("standin.c"), "int standin(void) { return 12; }\n");
        Process compiler;
        try {
            compiler = new ProcessBuilder("cc", "-shared", "-fPIC", "-o", whole.toString(), source.toString()).inheritIO().start();
        } catch (IOException e) {
            Assumptions.abort("no C compiler here: 'cc' cannot be started");
            return;
        }
        assertThat(compiler.waitFor()).isZero();
        assertThat(SharedLibraries.failureToLoad(whole)).isEmpty();
        assertThat(SharedLibraries.failureToLoad(library("half", "libcublas.so.12"))).get().asString()
                .contains("file too short").doesNotContain("half");
        List<GpuLibrary> found = GpuLibrary.search(new SharedLibraries(List.of(folder, folder.resolve("half")), Map.of(), List.of()), true);
        assertThat(found).filteredOn(GpuLibrary::usable).extracting(GpuLibrary::name).containsExactly("libcudart.so.12");
        assertThat(found).filteredOn(one -> one.failure().isPresent()).extracting(GpuLibrary::name).containsExactly("libcublas.so.12");
    }

    @Test void whereItLooksIsSaidInOrder() {
        assertThat(new SharedLibraries(List.of(folder, folder.resolve("gone")), Map.of("libx.so.1", folder),
                List.of(Path.of("/usr/lib"))).searched())
                .isEqualTo("LD_LIBRARY_PATH: " + folder + ", " + folder.resolve("gone")
                        + " (no such folder); the 1 libraries that 'ldconfig -p' lists; /usr/lib");
        assertThat(new SharedLibraries(List.of(), Map.of(), List.of()).searched()).startsWith("LD_LIBRARY_PATH is not set; ");
    }

    private Path library(String in, String name) throws IOException {
        return Files.writeString(Files.createDirectories(folder.resolve(in)).resolve(name), "");
    }
}
