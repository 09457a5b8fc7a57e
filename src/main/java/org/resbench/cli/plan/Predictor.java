package org.resbench.cli.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Predicts times from the speed of finished runs on one device: the mean over runs that do the same in each step, else the run that is
 * most like the trial, scaled by multiply-adds. */
final class Predictor {
    private final List<Measurement> measured;

    /** @param measured on the device that the trials will run on */
    Predictor(List<Measurement> measured) {
        this.measured = List.copyOf(measured);
    }

    /** Empty if nothing was measured that is long enough. */
    Optional<Prediction> predict(TrialSize size) {
        List<Measurement> measured = this.measured.stream().filter(one -> one.foretells(size)).toList();
        List<Measurement> same = measured.stream().filter(one -> one.isOf(size)).toList();
        if (!same.isEmpty()) {
            return Optional.of(mean(size, same, false));
        }
        return nearest(measured, size).map(one -> mean(size, measured.stream().filter(other -> alike(one, other)).toList(), true));
    }

    private static Prediction mean(TrialSize size, List<Measurement> runs, boolean scaled) {
        double setup = runs.stream().mapToDouble(one -> one.seconds(size).setup()).average().orElseThrow();
        double loop = runs.stream().mapToDouble(one -> one.seconds(size).loop()).average().orElseThrow();
        return new Prediction(setup, loop, scaled, runs.stream().map(Measurement::run).toList());
    }

    /** Image and batch size matter more to the time of a multiply-add than how many there are. */
    private static Optional<Measurement> nearest(List<Measurement> measured, TrialSize size) {
        return measured.stream().min(Comparator.<Measurement>comparingDouble(one -> distance(one.image(), size.image()))
                .thenComparingDouble(one -> distance(one.microBatchSize(), size.recipe().microBatchSize()))
                .thenComparingDouble(one -> distance(one.multiplyAdds(), size.multiplyAdds()))
                .thenComparing(Measurement::run));
    }

    private static double distance(double one, double other) {
        return Math.abs(Math.log(one / other));
    }

    private static boolean alike(Measurement one, Measurement other) {
        return one.architecture().equals(other.architecture()) && one.batchSize() == other.batchSize()
                && one.microBatchSize() == other.microBatchSize() && one.image() == other.image() && one.classes() == other.classes();
    }
}
