package org.resbench.train;

/** Hears how a trial goes; called from the training thread, must return at once. */
public interface TrialProgress {
    /** @param firstIteration 1, or where a continued run goes on */
    void started(long firstIteration, long iterations);

    /** @param what such as {@code loading data}, {@code training}, {@code testing} */
    void phase(String what);

    /** After each step.
     * @param iteration the last one made */
    default void made(long iteration) {}

    /** Now and then, with means over the steps since the last time. */
    void step(long iteration, double loss, double trainingErrorPercent, double imagesPerSecond);

    void evaluated(long iteration, double testErrorPercent);
}
