package org.resbench.cli;

/** Ends a command with a message for the user, who gets no stack trace: what is wrong, where, what is allowed, the fix. */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /** Wrong input: exit code 2. */
    public UserError(String message) {
        this(message, ExitCode.WRONG_INPUT);
    }

    /** @param exitCode one of {@link ExitCode} */
    public UserError(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
