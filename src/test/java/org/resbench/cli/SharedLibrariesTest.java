package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    private Path library(String in, String name) throws IOException {
        return Files.writeString(Files.createDirectories(folder.resolve(in)).resolve(name), "");
    }
}
