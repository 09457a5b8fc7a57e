package org.resbench.runs.measurements;

import java.util.List;
import java.util.Optional;
import org.resbench.units.Energy;

/** One window of equal calls.
 * @param round from 1 @param batch images in a call @param calls in the window, warm-up left out
 * @param seconds by a monotonic clock, over all calls
 * @param source measured, estimated or unavailable @param joules over all calls, idle power included; empty when unavailable
 * @param why how the energy was measured, or why not
 * @param idleWatts of the machine before the work began; empty when it was not measured
 * @param notes on the energy */
public record Sample(int round, Task task, int batch, long calls, double seconds, String source, Optional<Double> joules, String why,
                     Optional<Double> idleWatts, List<String> notes) {
    public Sample {
        notes = List.copyOf(notes);
        if (round < 1 || batch < 1 || calls < 1 || !(seconds > 0)) {
            throw new IllegalArgumentException("round " + round + ": " + calls + " calls of " + batch + " images in "
                    + seconds + " s are no measurement");
        }
    }

    public double secondsPerImage() {
        return seconds / (calls * batch);
    }

    public double imagesPerSecond() {
        return calls * batch / seconds;
    }

    /** Of the whole window, as a type that keeps measurements and estimates apart. */
    public Energy energy() {
        return Energy.of(source, joules, why);
    }

    /** Whether it is of this task and batch. */
    public boolean isOf(Task wanted, int batchSize) {
        return task == wanted && batch == batchSize;
    }
}
