package org.resbench.train;

/** Hears how a trial goes; called from the training thread, must return at once. */
public interface TrialProgress {
    /** @param firstIteration 1, or where a continued run goes on */
    void started(long firstIteration, long iterations);

    void phase(String what);

    void step(long iteration, double loss, double trainingErrorPercent, double imagesPerSecond);

    void evaluated(long iteration, double testErrorPercent);
}
