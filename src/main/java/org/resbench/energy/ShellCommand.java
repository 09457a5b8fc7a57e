package org.resbench.energy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs a line of the user's in {@code sh} and takes what it prints. */
final class ShellCommand {
    /** A slower command could not be a meter. */
    static final int LONGEST_SECONDS = 10;

    private ShellCommand() {}

    /** @throws IOException if it cannot be started, does not end with 0, or takes longer than {@link #LONGEST_SECONDS} */
    static String output(String line) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true).redirectInput(new File("/dev/null")).start();
        CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> text(process));
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("command " + line + ": gave no answer within " + LONGEST_SECONDS + " s");
            }
            String text = output.get(1, TimeUnit.SECONDS);
            if (process.exitValue() != 0) {
                throw new IOException("command " + line + ": ended with exit code " + process.exitValue()
                        + (text.isBlank() ? "" : " and said: " + text.strip().lines().findFirst().orElse("")));
            }
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("command " + line + ": interrupted", e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IOException("command " + line + ": its output could not be read", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String text(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
