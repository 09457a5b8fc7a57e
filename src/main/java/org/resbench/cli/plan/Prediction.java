package org.resbench.cli.plan;

import java.util.List;

/** How long a trial will take here.
 * @param setupSeconds data, graph and first step @param loopSeconds the other steps, evaluations included
 * @param scaled whether it was worked out from another network, batch or image size by multiply-adds
 * @param runs folders of the finished runs that were timed, all alike */
public record Prediction(double setupSeconds, double loopSeconds, boolean scaled, List<String> runs) {
    public Prediction {
        runs = List.copyOf(runs);
    }

    /** From its first step to its result. */
    public double seconds() {
        return setupSeconds + loopSeconds;
    }

    /** Of a trial that goes on after some of its steps. */
    double remainingSeconds(long made, long steps) {
        return setupSeconds + loopSeconds * (steps - made) / steps;
    }
}
