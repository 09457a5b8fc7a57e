package org.resbench.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks another program for a fact; a program that is missing, fails or hangs knows nothing. */
final class Tool {
    private static final int SECONDS = 10;

    private Tool() {}

    /** What it wrote to standard output; empty if it could not be started or did not end with 0 in time. */
    static Optional<String> output(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null"))).start();
            Thread watchdog = new Thread(() -> endAfterTimeout(process), "watch " + command[0]);
            watchdog.setDaemon(true);
            watchdog.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    static Optional<String> line(String... command) {
        return output(command).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static void endAfterTimeout(Process process) {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
