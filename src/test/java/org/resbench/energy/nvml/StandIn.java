package org.resbench.energy.nvml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code standin.c}, compiled here in place of NVIDIA's library, and the GPUs that it shows. */
public final class StandIn {
    private final Path state;
    private final Path library;

    private StandIn(Path state, Path library) {
        this.state = state;
        this.library = library;
    }

    /** Skips the test where there is no C compiler. */
    public static StandIn in(Path folder, String... options) throws IOException, InterruptedException {
        assumeTrue(compiler() != null, "no C compiler (cc or gcc): the binding to NVML is not exercised here");
        Path state = folder.resolve("gpus");
        Path source = folder.resolve("standin.c");
        try (InputStream in = StandIn.class.getResourceAsStream("standin.c")) {
            Files.copy(in, source);
        }
        Path library = folder.resolve("libnvidia-ml.so.1");
        List<String> command = new ArrayList<>(List.of(compiler(), "-shared", "-fPIC", "-Wall", "-Werror", "-DSTATE=\"" + state + "\""));
        command.addAll(List.of(options));
        command.addAll(List.of("-o", library.toString(), source.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return new StandIn(state, library);
    }

    public Path library() {
        return library;
    }

    public Nvml open() throws NvmlException {
        return NativeNvml.open(library.toString());
    }

    /** @param lines {@code name|uuid|millijoules|milliwatts|mig|pid,pid}, a line a GPU; -1: not supported */
    public StandIn gpus(String... lines) throws IOException {
        Path fresh = state.resolveSibling("gpus.new");
        Files.write(fresh, List.of(lines));
        Files.move(fresh, state, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        return this;
    }

    private static String compiler() {
        return Stream.of("cc", "gcc").filter(name -> Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)))).findFirst().orElse(null);
    }
}
