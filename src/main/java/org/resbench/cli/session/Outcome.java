package org.resbench.cli.session;

import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;

/** How a trial stands at the end of a session. */
public sealed interface Outcome {
    /** What a progress line says of it. */
    String words();

    /** It has a result, a diverged one included.
     * @param before whether it had it before this process could train it */
    record Finished(RunResult result, boolean before) implements Outcome {
        @Override public String words() {
            String error = "test error " + Words.percent(result.last().testErrorPercent());
            return result.status() == RunStatus.DIVERGED ? "diverged at iteration " + result.iterations() + ": counted at chance, " + error
                    : "finished: " + error + ", training error " + Words.percent(result.last().trainingErrorPercent());
        }
    }

    /** Stopped with a checkpoint, from which the same command goes on, or before the first step of this session.
     * @param iteration last one that was made; 0 if none was in this session */
    record Stopped(long iteration, long iterations) implements Outcome {
        /** Whether this session made a step, and so wrote a checkpoint. */
        public boolean made() {
            return iteration > 0;
        }

        @Override public String words() {
            return !made() ? "stopped before its first step"
                    : "stopped at iteration " + iteration + " of " + iterations + ", checkpoint written";
        }
    }

    /** Not begun in this session, because it was stopped or an earlier trial failed. */
    record NotBegun() implements Outcome {
        @Override public String words() {
            return "not begun";
        }
    }

    /** Another process is training it. */
    record InUse(String why) implements Outcome {
        @Override public String words() {
            return "skipped: " + why;
        }
    }

    /** Could not be carried out.
     * @param why for the user */
    record Failed(String why) implements Outcome {
        @Override public String words() {
            return "failed: " + why;
        }
    }
}
