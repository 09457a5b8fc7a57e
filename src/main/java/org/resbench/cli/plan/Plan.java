package org.resbench.cli.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.resbench.runs.RunStatus;
import org.resbench.spec.Scale;

/** What an experiment asks for: {@code resbench plan --json} prints it as it is.
 * @param device on which times were measured; empty if none were
 * @param startAndReportSeconds taken for the start of {@code resbench run} and for its report, in both of the following
 * @param predictedSeconds of all trials, finished ones included; empty if nothing was measured
 * @param remainingSeconds of what is not finished; likewise, and 0 if all is
 * @param notes what a reader should know about the numbers */
public record Plan(String experiment, String title, Scale scale, Path source, Path runs, List<Row> trials,
                   long finished, long steps, long images, Optional<String> device, double startAndReportSeconds,
                   Optional<Double> predictedSeconds, Optional<Double> remainingSeconds, List<String> notes) {
    public Plan {
        trials = List.copyOf(trials);
        notes = List.copyOf(notes);
    }

    /** The same with one more note. */
    public Plan with(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Plan(experiment, title, scale, source, runs, trials, finished, steps, images, device,
                startAndReportSeconds, predictedSeconds, remainingSeconds, more);
    }

    /** One trial.
     * @param layers weighted layers @param multiplyAdds for one image, forward
     * @param trainingMemoryBytes of a step of one micro-batch: weights, gradients, momentum and activations, by the model of
     *     {@link org.resbench.arch.counting.TrainingMemory}; a framework takes more
     * @param images that training sees, repeated ones counted each time
     * @param status of its run; empty if it was never begun
     * @param stepsKept that need not be made again: all if finished, else those of its last checkpoint
     * @param folder of its run, by name
     * @param predictedSeconds from its first step to its result, whatever its status
     * @param remainingSeconds from where it stands
     * @param prediction how the time was worked out */
    public record Row(String cell, long seed, int layers, long parameters, long multiplyAdds,
                      long trainingMemoryBytes, long steps, long images, Optional<RunStatus> status, long stepsKept,
                      Optional<String> folder, Optional<Double> predictedSeconds, Optional<Double> remainingSeconds,
                      Optional<Prediction> prediction) {
        /** Whether it has a result. */
        public boolean finished() {
            return status.filter(known -> known == RunStatus.COMPLETED || known == RunStatus.DIVERGED).isPresent();
        }
    }
}
