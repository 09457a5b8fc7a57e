package org.resbench.runs.measurements;

/** What a network was made to do. */
public enum Task {
    /** Class scores of a batch. */
    INFERENCE,
    /** Forward, backward and the update of one batch. */
    TRAINING
}
