package org.resbench.cli.session;

/** Shows how trials go. Its methods may be called from any thread. */
public interface Display extends AutoCloseable {
    /** The trial's loop begins, from iteration 1 or from a checkpoint. */
    void started(Row row);

    void stepped(Row row);

    void evaluated(Row row);

    void ended(Row row, Outcome outcome);

    /** A line of its own, that stays. */
    void say(String line);

    /** Leaves nothing behind that is still changing. */
    @Override void close();
}
