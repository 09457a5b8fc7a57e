package org.resbench.train;

import java.util.function.BooleanSupplier;
import org.resbench.data.DataHome;
import org.resbench.energy.EnergyMeter;
import org.resbench.runs.OpenRun;
import org.resbench.spec.Trial;

/** Trains one trial into its run folder, from its last checkpoint if there is one. */
public final class TrialRunner {
    /** How a call ended: the run has its result, or it was stopped after a step with a checkpoint written. */
    public enum Ending { FINISHED, STOPPED }

    /** @param device auto, cpu or gpu @param deterministic one thread per operation where that is needed for equal bits */
    public record Settings(String device, boolean deterministic, boolean tensorBoard) {}

    private final DataHome data;
    private final EnergyMeter meter;
    private final Settings settings;

    public TrialRunner(DataHome data, EnergyMeter meter, Settings settings) {
        this.data = data;
        this.meter = meter;
        this.settings = settings;
    }

    /** @param stop asked after each step; when true, a checkpoint is written and STOPPED returned
     * @throws org.resbench.data.DataException if the data cannot be had */
    public Ending train(Trial trial, OpenRun run, TrialProgress progress, BooleanSupplier stop) {
        throw new IllegalStateException("built next: " + data + meter + settings);
    }
}
