package org.resbench.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.resbench.claims.Metrics;
import org.resbench.runs.Run;
import org.resbench.runs.RunResult;

/** What the gate compares. Every metric is turned into a cost, which is worse when larger: errors and losses as they are, throughput as
 * the logarithm of the time per image, energy as the logarithm of the joules; the latter two are compared by ratio. */
public enum GateMetric {
    TEST_ERROR_PERCENT(Part.ACCURACY, "points", new Limits(0, 0.5)),
    TRAINING_ERROR_PERCENT(Part.ACCURACY, "points", new Limits(0, 0.5)),
    TEST_LOSS(Part.LOSS, "nats", new Limits(0, 0.05)),
    TRAINING_LOSS(Part.LOSS, "nats", new Limits(0, 0.05)),
    IMAGES_PER_SECOND(Part.THROUGHPUT, "% time", new Limits(10, 25)),
    ENERGY_JOULES(Part.ENERGY, "% energy", new Limits(10, 25));

    /** Accuracy and loss depend on the code and its seeds alone, throughput and energy on the machine as well. */
    public enum Part { ACCURACY, LOSS, THROUGHPUT, ENERGY }

    private final Part part;
    private final String unit;
    private final Limits limits;

    GateMetric(Part part, String unit, Limits limits) {
        this.part = part;
        this.unit = unit;
        this.limits = limits;
    }

    /** As it stands in files and options: {@code test_error_percent}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<GateMetric> of(String key) {
        return Arrays.stream(values()).filter(metric -> metric.key().equals(key)).findFirst();
    }

    public Part part() {
        return part;
    }

    /** Of a loss as {@link #shown} gives it: {@code points}, {@code nats}, or percent more time per image or more energy. */
    public String unit() {
        return unit;
    }

    /** Used unless the baseline is made with others. */
    public Limits defaultLimits() {
        return limits;
    }

    /** Whether it says something of the machine, not of the code alone. */
    public boolean ofTheMachine() {
        return part == Part.THROUGHPUT || part == Part.ENERGY;
    }

    /** What the run measured; empty if it did not, or not as a finite number. A diverged run has chance error. Energy counts only when it
     * was measured. */
    OptionalDouble value(Run run) {
        RunResult result = run.result().orElseThrow();
        OptionalDouble value = switch (this) {
            case TEST_ERROR_PERCENT, TRAINING_ERROR_PERCENT, TEST_LOSS, TRAINING_LOSS -> Metrics.value(key(), run);
            case IMAGES_PER_SECOND -> OptionalDouble.of(result.speed().imagesPerSecond());
            case ENERGY_JOULES -> result.energy().source().equals("measured") && result.energy().joules().isPresent()
                    ? OptionalDouble.of(result.energy().joules().get()) : OptionalDouble.empty();
        };
        boolean usable = value.isPresent() && Double.isFinite(value.getAsDouble()) && (!ofTheMachine() || value.getAsDouble() > 0);
        return usable ? value : OptionalDouble.empty();
    }

    /** Larger is worse. */
    double cost(double value) {
        return switch (part) {
            case ACCURACY, LOSS -> value;
            case THROUGHPUT -> -Math.log(value);
            case ENERGY -> Math.log(value);
        };
    }

    /** A difference of costs in the metric's unit: as it is, or as percent more. */
    public double shown(double costDifference) {
        return ofTheMachine() ? 100 * Math.expm1(costDifference) : costDifference;
    }

    /** The reverse of {@link #shown}. */
    double costDifference(double shown) {
        return ofTheMachine() ? Math.log1p(shown / 100) : shown;
    }

    /** The mean of values: the geometric one for what is compared by ratio. */
    public double mean(double... values) {
        double sum = Arrays.stream(values).map(value -> ofTheMachine() ? Math.log(value) : value).sum() / values.length;
        return ofTheMachine() ? Math.exp(sum) : sum;
    }
}
