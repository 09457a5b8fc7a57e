package org.resbench.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import org.resbench.data.DataException;
import org.resbench.gate.GateException;
import org.resbench.runs.RunException;
import org.resbench.spec.SpecException;
import org.resbench.weights.WeightsException;

/** What a user reads, and the process ends with, when a command throws.
 * @param message without a stack trace; may have several lines
 * @param exitCode one of {@link ExitCode}
 * @param bug whether the message blames the program, not the input or the machine */
record Failure(String message, int exitCode, boolean bug) {
    /** Set to 1 to see stack traces. */
    static final String DEBUG_VARIABLE = "RESBENCH_DEBUG";

    /** Words of the operating system for limits of a user or a process. */
    private static final List<String> REFUSED = List.of("file too large", "quota exceeded");

    static Failure of(Throwable thrown) {
        if (thrown instanceof UserError error) {
            return new Failure(error.getMessage(), error.exitCode(), false);
        }
        if (thrown instanceof DataException || thrown instanceof SpecException || thrown instanceof WeightsException
                || thrown instanceof GateException) {
            return new Failure(thrown.getMessage(), ExitCode.WRONG_INPUT, false);
        }
        if (thrown instanceof RunException) {
            return new Failure(thrown.getMessage(), ExitCode.FAILED, false);
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String known = ofTheMachine(cause);
            if (known != null) {
                return new Failure(known, ExitCode.FAILED, false);
            }
        }
        return new Failure(thrown.getClass().getSimpleName() + ": " + thrown.getMessage() + "\nThis is a bug in Resbench. "
                + DEBUG_VARIABLE + "=1 shows where it happened; please report that together with the command.", ExitCode.FAILED, true);
    }

    /** The sentence for a full disk, a lack of memory, a refused file; null if the cause is none of them. */
    private static String ofTheMachine(Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            return "not enough memory (" + cause.getMessage() + "); Java may use " + Runtime.getRuntime().maxMemory() / (1 << 20)
                    + " MiB of it here: give more with RESBENCH_HEAP, such as RESBENCH_HEAP=8g";
        }
        // Its message is that of its cause with a class name before it.
        String message = cause.getMessage() == null || cause instanceof UncheckedIOException ? "" : cause.getMessage();
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left")) {
            return "the disk is full (" + message + "); free some space, in " + System.getProperty("java.io.tmpdir")
                    + " too, or write elsewhere with --runs or --out, and start the same command again";
        }
        if (REFUSED.stream().anyMatch(lower::contains)) {
            return "a file cannot be written (" + message + "); raise the limit ('ulimit -f', the quota), or write elsewhere with --runs "
                    + "or --out, and start the same command again";
        }
        if (cause instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied; change the permissions, or use another place with --runs, --data or --out";
        }
        if (cause instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file";
        }
        if (cause instanceof FileSystemException refused && refused.getReason() != null) {
            return refused.getFile() + ": " + refused.getReason();
        }
        return null;
    }
}
