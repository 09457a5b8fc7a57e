package org.resbench.spec;

/** What an experiment does. */
public sealed interface Work permits Work.Training, Complexity, Measuring {
    /** It trains its trials. */
    record Training() implements Work {}
}
