package org.resbench.report.energy;

import java.util.Optional;
import org.resbench.report.cells.TrialRun;
import org.resbench.runs.EnergyBreakdown;
import org.resbench.runs.RunResult;

/** One run's joules in the measures that people compare. What the run does not know is empty.
 * @param joules in all
 * @param batchSize images an update */
public record RunEnergy(RunResult result, double joules, int batchSize) {
    /** Empty if the run has no result or its energy is unavailable. */
    static Optional<RunEnergy> of(TrialRun trial) {
        return trial.result().flatMap(result -> result.energy().value().anyJoules()
                .map(joules -> new RunEnergy(result, joules, trial.trial().recipe().batchSize())));
    }

    /** How a run was metered, alike for all GPUs of a model: joules of two meters count different things. */
    public static String meter(RunResult result) {
        return result.energy().why().replaceAll("GPU [0-9]+ ", "GPU ");
    }

    public boolean isMeasured() {
        return result.energy().value().measured().isPresent();
    }

    /** Everything but tests. */
    public Optional<Double> training() {
        return breakdown().flatMap(EnergyBreakdown::trainingJoules);
    }

    /** All tests of the run. */
    public Optional<Double> testing() {
        return breakdown().flatMap(EnergyBreakdown::testingJoules);
    }

    /** Training for each image that an update saw. */
    public Optional<Double> perTrainedImage() {
        return training().map(all -> all / ((double) result.iterations() * batchSize));
    }

    /** Training for as many images as the training split has. */
    public Optional<Double> perEpoch() {
        return perTrainedImage().map(each -> each * result.data().trainingImages());
    }

    /** Testing for each tested image: one forward pass and preparing the image. */
    public Optional<Double> perTestedImage() {
        return breakdown().filter(parts -> parts.testedImages() > 0)
                .flatMap(parts -> parts.testingJoules().map(all -> all / parts.testedImages()));
    }

    /** Testing until one answer is right at the final error: joules of an image over the share of right answers. */
    public Optional<Double> perCorrectPrediction() {
        double right = 1 - result.last().testErrorPercent() / 100;
        return right > 0 ? perTestedImage().map(each -> each / right) : Optional.empty();
    }

    /** Mean power while metered. */
    public Optional<Double> averageWatts() {
        return breakdown().filter(parts -> parts.seconds() > 0).map(parts -> joules / parts.seconds());
    }

    public Optional<Double> peakWatts() {
        return breakdown().flatMap(EnergyBreakdown::peakWatts);
    }

    /** Without what the idle machine would have used in the same time; empty if it was not measured, or was more than all. */
    public Optional<Double> aboveIdle() {
        return breakdown().flatMap(parts -> parts.idleWatts().map(watts -> joules - watts * parts.seconds())).filter(rest -> rest > 0);
    }

    private Optional<EnergyBreakdown> breakdown() {
        return result.energy().breakdown();
    }
}
