package org.resbench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a project of its own, in a folder with a space in its name, with stand-ins for Maven and Java that say how they were
 * called. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LauncherTest {
    /** Leaves what the launcher expects of a build and counts itself. */
    private static final String MAVEN = """
            #!/bin/sh
            echo "$*" >>"$CALLS"
            if [ -n "$BROKEN" ]; then echo '[ERROR] Foo.java:[1,2] cannot find symbol'; exit 1; fi
            [ -z "$SLOW" ] || sleep 2
            for a in "$@"; do case $a in -Dresbench.target=*) out=${a#*=} ;; esac; done
            : >"$out/resbench.jar"
            printf '%s' "$JAR" >"$out/classpath.txt"
            """;

    /** Says its version, plays the class archive, else prints arguments and environment and ends with 7. */
    private static final String JAVA = """
            #!/bin/sh
            for a in "$@"; do
                case $a in
                    -version) echo 'openjdk version "17.0.15" 2025-04-15' >&2; exit 0 ;;
                    -XX:SharedArchiveFile=*) archive=${a#*=} ;;
                    -Xshare:dump) dump=yes ;;
                    *Rehearsal) exit 0 ;;
                esac
            done
            if [ -n "$dump" ]; then : >"$archive"; exit 0; fi
            for a in "$@"; do printf 'argument <%s>\\n' "$a"; done
            env | sed 's/^/variable /'
            if (: >&3) 2>/dev/null; then
                echo 'WARNING: All log messages before absl::InitializeLog() is called are written to STDERR' >&2
                echo 'I0000 00:00:1.2 3 mlir_graph_optimization_pass.cc:401] chatter' >&2
                echo 'F0000 00:00:1.2 3 check.cc:1] fatal' >&2
                echo 'for the user' >&3
            fi
            exit 7
            """;

    @TempDir Path folder;
    private Path project;
    private Path launcher;
    private final Map<String, String> environment = new HashMap<>();

    private record Result(int exitCode, String out, String err) {}

    @BeforeEach void makeProject() throws IOException {
        project = folder.resolve("my project");
        launcher = project.resolve("harness/resbench");
        Files.createDirectories(launcher.getParent());
        Files.createDirectories(project.resolve("src/main/java"));
        Files.copy(Path.of("harness/resbench"), launcher);
        for (String file : List.of("pom.xml", "src/main/java/Foo.java", "src/main/java/Bar.java", "some.jar")) {
            Files.writeString(project.resolve(file), "");
        }
        Path bin = Files.createDirectory(folder.resolve("bin"));
        executable(bin.resolve("mvn"), MAVEN);
        executable(bin.resolve("java"), JAVA);
        environment.put("PATH", bin + ":" + System.getenv("PATH"));
        environment.put("CALLS", folder.resolve("calls").toString());
        environment.put("JAR", project.resolve("some.jar").toString());
        environment.put("RESBENCH_NATIVES", "cpu");
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Process start(Path program, String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(Files.createDirectories(folder.resolve("elsewhere")).toFile())
                .redirectOutput(folder.resolve(name + ".out").toFile()).redirectError(folder.resolve(name + ".err").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Result finish(Process process, String name) throws IOException, InterruptedException {
        int exitCode = process.waitFor();
        // The filter of native messages may still be writing when the process it listens to has ended.
        for (int i = 0; i < 50 && process.toHandle().descendants().findAny().isPresent(); i++) {
            Thread.sleep(20);
        }
        Thread.sleep(50);
        return new Result(exitCode, Files.readString(folder.resolve(name + ".out")), Files.readString(folder.resolve(name + ".err")));
    }

    private Result run(String... arguments) throws IOException, InterruptedException {
        return finish(start(launcher, "run", arguments), "run");
    }

    private List<String> builds() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /** As if edited a minute from now, whatever the file system's resolution. */
    private static void edit(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
    }

    @Test void buildsThenBecomesJavaWithTheArgumentsAsTheyWere() throws Exception {
        Result result = run("plan", "an experiment.yaml", "--set", "name=*");
        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(result.err()).isEqualTo("building Resbench ...\n");
        assertThat(result.out()).contains("argument <org.resbench.cli.Main>\nargument <plan>\nargument <an experiment.yaml>\n"
                + "argument <--set>\nargument <name=*>\n");
        assertThat(result.out()).contains("argument <" + project.toRealPath()
                + "/target/launcher/cpu/resbench.jar:" + project + "/some.jar>");
        assertThat(result.out()).contains("-XX:SharedArchiveFile=" + project.toRealPath() + "/target/launcher/cpu/classes.jsa");
    }

    /** JDK 17 leaves classes of jars with such a path out of its archive (seen with -Xlog:class+load). */
    @Test void belowAPathWithASpaceTheJarRunsFromTheCacheFolder() throws Exception {
        Path cache = folder.toRealPath().resolve("cache");
        environment.put("XDG_CACHE_HOME", cache.toString());
        Result result = run("plan");
        assertThat(result.err()).isEqualTo("building Resbench ...\n");
        assertThat(result.out()).contains("argument <-Dresbench.project=" + project.toRealPath() + ">")
                .containsPattern("argument <" + cache + "/resbench/launcher/[0-9-]+-cpu/resbench\\.jar:");
        assertThat(run("plan").err()).as("built once").isEmpty();
        try (var files = Files.walk(cache)) {
            assertThat(files.filter(file -> file.toString().endsWith(".jar"))).hasSize(1).allSatisfy(Files::delete);
        }
        assertThat(run("plan").err()).as("the copy is gone").isEqualTo("building Resbench ...\n");
        environment.put("XDG_CACHE_HOME", folder.resolve("a cache").toString());
        assertThat(run("plan").out()).as("no better there").contains("argument <" + project.toRealPath()
                + "/target/launcher/cpu/resbench.jar:");
    }

    @Test void isFoundThroughLinksToLinks() throws Exception {
        Path links = Files.createDirectory(folder.resolve("links"));
        Path first = Files.createSymbolicLink(links.resolve("first"), Path.of("../my project/harness/resbench"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), first);
        assertThat(finish(start(second, "linked", "--help"), "linked").out())
                .contains(project.toRealPath() + "/target/launcher/cpu/resbench.jar");
    }

    @Test void buildsOnlyWhenSomethingIsNewer() throws Exception {
        run("--help");
        assertThat(run("--help").err()).isEmpty();
        assertThat(builds()).hasSize(1);
        edit(project.resolve("src/main/java/Foo.java"));
        run("--help");
        assertThat(builds()).hasSize(2);
        edit(project.resolve("pom.xml"));
        run("--help");
        assertThat(builds()).hasSize(3);
    }

    @Test void buildsWhenASourceOrALibraryIsGone() throws Exception {
        run("--help");
        Files.delete(project.resolve("src/main/java/Bar.java"));
        edit(project.resolve("src/main/java"));
        run("--help");
        assertThat(builds()).hasSize(2);
        Files.setLastModifiedTime(project.resolve("src/main/java"), FileTime.from(Instant.EPOCH));
        run("--help");
        Files.delete(project.resolve("some.jar"));
        run("--help");
        assertThat(builds()).hasSizeGreaterThan(2);
    }

    @Test void aBrokenBuildShowsTheErrorAndWhereTheRestIs() throws Exception {
        environment.put("BROKEN", "yes");
        Result result = run("--help");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("[ERROR] Foo.java:[1,2] cannot find symbol")
                .contains("the build failed; all of Maven's output is in " + project.toRealPath() + "/target/launcher/cpu/build.log");
        environment.remove("BROKEN");
        assertThat(run("--help").exitCode()).isEqualTo(7);
    }

    @Test void twoAtOnceBuildOnce() throws Exception {
        environment.put("SLOW", "yes");
        Process first = start(launcher, "first", "--help");
        Process second = start(launcher, "second", "--help");
        assertThat(finish(first, "first").exitCode()).isEqualTo(7);
        assertThat(finish(second, "second").exitCode()).isEqualTo(7);
        assertThat(builds()).hasSize(1);
    }

    @Test void aLockWhoseOwnerIsGoneIsTakenOver() throws Exception {
        Path lock = Files.createDirectories(project.resolve("target/launcher/lock"));
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.writeString(lock.resolve("pid"), gone.pid() + "\n");
        assertThat(run("--help").exitCode()).isEqualTo(7);
        assertThat(lock).doesNotExist();
    }

    @Test void setsTheAllocatorAndTensorFlowsLogLevelUnlessTheUserDid() throws Exception {
        assertThat(run("run", "x.yaml").out()).contains("variable MALLOC_TRIM_THRESHOLD_=").contains("variable MALLOC_MMAP_THRESHOLD_=")
                .contains("variable TF_CPP_MIN_LOG_LEVEL=3\n").doesNotContain("variable TF_ENABLE_ONEDNN_OPTS");
        environment.putAll(Map.of("MALLOC_TRIM_THRESHOLD_", "1", "GLIBC_TUNABLES", "glibc.malloc.check=0", "TF_CPP_MIN_LOG_LEVEL", "0",
                "TF_ENABLE_ONEDNN_OPTS", "0"));
        assertThat(run("run", "x.yaml").out()).contains("variable MALLOC_TRIM_THRESHOLD_=1\n")
                .contains("variable GLIBC_TUNABLES=glibc.malloc.check=0\n")
                .contains("variable TF_CPP_MIN_LOG_LEVEL=0\n").contains("variable TF_ENABLE_ONEDNN_OPTS=0\n");
    }

    @Test void nativeChatterIsDroppedAndWhatMattersPasses() throws Exception {
        run("--help");
        assertThat(run("run", "x.yaml").err().lines()).containsExactlyInAnyOrder("F0000 00:00:1.2 3 check.cc:1] fatal", "for the user");
    }

    @Test void picksTheNativesThatWereAskedFor() throws Exception {
        environment.put("RESBENCH_NATIVES", "tpu");
        Result unknown = run("--help");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("'tpu' is not one of cpu, gpu");
        environment.remove("RESBENCH_NATIVES");
        if (System.getProperty("os.arch").equals("amd64")) {
            run("run", "x.yaml", "--device", "gpu");
            assertThat(builds().get(builds().size() - 1)).contains("-Pgpu");
            run("run", "x.yaml", "--device=gpu");
            assertThat(builds()).hasSize(1);
        }
    }

    /** TensorFlow reads this variable once, when its library is loaded, so only a launcher can set it in time. */
    @Test void tellsTensorFlowToBeDeterministicOnAGpuWhenAsked() throws Exception {
        assertThat(run("run", "x.yaml", "--deterministic").out()).doesNotContain("TF_DETERMINISTIC_OPS");
        if (System.getProperty("os.arch").equals("amd64")) {
            environment.put("RESBENCH_NATIVES", "gpu");
            assertThat(run("run", "x.yaml").out()).doesNotContain("TF_DETERMINISTIC_OPS");
            assertThat(run("run", "x.yaml", "--deterministic").out()).contains("variable TF_DETERMINISTIC_OPS=1\n");
            environment.put("TF_DETERMINISTIC_OPS", "0");
            assertThat(run("run", "x.yaml", "--deterministic").out()).contains("variable TF_DETERMINISTIC_OPS=0\n");
        }
    }

    @Test void theHeapAndMoreOptionsCanBeGiven() throws Exception {
        environment.put("RESBENCH_HEAP", "5g");
        environment.put("RESBENCH_JAVA_OPTS", "-Da=b -Dc=d");
        assertThat(run("run", "x.yaml").out()).contains("argument <-Xmx5g>").contains("argument <-Da=b>\nargument <-Dc=d>");
    }
}
