package org.resbench.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir Path folder;

    /** Another JVM: takes the lock, says so, waits to be killed. */
    static final class Holder {
        public static void main(String[] arguments) throws IOException {
            FolderLock.acquire(Path.of(arguments[0]));
            System.out.println("held");
            System.in.read();
        }
    }

    private Process holder() throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Holder.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(said.readLine()).isEqualTo("held");
        return process;
    }

    @Test void anotherProcessIsNamedByItsPidAndItsLockDiesWithIt() throws Exception {
        assertThat(FolderLock.isHeld(folder)).isFalse();
        Process process = holder();
        try {
            assertThat(FolderLock.isHeld(folder)).isTrue();
            assertThatThrownBy(() -> FolderLock.acquire(folder)).isInstanceOf(RunException.class)
                    .hasMessageContaining("in use by another process (pid " + process.pid() + " on ");
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(Files.readString(folder.resolve("lock"))).contains("pid " + process.pid());
        assertThat(FolderLock.isHeld(folder)).isFalse();
        FolderLock.acquire(folder).close();
    }

    @Test void oneProcessDoesNotOpenAFolderTwice() throws IOException {
        Path sameFolder = folder.resolve("..").resolve(folder.getFileName());
        FolderLock lock = FolderLock.acquire(folder);
        assertThatThrownBy(() -> FolderLock.acquire(sameFolder)).isInstanceOf(RunException.class)
                .hasMessageContaining("already open in this process (pid " + ProcessHandle.current().pid() + ")");
        lock.close();
        lock.close();
        FolderLock.acquire(sameFolder).close();
    }

    /** POSIX drops a process's locks when it closes any descriptor of the file, so looking must not touch a folder that is ours. */
    @Test void lookingAtOurOwnLockDoesNotDropIt() throws Exception {
        try (FolderLock lock = FolderLock.acquire(folder)) {
            assertThat(FolderLock.isHeld(folder)).isTrue();
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                    System.getProperty("java.class.path"), Holder.class.getName(), folder.toString())
                    .redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isNotZero();
            assertThat(said).contains("in use by another process (pid " + ProcessHandle.current().pid());
            assertThat(lock).isNotNull();
        }
    }
}
