package org.resbench.gate;

/** A baseline or runs that cannot be used; the message is for the user. Exit code 2. */
public final class GateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GateException(String message) {
        super(message);
    }

    public GateException(String message, Throwable cause) {
        super(message, cause);
    }
}
