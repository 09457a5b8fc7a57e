package org.resbench.claims;

import java.util.List;
import org.resbench.runs.Run;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.spec.Trial;

/** One network under one recipe, with what its seeds measured. Seeds without a usable run are kept as missing.
 * @param level the axis value, for a trend; else the name */
public record Cell(String name, String level, List<Sample> samples, List<Judgement.Missing> missing) {
    public Cell {
        samples = List.copyOf(samples);
        missing = List.copyOf(missing);
    }

    public record Sample(Trial trial, Run run, RunResult result, double value) {
        public boolean diverged() {
            return result.status() == RunStatus.DIVERGED;
        }

        Judgement.Evidence evidence() {
            return new Judgement.Evidence(trial.cell(), trial.seed(), value, diverged(), run.folder().getFileName().toString());
        }
    }

    public double[] values() {
        return samples.stream().mapToDouble(Sample::value).toArray();
    }

    /** Seeds asked for. */
    int asked() {
        return samples.size() + missing.size();
    }

    Cell atLevel(String axisValue) {
        return new Cell(name, axisValue, samples, missing);
    }
}
