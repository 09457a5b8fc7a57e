package org.resbench.weights;

/** Weights that are missing, damaged or of another network; the message is for the user: what, where, how to mend. Exit code 2. */
public final class WeightsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WeightsException(String message) {
        super(message);
    }

    public WeightsException(String message, Throwable cause) {
        super(message, cause);
    }
}
