package org.resbench.claims;

import java.util.List;
import org.resbench.runs.Run;
import org.resbench.spec.Experiment;

/** Judges every claim of an experiment on the runs that are there. */
public final class Judge {
    private Judge() {}

    /** @param runs runs whose fingerprints are among the experiment's trials; others are left out */
    public static List<Judgement> judge(Experiment experiment, List<Run> runs) {
        throw new IllegalStateException("built next");
    }
}
