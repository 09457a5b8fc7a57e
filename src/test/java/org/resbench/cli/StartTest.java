package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resbench.report.InventedRuns;
import org.resbench.runs.RunStore;

/** Commands that need no TensorFlow load none of it: watched in a JVM of their own. */
class StartTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "runs list", "network resnet-20", "network --all --json",
        "explain --help", "report --formats html,json", "profile --help", "plan EXPERIMENTS/quickstart.yaml",
        "plan EXPERIMENTS/photographs.yaml --json --scale paper"})
    void loadsNoTensorFlow(String line) throws Exception {
        InventedRuns.some().store(new RunStore(folder.resolve("runs")));
        List<String> loaded = loadedBy(line.replace("EXPERIMENTS", Path.of("experiments").toAbsolutePath().toString()).split(" "));
        assertThat(loaded).contains("org.resbench.cli.Main");
        assertThat(loaded).noneMatch(name -> name.startsWith("org.tensorflow.") || name.startsWith("org.bytedeco.")
                || name.startsWith("com.sun.jna."));
    }

    private List<String> loadedBy(String... arguments) throws IOException, InterruptedException {
        Path log = folder.resolve("classes");
        Path output = folder.resolve("output");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=\"" + log + "\"::filecount=0", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"),
                "org.resbench.cli.Main"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" source: "))
                    .map(line -> line.replaceFirst("^(\\[[^]]*])+ ", "").split(" ")[0]).toList();
        }
    }
}
