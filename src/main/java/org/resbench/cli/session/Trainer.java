package org.resbench.cli.session;

import java.util.function.BooleanSupplier;
import org.resbench.runs.OpenRun;
import org.resbench.spec.Trial;
import org.resbench.train.TrialProgress;
import org.resbench.train.TrialRunner;

/** Trains one trial into its open run folder; {@link TrialRunner#train} is one. Called from several threads at once with {@code --jobs}. */
@FunctionalInterface
public interface Trainer {
    /** @param stop asked after each step; when true, a checkpoint is written and STOPPED returned */
    TrialRunner.Ending train(Trial trial, OpenRun run, TrialProgress progress, BooleanSupplier stop);
}
