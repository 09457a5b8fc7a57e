package org.resbench.runs;

/** {@code COMPLETED}: trained to the last iteration. {@code DIVERGED}: the loss was not finite, an outcome. Both have a result.json.
 * {@code INTERRUPTED}: no result, no process in it; continues from its last checkpoint. {@code RUNNING}: locked by a live process.
 * {@code FAILED}: its last event says why it could not be carried out. */
public enum RunStatus { COMPLETED, DIVERGED, INTERRUPTED, RUNNING, FAILED }
