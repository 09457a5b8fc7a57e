package org.resbench.data;

/** A data set that is missing, corrupt or refused; the message is for the user: what, where, how to mend. Exit code 2. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
